using System.Text.RegularExpressions;
using Jint.Native;
using Jint.Native.Object;
using Jint.Native.RegExp;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>A regular expression of a script.</summary>
internal sealed class ScriptRegex : RegExpInstance
{
    private readonly Realm _realm;

    public ScriptRegex(Realm realm, string pattern, string flags, CompiledRegex compiled)
        : base(realm.Engine)
    {
        _realm = realm;
        Compiled = compiled;
        Value = compiled.Regex;
        Source = pattern.Length == 0 ? "(?:)" : pattern;
        Flags = string.Concat(flags.Order());
        Global = flags.Contains('g', StringComparison.Ordinal);
        IsSticky = flags.Contains('y', StringComparison.Ordinal);
        Prototype = realm.Regexes;
        Extensible = true;
        FastAddProperty("source", new JsValue(Source), false, false, false);
        FastAddProperty("flags", new JsValue(Flags), false, false, false);
        FastAddProperty("global", Coercion.Value(Global), false, false, false);
        FastAddProperty("ignoreCase", Coercion.Value(flags.Contains('i', StringComparison.Ordinal)), false, false, false);
        FastAddProperty("multiline", Coercion.Value(flags.Contains('m', StringComparison.Ordinal)), false, false, false);
        FastAddProperty("sticky", Coercion.Value(IsSticky), false, false, false);
        FastAddProperty("lastIndex", new JsValue(0.0), true, false, false);
    }

    public CompiledRegex Compiled { get; }

    public bool IsSticky { get; }

    /// <summary>The first match at or after a place; at that place when the expression is sticky.</summary>
    public Match? MatchFrom(string text, int from)
    {
        var compiled = Compiled.ForOtherLineEnds is { } other && text.AsSpan().ContainsAny('\r', '\u2028', '\u2029') ? other : Compiled;
        if (text.Length > compiled.LongestInput)
        {
            throw new ScriptStoppedException(
                $"searched a text of more than {compiled.LongestInput} characters with a regular expression that looks around");
        }

        _realm.Charge(1 + ((text.Length - from) / 4));
        var match = compiled.Regex.Match(text, from);
        return match.Success && (!IsSticky || match.Index == from) ? match : null;
    }

    /// <summary>What <c>exec</c> finds; goes on from the last match when the expression is global or sticky.</summary>
    public Match? Next(string text)
    {
        var goesOn = Global || IsSticky;
        var from = goesOn ? Coercion.Integer(Get("lastIndex")) : 0;
        var match = from < 0 || from > text.Length ? null : MatchFrom(text, (int)from);
        if (goesOn)
        {
            Put("lastIndex", new JsValue(match is null ? 0.0 : match.Index + match.Length), false);
        }

        return match;
    }

    /// <summary>Every match from the beginning, or the first alone.</summary>
    public IEnumerable<Match> Matches(string text, bool all)
    {
        var from = 0;
        while (from <= text.Length && MatchFrom(text, from) is { } match)
        {
            yield return match;
            from = match.Length == 0 ? match.Index + 1 : match.Index + match.Length;
            if (!all)
            {
                break;
            }
        }
    }

    public JsValue Groups(Match match)
    {
        if (Compiled.Names.Count == 0)
        {
            return JsValue.Undefined;
        }

        var groups = new ScriptObject(_realm, null);
        foreach (var (name, number) in Compiled.Names)
        {
            groups.Set(name, Group(match, number));
        }

        return new JsValue(groups);
    }

    public static JsValue Group(Match match, int number) =>
        match.Groups[number].Success ? new JsValue(match.Groups[number].Value) : JsValue.Undefined;

    public JsValue Result(Match match, string text)
    {
        var result = new ScriptArray(_realm, Enumerable.Range(0, match.Groups.Count).Select(number =>
            Group(match, number)));
        result.Put("index", new JsValue(match.Index), false);
        result.Put("input", new JsValue(text), false);
        result.Put("groups", Groups(match), false);
        return new JsValue(result);
    }
}

