using Planning.Accounts.Customers;
using Planning.Flows.Runtime;
using Planning.Grains.Turns;

namespace Planning.Grains.Store;

/// <summary>What is to leave the host. Turns add entries and remove them; between, they are taken and put back.</summary>
public interface IOutbox
{
    /// <summary>A turn of this process has added entries.</summary>
    event EventHandler? Added;

    /// <returns>Entries due by <paramref name="now"/>, the most overdue first, of each receiver only the first few.</returns>
    Task<IReadOnlyList<DueEntry>> DueAsync(
        DateTimeOffset now, int ofOneReceiver, int take, CancellationToken cancellationToken);

    /// <summary>Takes an entry for a while: until then nobody else finds it due.</summary>
    /// <returns>What to send, or of an answered entry the outcome to tell; nothing when somebody else was faster.</returns>
    Task<string?> TakeAsync(DueEntry entry, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Makes an entry due again; one that is gone stays gone.</summary>
    /// <param name="attempts">How often it was sent in vain.</param>
    /// <param name="outcome">What came of the last time, as JSON; nothing when it is not known.</param>
    Task PutBackAsync(
        string id, DateTimeOffset due, int attempts, string? outcome, CancellationToken cancellationToken);

    /// <summary>Keeps an outcome that the customer could not be told of, so that nothing is sent again for it.</summary>
    /// <param name="due">When the customer is told again.</param>
    Task KeepOutcomeAsync(string id, DateTimeOffset due, string outcome, CancellationToken cancellationToken);

    Task<OutboxDepth> DepthAsync(CancellationToken cancellationToken);
}

/// <summary>Something that a turn wants to leave the host.</summary>
/// <param name="Id">Unique in the store; its outcome is reported under it.</param>
/// <param name="Instance">The workflow instance that waits for the outcome.</param>
/// <param name="Receiver">Who gets it: of one receiver only a few entries are under way at once.</param>
/// <param name="Body">What is sent, as JSON.</param>
public sealed record OutboxEntry(string Id, string Instance, string Kind, string Receiver, string Body)
{
    public static OutboxEntry Of(string instance, HttpCall call) =>
        new(call.Id, instance, "http-request", call.Url.Authority, TurnJson.Write(call));
}

/// <param name="Due">As it stands in the store; whoever takes the entry takes it by this.</param>
/// <param name="Attempts">How often it was sent in vain.</param>
/// <param name="Answered">The outcome is known, and only the customer has to be told.</param>
public sealed record DueEntry(
    string Id, Id<Customer> Customer, string Receiver, string Due, int Attempts, bool Answered);

/// <param name="Entries">How many there are, due, taken or later.</param>
/// <param name="Oldest">The earliest due time; nothing when there are none.</param>
public sealed record OutboxDepth(int Entries, string? Oldest);
