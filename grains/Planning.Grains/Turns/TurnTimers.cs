using System.Collections.Immutable;
using Planning.Accounts.Policies;
using Planning.Grains.Store;

namespace Planning.Grains.Turns;

/// <summary>Which timers a customer's state asks for. They follow from the state, so nobody has to remember to set or clear one.</summary>
internal static class TurnTimers
{
    public const string BookmarkPrefix = "bookmark:";
    public const string ClockPrefix = "clock:";

    /// <param name="fired">The timer this turn answers: it is cleared unless the state asks for a later time.</param>
    public static TurnCommit Write(
        TurnCommit commit, CustomerState before, CustomerState after, MethodPolicies policies, string? fired)
    {
        // Immutable, so the very same plan and workflows ask for the very same timers.
        if (fired is null
            && after.Customer.HasTimersOf(before.Customer)
            && ReferenceEquals(before.Customer.Clock, after.Customer.Clock)
            && ReferenceEquals(before.Workflows, after.Workflows))
        {
            return commit;
        }

        var timersBefore = Of(before, policies);
        var timersAfter = Of(after, policies);
        return commit with
        {
            TimersSet = Set(timersBefore, timersAfter, fired),
            TimersCleared = [.. Cleared(timersBefore, timersAfter, fired, commit.At)],
        };
    }

    private static ImmutableSortedDictionary<string, DateTimeOffset> Of(CustomerState state, MethodPolicies policies)
    {
        var timers = ImmutableSortedDictionary.CreateBuilder<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var timer in state.Customer.Timers(policies))
        {
            timers[timer.Name] = timer.Due;
        }

        foreach (var bookmark in state.Workflows.Values.SelectMany(workflow => workflow.Bookmarks))
        {
            if (bookmark.DueAt is { } due)
            {
                timers[BookmarkPrefix + bookmark.Id] = due;
            }
        }

        foreach (var start in state.Customer.Clock?.Starts ?? [])
        {
            if (start.Next is { } next)
            {
                timers[TurnClock.TimerOf(state.Customer.Clock!, start)] = next;
            }
        }

        return timers.ToImmutable();
    }

    private static ImmutableArray<StoredTimer> Set(
        ImmutableSortedDictionary<string, DateTimeOffset> before,
        ImmutableSortedDictionary<string, DateTimeOffset> after,
        string? fired) =>
    [
        // The one that fired is written anew: a time that another policy gave may stand in the store.
        .. from timer in after
           where !before.TryGetValue(timer.Key, out var due) || due != timer.Value || timer.Key == fired
           select new StoredTimer(timer.Key, timer.Value),
    ];

    // A timer whose time has come has had its turn, also when that was refused or left everything as it was; otherwise
    // it would be told for ever. Only a state that asks for a later time keeps it.
    private static IEnumerable<string> Cleared(
        ImmutableSortedDictionary<string, DateTimeOffset> before,
        ImmutableSortedDictionary<string, DateTimeOffset> after,
        string? fired,
        DateTimeOffset now)
    {
        var unwanted = before.Keys.Where(name => !after.ContainsKey(name));
        return fired is null || (after.TryGetValue(fired, out var due) && due > now)
            ? unwanted
            : unwanted.Append(fired).Distinct();
    }
}
