using Planning.Accounts.Plans;

namespace Planning.Accounts.Contents;

public sealed record PlanEntryWritten(PlanEntry Entry) : PlanEvent
{
    protected override string Tell() => Entry.Gist is { } gist
        ? $"Written into the plan: {Entry.Title}, “{gist}”."
        : $"Written into the plan: {Entry.Title}.";
}

public sealed record PlanEntryStruck(string Key) : PlanEvent
{
    protected override string Tell() => $"Struck from the plan: {Key.Replace(':', ' ')}.";
}

public sealed record EnvelopeGiven(RegionEnvelope Envelope, string By) : PlanEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{By} gave the plan {Envelope.Budget} and {Envelope.Fte} FTE of what {Envelope.Region} has.");
}

/// <summary>The customer was led through the shared extract of the plan (METHOD A7).</summary>
public sealed record PlanValidated(ValidationMeeting Meeting) : PlanEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Meeting.People.Length} people of the customer were led through the plan on {Meeting.HeldOn:yyyy-MM-dd}: {Meeting.Comments}");
}

public sealed record HiringApproved(DateOnly On) : PlanEvent
{
    protected override string Tell() => FormattableString.Invariant($"The people that the plan lacks may be hired, since {On:yyyy-MM-dd}.");
}
