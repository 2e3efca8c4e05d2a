using System.Text.Encodings.Web;
using System.Text.Json;

namespace Planning.Rules.Evaluation;

/// <summary>A whole evaluation with everything it used, to be shown or kept.</summary>
/// <param name="AsOf">The day the facts are of, as the caller said it.</param>
/// <param name="Globals">The global parameters, in order; those behind one that failed are not there.</param>
/// <param name="Rules">One for each rule: in the order of the file, of a decision in the order of judging.</param>
public sealed record RuleSetExplanation(
    string RuleSet,
    string Version,
    DateOnly? AsOf,
    IReadOnlyList<ParameterTrace> Globals,
    IReadOnlyList<Explanation> Rules)
{
    /// <summary>Levels of JSON that an explanation can have: rules in rules, and in them a trace of parts in
    /// parts.</summary>
    public const int Deepest = 512;

    /// <summary>How an explanation is written as JSON: camelCase, with ≥ and Chinese as they are.</summary>
    /// <remarks>Other settings do as well, if they allow for <see cref="Deepest"/>: every value in it knows how it is
    /// written.</remarks>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = Deepest,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
