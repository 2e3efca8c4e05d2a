using System.Text.Json.Nodes;
using Planning.Flows.Flowcharts;

namespace Planning.Flows.Compatibility.Tests.Support;

/// <summary>One case: what is started, what happens to it, and what Elsa made of it.</summary>
/// <param name="Definitions">The texts of the definition files, in the order of their import.</param>
/// <param name="Run">The definition id that is started.</param>
/// <param name="Resumes">Whatever waits is resumed, one after the other, until nothing waits.</param>
/// <param name="Unordered">Fields whose order is not fixed.</param>
internal sealed record FlowCase(
    string Id,
    IReadOnlyList<string> Definitions,
    string Run,
    FlowchartExecutionMode Mode,
    JsonNode? Input,
    string? CorrelationId,
    JsonArray Steps,
    bool Resumes,
    IReadOnlyList<string> Unordered,
    JsonObject Expected)
{
    /// <summary>Definitions that are there as well, as far as they are sound.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}
