using System.Globalization;
using System.Text;
using Jint.Native;
using Jint.Native.Object;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>What texts can do without regular expressions.</summary>
internal static class TextFunctions
{
    public static void Install(Realm realm)
    {
        var jint = realm.Engine.String;
        var prototype = jint.PrototypeObject;
        var type = new NativeClass(
            realm, "String", 1, prototype,
            static (_, _, given) => new JsValue(given.Length == 0 ? "" : Coercion.Text(given[0])),
            static (realm, given) =>
                realm.Engine.String.Construct([new JsValue(given.Length == 0 ? "" : Coercion.Text(given[0]))]));
        realm.Define(type, "fromCharCode", 1, static (_, _, given) =>
            new JsValue(string.Concat(given.Select(code => (char)(ushort)Coercion.UInt32(Coercion.Number(code))))));
        realm.Define(type, "fromCodePoint", 1, FromCodePoint);
        InstallSearching(realm, prototype);
        InstallCutting(realm, prototype);
        InstallMaking(realm, prototype);
    }

    /// <summary>The text that a function of texts is called on.</summary>
    public static string Self(Realm realm, JsValue self)
    {
        if (Coercion.IsNullish(self))
        {
            throw realm.TypeError("A text function was called on null or undefined");
        }

        var text = Coercion.Text(self);
        realm.Charge(1 + (text.Length / 64));
        return text;
    }

    private static void Define(
        Realm realm, ObjectInstance on, string name, int length, Func<Realm, string, JsValue[], JsValue> body) =>
        realm.Define(on, name, length, (realm, self, given) => body(realm, Self(realm, self), given));

    private static void InstallSearching(Realm realm, ObjectInstance on)
    {
        Define(realm, on, "includes", 1, static (realm, text, given) =>
            Coercion.Value(text.IndexOf(Wanted(realm, given), From(text, given), StringComparison.Ordinal) >= 0));
        Define(realm, on, "indexOf", 1, static (_, text, given) =>
            new JsValue(text.IndexOf(Coercion.Text(given.Get(0)), From(text, given), StringComparison.Ordinal)));
        Define(realm, on, "lastIndexOf", 1, LastIndexOf);
        Define(realm, on, "startsWith", 1, static (realm, text, given) =>
            Coercion.Value(text.AsSpan(From(text, given)).StartsWith(Wanted(realm, given), StringComparison.Ordinal)));
        Define(realm, on, "endsWith", 1, static (realm, text, given) => Coercion.Value(
            text.AsSpan(0, Within(given.Get(1), text.Length, text.Length)).EndsWith(Wanted(realm, given), StringComparison.Ordinal)));
        Define(realm, on, "localeCompare", 1, static (_, text, given) => new JsValue(Math.Sign(
            CultureInfo.InvariantCulture.CompareInfo.Compare(text, Coercion.Text(given.Get(0)), CompareOptions.None))));
    }

    private static void InstallCutting(Realm realm, ObjectInstance on)
    {
        Define(realm, on, "at", 1, static (_, text, given) =>
        {
            var index = Coercion.Integer(given.Get(0));
            index += index < 0 ? text.Length : 0;
            return index >= 0 && index < text.Length ? new JsValue(text[(int)index].ToString()) : JsValue.Undefined;
        });
        Define(realm, on, "charAt", 1, static (_, text, given) => Coercion.Integer(given.Get(0)) is var index
            && index >= 0 && index < text.Length ? new JsValue(text[(int)index].ToString()) : new JsValue(""));
        Define(realm, on, "charCodeAt", 1, static (_, text, given) => Coercion.Integer(given.Get(0)) is var index
            && index >= 0 && index < text.Length ? new JsValue(text[(int)index]) : new JsValue(double.NaN));
        Define(realm, on, "codePointAt", 1, CodePointAt);
        Define(realm, on, "slice", 2, static (realm, text, given) =>
        {
            var from = Coercion.Relative(given.Get(0), text.Length, 0);
            var to = Coercion.Relative(given.Get(1), text.Length, text.Length);
            return new JsValue(realm.Checked(to > from ? text[from..to] : ""));
        });
        Define(realm, on, "substring", 2, static (realm, text, given) =>
        {
            var from = Within(given.Get(0), text.Length, 0);
            var to = Within(given.Get(1), text.Length, text.Length);
            return new JsValue(realm.Checked(text[Math.Min(from, to)..Math.Max(from, to)]));
        });
        Define(realm, on, "substr", 2, static (realm, text, given) =>
        {
            var from = Coercion.Relative(given.Get(0), text.Length, 0);
            var count = Within(given.Get(1), text.Length, text.Length);
            return new JsValue(realm.Checked(text.Substring(from, Math.Min(count, text.Length - from))));
        });
        Define(realm, on, "trim", 0, static (realm, text, _) =>
            new JsValue(realm.Checked(text.AsSpan().Trim(Blanks).ToString())));
        foreach (var name in new[] { "trimStart", "trimLeft" })
        {
            Define(realm, on, name, 0, static (realm, text, _) =>
                new JsValue(realm.Checked(text.AsSpan().TrimStart(Blanks).ToString())));
        }

        foreach (var name in new[] { "trimEnd", "trimRight" })
        {
            Define(realm, on, name, 0, static (realm, text, _) =>
                new JsValue(realm.Checked(text.AsSpan().TrimEnd(Blanks).ToString())));
        }
    }

