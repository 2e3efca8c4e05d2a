using System.Collections.Immutable;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Grains.Store;

namespace Planning.Grains.Turns;

/// <summary>How a turn changes what lists show of the customer.</summary>
internal static class TurnLists
{
    // States are immutable: a part that is the very same object has not changed, and most turns change none of
    // those that a list shows. Equal parts in two objects only cost the closer look.
    public static TurnCommit Write(TurnCommit commit, Customer before, Customer after)
    {
        if (ReferenceEquals(before.Standing, after.Standing)
            && ReferenceEquals(before.Plan, after.Plan)
            && ReferenceEquals(before.Approvals, after.Approvals)
            && ReferenceEquals(before.Certification, after.Certification)
            && ReferenceEquals(before.Escalations, after.Escalations)
            && ReferenceEquals(before.Incidents, after.Incidents)
            && ReferenceEquals(before.Stakeholders, after.Stakeholders)
            && ReferenceEquals(before.Team, after.Team)
            && ReferenceEquals(before.Details, after.Details))
        {
            return commit;
        }

        var row = CustomerRow.Of(after);
        var waiting = Waiting.Of(after);
        return commit with
        {
            Row = row == CustomerRow.Of(before) ? null : row,
            Places = Places(before, after),
            Evidence = [.. Filed(before.Certification.Vault, after.Certification.Vault)],
            Seats = before.Team.Seats == after.Team.Seats ? null : after.Team.Seats,
            Waiting = waiting.SequenceEqual(Waiting.Of(before)) ? null : waiting,
        };
    }

    private static IReadOnlyList<ShortListPlace>? Places(Customer before, Customer after) =>
        ReferenceEquals(before.Certification, after.Certification)
        || after.Certification.Places() is var places && places.SequenceEqual(before.Certification.Places())
            ? null
            : places;

    private static IEnumerable<Evidence> Filed(
        ImmutableSortedDictionary<Id<Evidence>, FiledEvidence> before, ImmutableSortedDictionary<Id<Evidence>, FiledEvidence> after) =>
        ReferenceEquals(before, after) ? [] : after.Where(filed => !before.ContainsKey(filed.Key)).Select(filed => filed.Value.Evidence);
}
