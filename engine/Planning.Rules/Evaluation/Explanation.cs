using System.Text.Json.Serialization;
using Planning.Rules.Decisions;
using Planning.Rules.RuleSets;
using Planning.Rules.Wording;

namespace Planning.Rules.Evaluation;

/// <summary>Why a rule came out as it did.</summary>
/// <param name="IsSuccess">Null when it hangs on facts that are missing, failed while running, or was not
/// judged.</param>
public sealed record Explanation([property: JsonIgnore] Rule Rule, bool? IsSuccess)
{
    [JsonPropertyOrder(-1)]
    public string RuleName => Rule.Name;

    /// <summary>What became of the rule in a decision; null when only its truth was asked for.</summary>
    public RuleOutcome? Outcome { get; init; }

    /// <summary>The rule's condition; null for a rule with an operator, and for one that failed while running or was
    /// not judged.</summary>
    public Trace? Trace { get; init; }

    /// <summary>The facts it hangs on; none unless it is undecided.</summary>
    public IReadOnlyList<Fact> Missing { get; init; } = [];

    /// <summary>The local parameters, in order.</summary>
    public IReadOnlyList<ParameterTrace> Locals { get; init; } = [];

    /// <summary>Of a rule with an operator: one for each rule inside it.</summary>
    public IReadOnlyList<Explanation> Children { get; init; } = [];

    /// <summary>Why it could not be judged, or not be told in full; null when it could.</summary>
    public string? Failure => Fault?.Reason;

    /// <summary>What decided.</summary>
    [JsonIgnore]
    public IReadOnlyList<Phrase> Phrases => Fault is not null ? [Fault] : [.. Deciding()];

    /// <summary>What decided, in English: "match 76 ≥ 60, quality 92.1 ≥ 50".</summary>
    [JsonIgnore]
    public string Sentence => Tell(Language.English);

    /// <summary>What decided, by the code of each language.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyDictionary<string, string> Sentences => Language.All.ToDictionary(
        language => language.Code,
        language => Outcome is null ? Tell(language) : language.Tell(Outcome, Tell(language), DecisionWords.Plain));

    private Phrase.Failed? Fault { get; init; }

    public string Tell(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Tell(Phrases);
    }

    internal static Explanation Failed(RuleResult result, string reason) =>
        new(result.Rule, result.IsSuccess) { Fault = new Phrase.Failed(result.Message, reason) };

    /// <returns>The same outcome, of which to tell everything would cost more than judging may.</returns>
    internal Explanation Untold(string reason) => this with { Fault = new Phrase.Failed(reason, reason) };

    private IEnumerable<Phrase> Deciding() => Trace is not null
        ? Phrase.Of(Trace)
        : Children.Where(child => child.IsSuccess == IsSuccess).SelectMany(child => child.Phrases);
}

/// <summary>A global or local parameter with the value it had.</summary>
/// <param name="Value">With the expression as its text.</param>
public sealed record ParameterTrace(string Name, Operand Value);
