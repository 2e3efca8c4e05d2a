using Planning.Flows.Definitions;

namespace Planning.Flows.Flowcharts;

/// <summary>How often an activity was run or passed over, or a connection was come to.</summary>
/// <param name="From">Activity id.</param>
/// <param name="Outcome">Null when the activity itself is counted.</param>
/// <param name="To">Activity id; null when the activity itself is counted.</param>
/// <param name="WasFollowed">Whether the last time the connection was also followed.</param>
public sealed record FlowVisit(string From, string? Outcome, string? To, int Count, bool WasFollowed = false);

/// <summary>What one flowchart in counter mode remembers.</summary>
internal sealed class FlowVisits
{
    private readonly OrderedDictionary<(string From, string? Outcome, string? To), FlowVisit> _visits = [];

    public FlowVisits() { }

    public FlowVisits(IEnumerable<FlowVisit> visits)
    {
        foreach (var visit in visits)
        {
            _visits[(visit.From, visit.Outcome, visit.To)] = visit;
        }
    }

    public IReadOnlyCollection<FlowVisit> All => _visits.Values;

    public int To(Node activity) => _visits.GetValueOrDefault((activity.Id, null, null))?.Count ?? 0;

    public int To(Connection connection) => _visits.GetValueOrDefault(Key(connection))?.Count ?? 0;

    public bool WasFollowed(Connection connection) => _visits.GetValueOrDefault(Key(connection))?.WasFollowed is true;

    public void Count(Node activity) => Count((activity.Id, null, null), false);

    public void Count(Connection connection, bool isFollowed) => Count(Key(connection), isFollowed);

    private static (string From, string? Outcome, string? To) Key(Connection connection) =>
        (connection.Source.Id, connection.Port, connection.Target.Id);

    private void Count((string From, string? Outcome, string? To) key, bool isFollowed)
    {
        var count = _visits.GetValueOrDefault(key)?.Count ?? 0;
        _visits[key] = new FlowVisit(key.From, key.Outcome, key.To, count + 1, isFollowed);
    }
}
