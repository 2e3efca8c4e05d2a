using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Jint.Native;
using Jint.Native.Object;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary><c>replace</c> and <c>replaceAll</c>.</summary>
internal static class TextReplacing
{
    public static void Install(Realm realm, ObjectInstance on)
    {
        realm.Define(on, "replace", 2, static (realm, self, given) => Replace(realm, self, given, all: false));
        realm.Define(on, "replaceAll", 2, static (realm, self, given) => Replace(realm, self, given, all: true));
    }

    private static JsValue Replace(Realm realm, JsValue self, JsValue[] given, bool all)
    {
        var text = TextFunctions.Self(realm, self);
        var with = given.Get(1);
        var function = with.TryCast<ICallable>();
        var pattern = function is null ? Coercion.Text(with) : "";
        var found = given.Get(0).TryCast<ScriptRegex>() is { } regex
            ? Found(realm, regex, text, all)
            : Found(Coercion.Text(given.Get(0)), text, all);
        var result = new StringBuilder();
        var from = 0;
        foreach (var one in found)
        {
            result.Append(text, from, one.Index - from);
            result.Append(function is null ? Expanded(pattern, one, text) : Coercion.Text(Asked(function, one, text)));
            from = one.Index + one.Text.Length;
            if (result.Length > Realm.LongestText)
            {
                throw Realm.TextTooLong();
            }
        }

        return new JsValue(realm.Checked(result.Append(text, from, text.Length - from).ToString()));
    }

    private static List<Place> Found(Realm realm, ScriptRegex regex, string text, bool all)
    {
        if (all && !regex.Global)
        {
            throw realm.TypeError("replaceAll needs a regular expression with the flag g");
        }

        if (regex is { IsSticky: true, Global: false })
        {
            return regex.Next(text) is { } next ? [Of(next)] : [];
        }

        if (regex.Global)
        {
            regex.Put("lastIndex", new JsValue(0.0), false);
        }

        return regex.Matches(text, regex.Global).Select(Of).ToList();

        Place Of(Match match) => new(
            match.Index, match.Value,
            [.. Enumerable.Range(1, match.Groups.Count - 1).Select(number => ScriptRegex.Group(match, number))],
            regex.Groups(match));
    }

    private static IEnumerable<Place> Found(string wanted, string text, bool all)
    {
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0;)
        {
            yield return new Place(at, wanted, [], JsValue.Undefined);
            var next = at + Math.Max(wanted.Length, 1);
            at = all && next <= text.Length ? text.IndexOf(wanted, next, StringComparison.Ordinal) : -1;
        }
    }

    private static JsValue Asked(ICallable function, Place place, string text) => function.Call(
        JsValue.Undefined,
        [new JsValue(place.Text), .. place.Groups, new JsValue(place.Index), new JsValue(text),
            .. place.Named.IsUndefined() ? Array.Empty<JsValue>() : [place.Named]]);

    private static string Expanded(string pattern, Place place, string text)
    {
        if (!pattern.Contains('$', StringComparison.Ordinal))
        {
            return pattern;
        }

        var result = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            var next = at + 1 < pattern.Length ? pattern[at + 1] : '\0';
            if (pattern[at] != '$' || !(next is '$' or '&' or '`' or '\'' or '<' || char.IsAsciiDigit(next)))
            {
                result.Append(pattern[at]);
                continue;
            }

            at += Expand(result, pattern, at, next, place, text);
        }

        return result.ToString();
    }

    /// <returns>How many characters after the dollar were used up.</returns>
    private static int Expand(StringBuilder result, string pattern, int at, char next, Place place, string text)
    {
        switch (next)
        {
            case '$':
                result.Append('$');
                return 1;
            case '&':
                result.Append(place.Text);
                return 1;
            case '`':
                result.Append(text, 0, place.Index);
                return 1;
            case '\'':
                result.Append(text.AsSpan(place.Index + place.Text.Length));
                return 1;
            case '<':
                var end = pattern.IndexOf('>', at);
                if (place.Named.IsUndefined() || end < 0)
                {
                    result.Append('$');
                    return 0;
                }

                var named = place.Named.AsObject().Get(pattern[(at + 2)..end]);
                result.Append(named.IsUndefined() ? "" : Coercion.Text(named));
                return end - at;
            default:
                return ExpandNumber(result, pattern, at, place);
        }
    }

    private static int ExpandNumber(StringBuilder result, string pattern, int at, Place place)
    {
        for (var digits = 2; digits > 0; digits--)
        {
            if (at + digits < pattern.Length
                && int.TryParse(pattern.AsSpan(at + 1, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number > 0 && number <= place.Groups.Count)
            {
                result.Append(place.Groups[number - 1].IsUndefined() ? "" : Coercion.Text(place.Groups[number - 1]));
                return digits;
            }
        }

        result.Append('$');
        return 0;
    }

    private sealed record Place(int Index, string Text, IReadOnlyList<JsValue> Groups, JsValue Named);
}