    private static void InstallMaking(Realm realm, ObjectInstance on)
    {
        Define(realm, on, "concat", 1, static (realm, text, given) => given
            .Aggregate(new JsValue(text), (sum, one) =>
                Operators.Sum.Call(JsValue.Undefined, [sum, new JsValue(Coercion.Text(one))])));
        Define(realm, on, "repeat", 1, static (realm, text, given) => Coercion.Integer(given.Get(0)) switch
        {
            < 0 or double.PositiveInfinity => throw realm.RangeError("Invalid count value"),
            var count when count * text.Length > Realm.LongestText => throw Realm.TextTooLong(),
            var count => new JsValue(realm.Checked(text.Length == 0 ? "" : new StringBuilder().Insert(0, text, (int)count).ToString())),
        });
        Define(realm, on, "padStart", 2, static (realm, text, given) =>
            new JsValue(realm.Checked(Padding(realm, text, given) + text)));
        Define(realm, on, "padEnd", 2, static (realm, text, given) =>
            new JsValue(realm.Checked(text + Padding(realm, text, given))));
        Define(realm, on, "normalize", 0, Normalize);
        foreach (var name in new[] { "toUpperCase", "toLocaleUpperCase" })
        {
            Define(realm, on, name, 0, static (realm, text, _) =>
                new JsValue(realm.Checked(text.ToUpperInvariant().Replace("ß", "SS", StringComparison.Ordinal))));
        }

        foreach (var name in new[] { "toLowerCase", "toLocaleLowerCase" })
        {
            Define(realm, on, name, 0, static (realm, text, _) => new JsValue(realm.Checked(text.ToLowerInvariant())));
        }
    }

    internal static ReadOnlySpan<char> Blanks =>
        "\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    private static int Within(JsValue value, int length, int missing) =>
        value.IsUndefined() ? missing : (int)Math.Clamp(Coercion.Integer(value), 0, length);

    private static int From(string text, JsValue[] given) => Within(given.Get(1), text.Length, 0);

    private static string Wanted(Realm realm, JsValue[] given) => given.Get(0).IsRegExp()
        ? throw realm.TypeError("A regular expression cannot be looked for here; use its test function")
        : Coercion.Text(given.Get(0));

    private static JsValue LastIndexOf(Realm realm, string text, JsValue[] given)
    {
        var wanted = Coercion.Text(given.Get(0));
        var from = Coercion.Number(given.Get(1)) is var number && double.IsNaN(number) ? text.Length : Math.Clamp(Math.Truncate(number), 0, text.Length);
        var last = Math.Min((int)from, text.Length - wanted.Length);
        return new JsValue(last < 0 ? -1 : text.AsSpan(0, last + wanted.Length).LastIndexOf(wanted, StringComparison.Ordinal));
    }

    private static JsValue CodePointAt(Realm realm, string text, JsValue[] given)
    {
        var index = Coercion.Integer(given.Get(0));
        if (index < 0 || index >= text.Length)
        {
            return JsValue.Undefined;
        }

        var at = (int)index;
        return new JsValue(char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            ? char.ConvertToUtf32(text[at], text[at + 1])
            : text[at]);
    }

    private static JsValue FromCodePoint(Realm realm, JsValue self, JsValue[] given)
    {
        var text = new StringBuilder();
        foreach (var value in given)
        {
            var point = Coercion.Number(value);
            if (point is not (>= 0 and <= 0x10FFFF) || point != Math.Floor(point))
            {
                throw realm.RangeError($"Invalid code point {Coercion.Text(value)}");
            }

            text.Append(point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32((int)point));
        }

        return new JsValue(text.ToString());
    }

    private static string Padding(Realm realm, string text, JsValue[] given)
    {
        var length = Coercion.Integer(given.Get(0));
        var with = given.Get(1).IsUndefined() ? " " : Coercion.Text(given[1]);
        if (length <= text.Length || with.Length == 0)
        {
            return "";
        }

        if (length > Realm.LongestText)
        {
            throw Realm.TextTooLong();
        }

        var missing = (int)length - text.Length;
        return new StringBuilder().Insert(0, with, (missing / with.Length) + 1).ToString(0, missing);
    }

    private static JsValue Normalize(Realm realm, string text, JsValue[] given) => new(realm.Checked(text.Normalize(
        (given.Get(0).IsUndefined() ? "NFC" : Coercion.Text(given[0])) switch
        {
            "NFC" => NormalizationForm.FormC,
            "NFD" => NormalizationForm.FormD,
            "NFKC" => NormalizationForm.FormKC,
            "NFKD" => NormalizationForm.FormKD,
            var form =>
                throw realm.RangeError($"The normalization form should be one of NFC, NFD, NFKC, NFKD, not {form}"),
        })));
}
