using System.Collections.Immutable;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Grains.Store;

/// <summary>All that one turn of one customer changes; it becomes durable whole or not at all.</summary>
/// <param name="Version">The version this turn makes: one more than the one it was decided on.</param>
/// <param name="Actor">Who asked.</param>
/// <param name="Message">The id of the request; the first answer to it is the only one.</param>
/// <param name="Kind">What was asked, in kebab-case.</param>
/// <param name="Answer">The answer as JSON.</param>
/// <param name="Events">What happened, as a JSON array; empty for a refusal.</param>
public sealed record TurnCommit(
    Id<Customer> Customer,
    long Version,
    DateTimeOffset At,
    string Actor,
    string Message,
    string Kind,
    string Answer,
    string Events)
{
    /// <summary>The state after this turn, from time to time, so that loading need not begin at the beginning.</summary>
    public string? Snapshot { get; init; }

    public ImmutableArray<StoredInstance> Instances { get; init; } = [];

    public ImmutableArray<StoredBookmark> BookmarksCreated { get; init; } = [];

    public ImmutableArray<string> BookmarksBurned { get; init; } = [];

    public ImmutableArray<StoredTimer> TimersSet { get; init; } = [];

    public ImmutableArray<string> TimersCleared { get; init; } = [];

    /// <summary>What workflows did, in order.</summary>
    public ImmutableArray<StoredLog> Log { get; init; } = [];

    /// <summary>The activity executions that were touched, as they stand now.</summary>
    public ImmutableArray<StoredExecution> Executions { get; init; } = [];

    /// <summary>What is to leave the host, due at once.</summary>
    public ImmutableArray<OutboxEntry> OutboxAdded { get; init; } = [];

    /// <summary>Ids of entries whose outcome was heard or is waited for no longer.</summary>
    public ImmutableArray<string> OutboxRemoved { get; init; } = [];

    /// <summary>What versions in shadow said, for the report.</summary>
    public ImmutableArray<TierShadowed> Shadowed { get; init; } = [];

    /// <summary>Nothing when the customer looks the same in lists as before.</summary>
    public CustomerRow? Row { get; init; }

    /// <summary>Nothing when the same people hold the same seats as before.</summary>
    public IReadOnlyList<SeatAssignment>? Seats { get; init; }

    /// <summary>Nothing when we stand on the same short lists as before.</summary>
    public IReadOnlyList<ShortListPlace>? Places { get; init; }

    /// <summary>The evidence that was filed.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>Nothing when the same things wait as before.</summary>
    public IReadOnlyList<Waiting>? Waiting { get; init; }
}

public sealed record StoredInstance(string Id, string DefinitionId, int DefinitionVersion, string Status, string State);

public sealed record StoredBookmark(string Id, string Instance, string Name, string Payload);

/// <param name="Name">Unique within the customer; setting it again moves it.</param>
public sealed record StoredTimer(string Name, DateTimeOffset Due);

/// <param name="First">The sequence number of its first entry.</param>
/// <param name="Entries">A JSON array of <see cref="LogEntry"/>.</param>
public sealed record StoredLog(string Instance, long First, long Last, string Entries);

/// <param name="Last">The sequence number of its newest entry in the log.</param>
/// <param name="Body">An <see cref="ActivityExecution"/> as JSON.</param>
public sealed record StoredExecution(string Id, string Instance, string Node, long Last, bool IsOver, string Body);

/// <summary>What became of a commit.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>It is on the disk.</summary>
    public sealed record Committed : CommitOutcome;

    /// <summary>The message was answered before; nothing was changed now.</summary>
    /// <param name="Answer">The first answer, as JSON.</param>
    public sealed record AlreadyAnswered(string Answer) : CommitOutcome;

    /// <summary>Somebody else moved the customer on; nothing was changed. Load it again and decide again.</summary>
    public sealed record Superseded : CommitOutcome;
}
