using System.Text.Json;
using System.Text.Json.Nodes;

namespace Planning.Flows.Instances;

/// <summary>What an instance waits for, and where it goes on when that comes.</summary>
/// <param name="Name">The stimulus, such as <c>Planning.PlanStage</c>.</param>
/// <param name="Data">What tells one stimulus of that name from another, as a JSON object.</param>
/// <param name="DueAt">When the host resumes it of its own accord; null when only a stimulus does.</param>
public sealed record Bookmark(
    string Id,
    string Name,
    JsonElement Data,
    string ActivityId,
    string ActivityNodeId,
    string ActivityInstanceId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DueAt = null)
{
    /// <summary>A copy of <see cref="Data"/> to work with; changing it changes nothing here.</summary>
    public JsonObject Payload => JsonObject.Create(Data) ?? [];
}
