using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Planning.Rules.Analysis;
using Planning.Rules.Books;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Host.Commands.Rules;

/// <summary>What is printed for a case; what does not apply is left out.</summary>
internal sealed record RuleAnswer
{
    private static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = RuleSetExplanation.Deepest,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly JsonSerializerOptions Page = new(Line) { WriteIndented = true };

    public string? Workflow { get; init; }

    public string? Version { get; init; }

    public IReadOnlyList<RuleLine>? Results { get; init; }

    /// <summary>Of the one rule that was to be judged.</summary>
    public ActionLine? Action { get; init; }

    /// <summary>Everything the results hang on.</summary>
    public RuleSetExplanation? Trace { get; init; }

    /// <summary>The .NET name of the value's type.</summary>
    public string? Type { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Value { get; init; }

    /// <summary>Of rules without a mistake.</summary>
    public Checked? Checked { get; init; }

    /// <summary>What is wrong with the rules.</summary>
    public IReadOnlyList<Diagnostic>? Mistakes { get; init; }

    public IReadOnlyList<Diagnostic>? Warnings { get; init; }

    /// <summary>What the author of rules without a mistake probably did not mean; null when names and types are not
    /// known.</summary>
    public IReadOnlyList<Finding>? Findings { get; init; }

    /// <summary>Why there is no answer.</summary>
    public string? Failure { get; init; }

    [JsonIgnore]
    public bool IsAnswered => Mistakes is null && Failure is null;

    public static RuleAnswer Of(RuleSetResult judged) => new()
    {
        Workflow = judged.RuleSet,
        Version = judged.Version,
        Results = [.. judged.Results.Select(RuleLine.Of)],
    };

    public static RuleAnswer Of(RuleRun run) => new()
    {
        Results = [.. run.Results.Select(RuleLine.Of)],
        Action = ActionLine.Of(run.Action),
    };

    public static RuleAnswer Of(Computation computed) => computed switch
    {
        Computation.Known known => new RuleAnswer { Type = NameOf(known), Value = Json(known.Value) },
        Computation.Flawed flawed => new RuleAnswer { Mistakes = flawed.Mistakes },
        Computation.Failed failed => new RuleAnswer { Failure = failed.Reason },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>For people: a line for each mistake, warning and finding, and what was checked.</summary>
    public string ToText()
    {
        var lines = (Mistakes ?? []).Select(mistake => mistake.ToString())
            .Concat((Warnings ?? []).Select(warning => $"{warning} (warning)"))
            .Concat((Findings ?? []).Select(finding => $"{finding} (finding)"))
            .Append(this switch
            {
                { Failure: { } failure } => failure,
                { Mistakes: { } mistakes } => $"{mistakes.Count} mistakes.",
                { Checked: Rules.Checked.NamesAndTypes } => "No mistakes.",
                _ => "No mistakes in structure and syntax; give --inputs, and names and types are checked too.",
            });
        return string.Join(Environment.NewLine, lines);
    }

    public string ToJson(bool onOneLine) => JsonSerializer.Serialize(this, onOneLine ? Line : Page);

    internal static JsonElement Json(object? value) => JsonSerializer.SerializeToElement(Plain(value), Line);

    internal static string NameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } bare ? $"{NameOf(bare)}?"
        : typeof(DataRecord).IsAssignableFrom(type) ? "Record"
        : type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;

    // A value says its type more closely than the expression does; nothing has only the expression's.
    private static string NameOf(Computation.Known known) =>
        NameOf(known.Value is null || known.Type.IsGenericType ? known.Type : known.Value.GetType());

    // Records that were made for data are written by their fields, and remembered by nobody.
    private static object? Plain(object? value) => value switch
    {
        DataRecord record => record.ToDictionary().ToDictionary(field => field.Key, field => Plain(field.Value)),
        string or JsonElement or IDictionary => value,
        IEnumerable list => list.Cast<object?>().Select(Plain).ToArray(),
        _ => value,
    };
}

/// <summary>A rule as it came out, as RulesEngine's result tree has it.</summary>
/// <param name="IsSuccess">Null when it hangs on facts that are missing.</param>
internal sealed record RuleLine(
    string RuleName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool? IsSuccess,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonElement? Output,
    string? OutputType,
    string? ActionFailure,
    string? SuccessEvent,
    IReadOnlyList<string>? MissingFacts,
    IReadOnlyList<RuleLine> Children)
{
    public static RuleLine Of(RuleResult result) => new(
        result.Rule.Name,
        result.IsSuccess,
        result.Message,
        result.Action?.Output is { } output ? RuleAnswer.Json(output) : null,
        result.Action?.Output is { } typed ? RuleAnswer.NameOf(typed.GetType()) : null,
        result.Action?.Failure,
        result.IsSuccess is true ? result.Rule.SuccessEvent : null,
        result.MissingFacts is [] ? null : result.MissingFacts,
        [.. result.Children.Select(Of)]);
}

/// <summary>What came of a rule's action.</summary>
internal sealed record ActionLine(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonElement? Output, string? Failure)
{
    public static ActionLine? Of(ActionOutcome? action) => action is null
        ? null
        : new ActionLine(action.Output is null ? null : RuleAnswer.Json(action.Output), action.Failure);
}
