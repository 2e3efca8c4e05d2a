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

    /// <summary>Whether it waits for this stimulus with this text in one of its members.</summary>
    public bool Is(string name, string member, string value) => Name == name && Carries(member, value);

    /// <summary>Whether one of the members of its payload is this text.</summary>
    public bool Carries(string member, string value) => Data.TryGetProperty(member, out var found)
        && found.ValueKind is JsonValueKind.String && found.ValueEquals(value);

    // JSON elements are equal only to themselves, but a bookmark that was stored and loaded is still that bookmark.
    public bool Equals(Bookmark? other) => other is not null && Id == other.Id && Name == other.Name
        && ActivityNodeId == other.ActivityNodeId && ActivityInstanceId == other.ActivityInstanceId
        && CreatedAt == other.CreatedAt && DueAt == other.DueAt && JsonElement.DeepEquals(Data, other.Data);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