/// <summary>Regular expressions, and what texts do with them.</summary>
internal static class RegexFunctions
{
    /// <returns>What every regular expression inherits.</returns>
    public static ObjectInstance Install(Realm realm)
    {
        var prototype = new ScriptObject(realm);
        _ = new NativeClass(
            realm, "RegExp", 2, prototype,
            static (realm, _, given) =>
                new JsValue(FromScript(realm, given)), static (realm, given) => FromScript(realm, given));
        realm.Define(prototype, "exec", 1, static (realm, self, given) =>
        {
            var text = Coercion.Text(given.Get(0));
            return Self(realm, self).Next(text) is { } match ? Self(realm, self).Result(match, text) : JsValue.Null;
        });
        realm.Define(prototype, "test", 1, static (realm, self, given) =>
            Coercion.Value(Self(realm, self).Next(Coercion.Text(given.Get(0))) is not null));
        realm.Define(prototype, "toString", 0, static (realm, self, _) =>
            new JsValue($"/{Self(realm, self).Source}/{Self(realm, self).Flags}"));
        var texts = realm.Engine.String.PrototypeObject;
        realm.Define(texts, "match", 1, Match);
        realm.Define(texts, "matchAll", 1, MatchAll);
        realm.Define(texts, "search", 1, static (realm, self, given) =>
            new JsValue(Pattern(realm, given.Get(0), "").MatchFrom(TextFunctions.Self(realm, self), 0)?.Index ?? -1));
        realm.Define(texts, "split", 2, Split);
        TextReplacing.Install(realm, texts);
        return prototype;
    }

    public static ScriptRegex Make(Realm realm, string pattern, string flags)
    {
        try
        {
            return new ScriptRegex(realm, pattern, flags, RegexText.Compile(pattern, flags));
        }
        catch (FormatException exception)
        {
            throw realm.SyntaxError(exception.Message);
        }
    }

    private static ScriptRegex Self(Realm realm, JsValue self) =>
        self.TryCast<ScriptRegex>() ?? throw realm.TypeError($"{Realm.Shown(self)} is no regular expression");

    private static ScriptRegex FromScript(Realm realm, JsValue[] given)
    {
        realm.Charge(100);
        var known = given.Get(0).TryCast<ScriptRegex>();
        var pattern = known?.Source ?? (given.Get(0).IsUndefined() ? "" : Coercion.Text(given[0]));
        return Make(realm, pattern, given.Get(1).IsUndefined() ? known?.Flags ?? "" : Coercion.Text(given[1]));
    }

    private static ScriptRegex Pattern(Realm realm, JsValue given, string flags) =>
        given.TryCast<ScriptRegex>() ?? Make(realm, given.IsUndefined() ? "" : Coercion.Text(given), flags);

    private static JsValue Match(Realm realm, JsValue self, JsValue[] given)
    {
        var text = TextFunctions.Self(realm, self);
        var regex = Pattern(realm, given.Get(0), "");
        if (!regex.Global)
        {
            return regex.Next(text) is { } match ? regex.Result(match, text) : JsValue.Null;
        }

        var all = regex.Matches(text, all: true).Select(match => new JsValue(match.Value)).ToList();
        regex.Put("lastIndex", new JsValue(0.0), false);
        return all.Count == 0 ? JsValue.Null : realm.List(all);
    }

    private static JsValue MatchAll(Realm realm, JsValue self, JsValue[] given)
    {
        var text = TextFunctions.Self(realm, self);
        var regex = Pattern(realm, given.Get(0), "g");
        return regex.Global
            ? new JsValue(new ScriptIterator(realm, regex.Matches(text, all: true).Select(match =>
                regex.Result(match, text))))
            : throw realm.TypeError("matchAll needs a regular expression with the flag g");
    }

    private static JsValue Split(Realm realm, JsValue self, JsValue[] given)
    {
        var text = TextFunctions.Self(realm, self);
        var limit = given.Get(1).IsUndefined() ? uint.MaxValue : Coercion.UInt32(Coercion.Number(given[1]));
        var parts = given.Get(0) switch
        {
            var none when none.IsUndefined() => [new JsValue(text)],
            var regex when regex.TryCast<ScriptRegex>() is { } pattern => SplitBy(pattern, text),
            var separator => SplitBy(Coercion.Text(separator), text).Select(part => new JsValue(part)),
        };
        return realm.List(parts.Take((int)Math.Min(limit, int.MaxValue)));
    }

    private static IEnumerable<string> SplitBy(string separator, string text) => separator.Length == 0
        ? text.Select(character => character.ToString())
        : text.Split(separator);

    private static List<JsValue> SplitBy(ScriptRegex regex, string text)
    {
        if (text.Length == 0)
        {
            return regex.MatchFrom(text, 0) is { Length: 0 } ? [] : [new JsValue(text)];
        }

        var parts = new List<JsValue>();
        var from = 0;
        foreach (var match in regex.Matches(text, all: true))
        {
            var end = match.Index + match.Length;
            if (match.Index < text.Length && end > from)
            {
                parts.Add(new JsValue(text[from..match.Index]));
                parts.AddRange(Enumerable.Range(1, match.Groups.Count - 1).Select(number =>
                    ScriptRegex.Group(match, number)));
                from = end;
            }
        }

        parts.Add(new JsValue(text[from..]));
        return parts;
    }
}
