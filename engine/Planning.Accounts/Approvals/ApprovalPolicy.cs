using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Approvals;

/// <summary>How approvals and waivers work; the defaults are METHOD §3's.</summary>
/// <param name="Ladder">Roles from low to high; a higher one may decide in place of one that is much too late.</param>
/// <param name="WorkingDays">How long each role has.</param>
/// <param name="TellAfter">Working days after the last one until the next higher role is told.</param>
/// <param name="ActAfter">Working days after the last one until a higher role may decide.</param>
/// <param name="WaiverApprovers">Who grants a waiver, in order, by the kind of what is waived: <c>gate</c>, <c>conflict</c>.</param>
/// <param name="WaiverMonths">The longest time that a waiver may hold.</param>
public sealed record ApprovalPolicy(
    ImmutableArray<string> Ladder,
    int WorkingDays,
    int TellAfter,
    int ActAfter,
    ImmutableSortedDictionary<string, ImmutableArray<string>> WaiverApprovers,
    int WaiverMonths)
{
    public ImmutableSortedDictionary<string, ImmutableArray<string>> WaiverApprovers
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = WaiverApprovers.WithComparers(StringComparer.Ordinal);

    public static ApprovalPolicy Default { get; } = new(
        ["AR", "ACCOUNT_HEAD", "REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD"],
        WorkingDays: 5,
        TellAfter: 5,
        ActAfter: 10,
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
        [
            KeyValuePair.Create<string, ImmutableArray<string>>("gate", ["REGION_HEAD"]),
            KeyValuePair.Create<string, ImmutableArray<string>>("conflict", ["REGION_HEAD", "COMPLIANCE"]),
        ]),
        WaiverMonths: 12);

    public ApprovalTimes Times(DateOnly from, WorkingCalendar calendar)
    {
        var due = calendar.Add(from, WorkingDays);
        return new ApprovalTimes(due, calendar.Add(due, TellAfter), calendar.Add(due, ActAfter));
    }

    /// <returns>Whether somebody of <paramref name="role"/> stands above <paramref name="other"/>; unknown roles do not.</returns>
    public bool IsAbove(string role, string other) =>
        Ladder.IndexOf(other) is var place and >= 0 && Ladder.IndexOf(role) > place;

    /// <returns>Nothing for the highest role, and for one outside the ladder.</returns>
    public string? Above(string role) => Ladder.IndexOf(role) is var place and >= 0 && place + 1 < Ladder.Length
        ? Ladder[place + 1]
        : null;

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        Ladder is [] ? new FieldMistake(nameof(Ladder), "is empty; name the roles from low to high") : null,
        FieldMistake.OutOfRange(nameof(WorkingDays), WorkingDays, 0, 250),
        FieldMistake.OutOfRange(nameof(TellAfter), TellAfter, 0, 250),
        FieldMistake.OutOfRange(nameof(ActAfter), ActAfter, TellAfter, 250),
        FieldMistake.OutOfRange(nameof(WaiverMonths), WaiverMonths, 1, 60));
}
