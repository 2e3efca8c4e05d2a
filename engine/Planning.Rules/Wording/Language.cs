using System.Diagnostics;
using Planning.Rules.Decisions;
using Planning.Rules.Evaluation;

namespace Planning.Rules.Wording;

/// <summary>A language that explanations are told in. What decided is the same in all of them; only the words
/// differ.</summary>
/// <remarks>Another one is a class beside <c>English</c> and <c>Chinese</c>, named in <see cref="All"/>.</remarks>
public abstract class Language
{
    private protected Language(string code) => Code = code;

    public static Language English { get; } = new English();

    public static Language Chinese { get; } = new Chinese();

    public static IReadOnlyList<Language> All { get; } = [English, Chinese];

    /// <summary>As in ISO 639-1: <c>en</c>, <c>zh</c>.</summary>
    public string Code { get; }

    /// <returns>The language of a tag such as <c>zh</c> or <c>zh-Hans-CN</c>; null when we do not speak it.</returns>
    public static Language? Find(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var code = tag.Split('-')[0];
        return All.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.OrdinalIgnoreCase));
    }

    public abstract string Of(Label label);

    /// <summary>Parts of a sentence, one after the other.</summary>
    public abstract string List(IEnumerable<string> parts);

    /// <summary>What was done, and why: "Promoted to A because match 76 ≥ 60".</summary>
    public abstract string Therefore(string deed, string why);

    /// <summary>What decided, as one sentence without a full stop: "match 76 ≥ 60, quality 92.1 ≥ 50".</summary>
    public string Tell(IEnumerable<Phrase> phrases)
    {
        var saying = new Saying(this);
        var all = phrases.ToList();
        Phrase.NotKnown[] unknown = [.. all.OfType<Phrase.NotKnown>()];
        if (unknown.Length > 1)
        {
            all.RemoveAll(phrase => phrase is Phrase.NotKnown);
            all.Add(new Phrase.NotKnown([.. unknown.SelectMany(phrase => phrase.Facts).Distinct()]));
        }

        return List(all.Select(saying.Of).Distinct());
    }

    /// <summary>What became of a rule in a decision, and why.</summary>
    /// <param name="why">The reasons, as <see cref="Explanation.Tell"/> gives them.</param>
    public string Tell(RuleOutcome outcome, string why, DecisionWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return outcome switch
        {
            RuleOutcome.Fired { Rule.Terms.HoldFor: > 1 } fired => List([why, InARow(fired.Times, words.Unit)]),
            RuleOutcome.Fired or RuleOutcome.NotTrue => why,
            RuleOutcome.Holding holding => Holding(holding.Count, holding.Of, words.Unit, why),
            RuleOutcome.BeatenBy beaten => Beaten(beaten.By, why),
            RuleOutcome.FrozenBy frozen => Frozen(frozen.By),
            RuleOutcome.Postponed postponed => Postponed(Of(words.Predicate(postponed.Predicate)), why),
            RuleOutcome.Unknown => Undecided(why),
            RuleOutcome.NotReached unreached => NotReached(unreached.StoppedBy),
            _ => throw new UnreachableException($"Unknown outcome {outcome.GetType().Name}."),
        };
    }

    internal abstract string Nothing { get; }

    /// <summary>Why a rule is undecided that hangs on no fact.</summary>
    internal abstract string Hung { get; }

    /// <summary>An element of a list that has no name.</summary>
    internal abstract string Each { get; }

    internal string NotKnown(IEnumerable<Fact> facts) =>
        facts.Select(fact => Of(fact.Label)).Distinct().ToArray() is { Length: > 0 } names ? Unknown(names) : Hung;

    internal abstract string Unknown(IReadOnlyList<string> subjects);

    internal abstract string Known(string subject);

    internal abstract string YesNo(bool yes);

    /// <summary>Things to choose from.</summary>
    internal abstract string Options(IEnumerable<string> options);

    internal abstract string Is(string subject, string value);

    internal abstract string IsNot(string subject, string other);

    /// <summary>It is one thing and therefore not another.</summary>
    internal abstract string IsInstead(string subject, string value, string other);

    internal abstract string Among(string subject, string options, bool holds);

    /// <param name="isClause">The subject is a condition of its own, not the name of a fact.</param>
    internal abstract string Stated(string subject, bool holds, bool isClause);

    internal abstract string Asked(string subject, Question question, string about, bool holds);

    internal abstract string Failed(string message, string reason);

    /// <summary>A name with its value.</summary>
    internal abstract string With(string subject, string value);

    internal abstract string Every(IReadOnlyList<string> conditions);

    internal abstract string Some(IReadOnlyList<string> conditions);

    internal abstract string Not(string condition);

    /// <param name="each">What is taken of each element; empty for the elements themselves.</param>
    internal abstract string Over(Aggregate question, string list, string each);

    /// <summary>The elements of a list that meet a condition.</summary>
    internal abstract string Which(string list, string condition);

    internal abstract string If(string condition, string then, string otherwise);

    internal abstract string Otherwise(string value, string fallback);

    internal abstract string DaysBetween(string from, string to);

    private protected abstract string InARow(int times, Label unit);

    private protected abstract string Holding(int count, int of, Label unit, string why);

    private protected abstract string Beaten(string by, string why);

    private protected abstract string Frozen(string by);

    private protected abstract string Postponed(string predicate, string why);

    private protected abstract string Undecided(string why);

    private protected abstract string NotReached(string by);
}

/// <summary>What is computed over the elements of a list.</summary>
internal enum Aggregate
{
    Count,
    Sum,
    Average,
    Lowest,
    Highest,
    First,
    Last,
    Each,
}
