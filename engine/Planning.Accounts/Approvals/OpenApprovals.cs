using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Approvals;

/// <summary>What a customer's people are asked to agree to, and the waivers that were asked for.</summary>
/// <param name="Open">By subject; one that is concluded is in the journal only.</param>
public sealed record OpenApprovals(
    ImmutableSortedDictionary<string, Approval> Open, ImmutableSortedDictionary<Id<Waiver>, Waiver> Waivers)
{
    public const string WaiverKind = "waiver:";

    public static OpenApprovals Empty { get; } = new(
        ImmutableSortedDictionary.Create<string, Approval>(StringComparer.Ordinal),
        ImmutableSortedDictionary<Id<Waiver>, Waiver>.Empty);

    /// <summary>By subject, in an order that no language of a machine changes.</summary>
    public ImmutableSortedDictionary<string, Approval> Open
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = Open.WithComparers(StringComparer.Ordinal);

    /// <returns>Nothing when nobody has waived that for it, or the time is over.</returns>
    public Waiver? Find(string criterion, string subject, DateOnly today) => Waivers.Values.FirstOrDefault(
        waiver => waiver.Criterion == criterion && waiver.Object == subject && waiver.InForceOn(today));

    /// <summary>The waiver that an approval is about; nothing when it is about something else.</summary>
    public Waiver? Asked(string subject) => Waivers.Values.FirstOrDefault(waiver => subject == WaiverKind + waiver.Id);

    /// <summary>When the next higher role has to be told of the first step that is late.</summary>
    public DateOnly? NextLate() => Open.Values
        .Select(approval => approval.Current())
        .Where(step => step is { LateNoted: false, Times: not null })
        .Select(step => (DateOnly?)step!.Times!.TellOn)
        .Min();

    public IEnumerable<CustomerEvent> Late(Occasion on) => Open.Values.Select(approval => approval.Late(on)).OfType<ApprovalLate>();

    public OpenApprovals Apply(ApprovalEvent happened) => happened switch
    {
        ApprovalAsked asked => this with { Open = Open.SetItem(asked.Approval.Subject, asked.Approval) },
        ApprovalDecided decided => With(decided.Subject, decided),
        ApprovalLate late => With(late.Subject, late),
        ApprovalConcluded concluded => this with { Open = Open.Remove(concluded.Subject) },
        ApprovalWithdrawn withdrawn => this with { Open = Open.Remove(withdrawn.Subject) },
        WaiverRequested requested => this with { Waivers = Waivers.SetItem(requested.Waiver.Id, requested.Waiver) },
        WaiverGranted granted => this with
        {
            Waivers = Waivers.SetItem(granted.Waiver, Waivers[granted.Waiver] with { GrantedOn = granted.On }),
        },
        _ => this,
    };

    private OpenApprovals With(string subject, ApprovalEvent happened) => Open.TryGetValue(subject, out var approval)
        ? this with { Open = Open.SetItem(subject, approval.Apply(happened)) }
        : this;
}
