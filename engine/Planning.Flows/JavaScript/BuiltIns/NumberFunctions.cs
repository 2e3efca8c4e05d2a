using System.Globalization;
using System.Text.RegularExpressions;
using Jint.Native;
using Jint.Native.Object;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>Numbers, truth values and <c>Math</c>.</summary>
internal static class NumberFunctions
{
    private const double LargestSafeInteger = 9007199254740991;

    private static readonly Regex FloatAtStart =
        new(@"\A[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?", RegexOptions.CultureInvariant);

    public static void Install(Realm realm)
    {
        var jint = realm.Engine.Number;
        var type = new NativeClass(
            realm, "Number", 1, jint.PrototypeObject,
            static (_, _, given) => new JsValue(given.Length == 0 ? 0 : Coercion.Number(given[0])),
            static (realm, given) => realm.Engine.Number.Construct(given.Length == 0 ? 0 : Coercion.Number(given[0])));
        foreach (var (name, value) in new[]
        {
            ("EPSILON", Math.BitIncrement(1.0) - 1), ("MAX_SAFE_INTEGER", LargestSafeInteger), ("MAX_VALUE", double.MaxValue),
            ("MIN_SAFE_INTEGER", -LargestSafeInteger), ("MIN_VALUE", double.Epsilon), ("NaN", double.NaN),
            ("NEGATIVE_INFINITY", double.NegativeInfinity), ("POSITIVE_INFINITY", double.PositiveInfinity),
        })
        {
            type.FastAddProperty(name, new JsValue(value), false, false, false);
        }

        _ = new NativeClass(
            realm, "Boolean", 1, realm.Engine.Boolean.PrototypeObject,
            static (_, _, given) => Coercion.Value(Coercion.Truth(given.Get(0))),
            static (realm, given) => realm.Engine.Boolean.Construct(Coercion.Truth(given.Get(0))));
        InstallTests(realm, type);
        InstallTexts(realm, jint.PrototypeObject);
        InstallParsing(realm, type);
        MathFunctions.Install(realm);
    }

    private static void InstallTests(Realm realm, ObjectInstance type)
    {
        Define("isInteger", static number => Math.Floor(number) == number && double.IsFinite(number));
        Define("isSafeInteger", static number =>
            Math.Floor(number) == number && Math.Abs(number) <= LargestSafeInteger);
        Define("isFinite", double.IsFinite);
        Define("isNaN", double.IsNaN);

        void Define(string name, Func<double, bool> test) => realm.Define(type, name, 1, (_, _, given) =>
            Coercion.Value(given.Get(0).IsNumber() && test(given[0].AsNumber())));
    }

    private static void InstallParsing(Realm realm, ObjectInstance type)
    {
        NativeBody toFloat = static (_, _, given) => new JsValue(ParseFloat(Coercion.Text(given.Get(0))));
        NativeBody toInteger = static (_, _, given) =>
            new JsValue(ParseInteger(Coercion.Text(given.Get(0)), Coercion.Int32(given.Get(1))));
        foreach (var on in new[] { type, realm.Engine.Global })
        {
            realm.Define(on, "parseFloat", 1, toFloat);
            realm.Define(on, "parseInt", 2, toInteger);
        }
    }

    private static void InstallTexts(Realm realm, ObjectInstance prototype)
    {
        realm.Define(prototype, "toString", 1, static (realm, self, given) =>
        {
            var radix = given.Get(0).IsUndefined() ? 10 : Coercion.Integer(given[0]);
            return radix is >= 2 and <= 36
                ? new JsValue(NumberText.InRadix(Self(realm, self), (int)radix))
                : throw realm.RangeError("toString() radix must be between 2 and 36");
        });
        realm.Define(prototype, "toLocaleString", 0, static (realm, self, given) =>
            new JsValue(LocalText.OfNumber(realm, Self(realm, self), given)));
        realm.Define(prototype, "toFixed", 1, static (realm, self, given) =>
            new JsValue(NumberText.Fixed(Self(realm, self), Digits(realm, given.Get(0), 0, 100))));
        realm.Define(prototype, "toExponential", 1, static (realm, self, given) => new JsValue(NumberText.Exponential(
            Self(realm, self), given.Get(0).IsUndefined() ? null : Digits(realm, given[0], 0, 100))));
        realm.Define(prototype, "toPrecision", 1, static (realm, self, given) => new JsValue(given.Get(0).IsUndefined()
            ? NumberText.Of(Self(realm, self))
            : NumberText.Precision(Self(realm, self), Digits(realm, given[0], 1, 100))));
    }

    private static double Self(Realm realm, JsValue self) => self.IsNumber() ? self.AsNumber()
        : self.TryCast<Jint.Native.Number.NumberInstance>() is { } number ? number.PrimitiveValue.AsNumber()
        : throw realm.TypeError($"{Realm.Shown(self)} is no number");

    private static int Digits(Realm realm, JsValue given, int least, int most) => Coercion.Integer(given) is var digits
        && digits >= least && digits <= most
            ? (int)digits
            : throw realm.RangeError($"The number of digits must be between {least} and {most}");

    private static double ParseFloat(string text)
    {
        text = text.TrimStart();
        foreach (var (word, value) in new[] { ("Infinity", double.PositiveInfinity), ("-Infinity", double.NegativeInfinity) })
        {
            if (text.TrimStart('+').StartsWith(word, StringComparison.Ordinal))
            {
                return value;
            }
        }

        var number = FloatAtStart.Match(text);
        return number.Success ? double.Parse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture) : double.NaN;
    }

    private static double ParseInteger(string text, int radix)
    {
        text = text.TrimStart();
        var isNegative = text.StartsWith('-');
        text = isNegative || text.StartsWith('+') ? text[1..] : text;
        if (radix is 0 or 16 && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            (text, radix) = (text[2..], 16);
        }

        radix = radix == 0 ? 10 : radix;
        var digits = radix is >= 2 and <= 36 ? text.TakeWhile(character => DigitOf(character) < radix).ToList() : [];
        if (digits.Count == 0)
        {
            return double.NaN;
        }

        var value = radix == 10
            ? double.Parse(string.Concat(digits), NumberStyles.None, CultureInfo.InvariantCulture)
            : digits.Aggregate(0.0, (sum, digit) => (sum * radix) + DigitOf(digit));
        return isNegative ? -value : value;
    }

    private static int DigitOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'z' => character - 'a' + 10,
        >= 'A' and <= 'Z' => character - 'A' + 10,
        _ => int.MaxValue,
    };
}
