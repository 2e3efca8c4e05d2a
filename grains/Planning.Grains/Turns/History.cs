using Planning.Accounts.Customers;
using Planning.Grains.Store;

namespace Planning.Grains.Turns;

/// <summary>Tells a turn of the journal in sentences.</summary>
public static class History
{
    /// <returns>A sentence for each thing that happened, or the one that refused; empty when all was so already.</returns>
    public static IReadOnlyList<string> Of(HistoryRow turn) => TurnJson.Read<Answer>(turn.Answer) is Answer.Refused refused
        ? [$"Refused: {refused.Sentence} {string.Join(' ', refused.Missing)}".TrimEnd()]
        : [.. Events(turn).Select(happened => happened.Sentence)];

    /// <summary>What happened in the turn.</summary>
    public static IReadOnlyList<CustomerEvent> Events(HistoryRow turn) => TurnJson.Read<List<CustomerEvent>>(turn.Events);
}
