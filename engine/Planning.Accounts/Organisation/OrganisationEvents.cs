using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Organisation;

/// <summary>Something between company and company.</summary>
public abstract record OrganisationEvent : CustomerEvent;

public sealed record MechanismAgreed(OrganisationalMechanism Mechanism) : OrganisationEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"The mechanism {Mechanism.Id} ({Words<Contents.MechanismType>.Of(Mechanism.Type)}) was agreed: every {Mechanism.EveryMonths} months from {Mechanism.FirstOn:yyyy-MM-dd}.");
}

public sealed record MechanismHeld(Id<OrganisationalMechanism> Mechanism, Session Session) : OrganisationEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"The mechanism {Mechanism} planned for {Session.For:yyyy-MM-dd} was held on {Session.HeldOn:yyyy-MM-dd} with {Session.TheirPeople.Length} people of the customer: {Session.Output ?? "nothing came of it"}.");
}

public sealed record MechanismEnded(Id<OrganisationalMechanism> Mechanism, DateOnly On, string Reason) : OrganisationEvent
{
    protected override string Tell() => FormattableString.Invariant($"The mechanism {Mechanism} ended on {On:yyyy-MM-dd}: {Reason}.");
}

public sealed record BriefWritten(Id<VoiceTopic> Topic, Brief Brief) : OrganisationEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"On {Topic} everybody says “{Brief.Position}” until {Brief.ValidTo:yyyy-MM-dd}.");
}

public sealed record StatementHeard(Id<VoiceTopic> Topic, Saying Saying) : OrganisationEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Saying.By} said “{Saying.Position}” on {Topic} on {Saying.On:yyyy-MM-dd}{(Saying.From is HeardFrom.Customer ? ", the customer tells us" : "")}.");
}

/// <param name="Told">Who at the customer was told what holds.</param>
public sealed record TopicSettled(Id<VoiceTopic> Topic, string Position, ImmutableArray<Id<Person>> Told, string By) : OrganisationEvent
{
    protected override string Tell() => $"{By} told {string.Join(", ", Told)} what holds on {Topic}: “{Position}”.";
}

/// <summary>Made at once, or proposed to the seat that must sign it off.</summary>
public sealed record CommitmentGiven(Commitment Commitment) : OrganisationEvent
{
    protected override string Tell() => Commitment.NeedsSignOff is { } other
        ? $"{Commitment.MadeBy} wants to promise “{Commitment.Text}” on {Commitment.Topic}; {other} is asked first."
        : FormattableString.Invariant(
            $"{Commitment.MadeBy} promised “{Commitment.Text}” on {Commitment.Topic} for {Commitment.Due:yyyy-MM-dd}.");
}

public sealed record CommitmentSigned(Id<Commitment> Commitment, bool Granted, string By, DateOnly On, string? Reason) : OrganisationEvent
{
    protected override string Tell() => Granted
        ? $"{By} signed off the commitment {Commitment}."
        : $"{By} did not sign off the commitment {Commitment}: {Reason}.";
}

public sealed record CommitmentEnded(Id<Commitment> Commitment, CommitmentStatus Status, DateOnly On, string Note) : OrganisationEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"The commitment {Commitment} was {Words<CommitmentStatus>.Of(Status)} on {On:yyyy-MM-dd}: {Note}.");
}

public sealed record JointProjectStarted(JointProject Project) : OrganisationEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"The joint project {Project.Name} began on {Project.Since:yyyy-MM-dd}.");
}

public sealed record JointProjectProductive(Id<JointProject> Project, DateOnly On) : OrganisationEvent
{
    protected override string Tell() => FormattableString.Invariant($"The joint project {Project} is in production since {On:yyyy-MM-dd}.");
}

public sealed record JointProjectEnded(Id<JointProject> Project, DateOnly On, string Reason) : OrganisationEvent
{
    protected override string Tell() => FormattableString.Invariant($"The joint project {Project} ended on {On:yyyy-MM-dd}: {Reason}.");
}

public sealed record NamedInPublic(PublicStatement Statement) : OrganisationEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"The customer named us in public on {Statement.On:yyyy-MM-dd} ({Statement.Where}): {Statement.Text}");
}

public sealed record ValueCaseRecorded(ValueCase Case) : OrganisationEvent
{
    protected override string Tell() => $"The value case “{Case.Title}” was recorded: {Case.Amount} of {Words<ValueEffect>.Of(Case.Effect)}.";
}

public sealed record ValueCaseAccepted(Id<ValueCase> Case, Id<Person> By, DateOnly On) : OrganisationEvent
{
    protected override string Tell() => FormattableString.Invariant($"{By} of the customer accepted the value case {Case} on {On:yyyy-MM-dd}.");
}

public sealed record JointStrategySigned(JointStrategy Strategy) : OrganisationEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Strategy.OurSigner} and {Strategy.TheirSigner} signed the joint strategy “{Strategy.Title}”, {Strategy.From:yyyy-MM-dd} to {Strategy.To:yyyy-MM-dd}.");
}

public sealed record JointStrategyEnded(Id<JointStrategy> Strategy, DateOnly On, string Reason) : OrganisationEvent
{
    protected override string Tell() => FormattableString.Invariant($"The joint strategy {Strategy} ended on {On:yyyy-MM-dd}: {Reason}.");
}
