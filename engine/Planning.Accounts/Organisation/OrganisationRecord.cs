using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Organisation;

/// <summary>The relationship of company and company: what is held regularly, what we say, promise and build together.</summary>
public sealed record OrganisationRecord
{
    public static OrganisationRecord Empty { get; } = new();

    public ImmutableSortedDictionary<Id<OrganisationalMechanism>, OrganisationalMechanism> Mechanisms { get; init; } =
        ImmutableSortedDictionary<Id<OrganisationalMechanism>, OrganisationalMechanism>.Empty;

    public ImmutableSortedDictionary<Id<VoiceTopic>, VoiceTopic> Topics { get; init; } =
        ImmutableSortedDictionary<Id<VoiceTopic>, VoiceTopic>.Empty;

    public ImmutableSortedDictionary<Id<Commitment>, Commitment> Commitments { get; init; } =
        ImmutableSortedDictionary<Id<Commitment>, Commitment>.Empty;

    public ImmutableSortedDictionary<Id<JointProject>, JointProject> Projects { get; init; } =
        ImmutableSortedDictionary<Id<JointProject>, JointProject>.Empty;

    public ImmutableSortedDictionary<Id<PublicStatement>, PublicStatement> Public { get; init; } =
        ImmutableSortedDictionary<Id<PublicStatement>, PublicStatement>.Empty;

    public ImmutableSortedDictionary<Id<ValueCase>, ValueCase> ValueCases { get; init; } =
        ImmutableSortedDictionary<Id<ValueCase>, ValueCase>.Empty;

    public ImmutableSortedDictionary<Id<JointStrategy>, JointStrategy> Strategies { get; init; } =
        ImmutableSortedDictionary<Id<JointStrategy>, JointStrategy>.Empty;

    /// <summary>What waits for somebody: promises and sign-offs.</summary>
    public IEnumerable<Waiting> Waiting() => Commitments.Values
        .Where(commitment => commitment.Status is CommitmentStatus.Proposed or CommitmentStatus.Made)
        .Select(commitment => commitment.Status is CommitmentStatus.Proposed
            ? new Waiting("task", $"sign off “{commitment.Text}” of {commitment.MadeBy}", $"{commitment.NeedsSignOff}", null)
            : new Waiting("task", $"keep the promise “{commitment.Text}”", commitment.MadeBy.Value, commitment.Due));

    public OrganisationRecord Apply(OrganisationEvent happened) => happened switch
    {
        MechanismAgreed agreed => this with { Mechanisms = Mechanisms.SetItem(agreed.Mechanism.Id, agreed.Mechanism) },
        MechanismHeld held => With(held.Mechanism, known => known with { Sessions = known.Sessions.Add(held.Session) }),
        MechanismEnded ended => With(ended.Mechanism, known => known with { EndedOn = ended.On }),
        BriefWritten written => With(written.Topic, known => known with { Brief = written.Brief }),
        StatementHeard heard => With(heard.Topic, known => known with { Sayings = known.Sayings.Add(heard.Saying) }),
        TopicSettled settled => With(settled.Topic, known => known with { Settled = known.Sayings.Length }),
        CommitmentGiven given => this with { Commitments = Commitments.SetItem(given.Commitment.Id, given.Commitment) },
        CommitmentSigned signed => With(signed.Commitment, known => known with
        {
            Status = signed.Granted ? CommitmentStatus.Made : CommitmentStatus.Refused,
            SignedBy = signed.Granted ? signed.By : null,
            MadeOn = signed.Granted ? signed.On : null,
            EndedOn = signed.Granted ? null : signed.On,
        }),
        CommitmentEnded ended => With(ended.Commitment, known => known with { Status = ended.Status, EndedOn = ended.On }),
        JointProjectStarted started => this with { Projects = Projects.SetItem(started.Project.Id, started.Project) },
        JointProjectProductive productive => this with
        {
            Projects = Projects.SetItem(productive.Project, Projects[productive.Project] with { ProductiveOn = productive.On }),
        },
        JointProjectEnded ended => this with { Projects = Projects.SetItem(ended.Project, Projects[ended.Project] with { EndedOn = ended.On }) },
        NamedInPublic named => this with { Public = Public.SetItem(named.Statement.Id, named.Statement) },
        ValueCaseRecorded recorded => this with { ValueCases = ValueCases.SetItem(recorded.Case.Id, recorded.Case) },
        ValueCaseAccepted accepted => this with
        {
            ValueCases = ValueCases.SetItem(
                accepted.Case, ValueCases[accepted.Case] with { AcceptedBy = accepted.By, AcceptedOn = accepted.On }),
        },
        JointStrategySigned signed => this with { Strategies = Strategies.SetItem(signed.Strategy.Id, signed.Strategy) },
        JointStrategyEnded ended => this with
        {
            Strategies = Strategies.SetItem(ended.Strategy, Strategies[ended.Strategy] with { To = ended.On }),
        },
        _ => this,
    };

    private OrganisationRecord With(Id<OrganisationalMechanism> id, Func<OrganisationalMechanism, OrganisationalMechanism> change) =>
        this with { Mechanisms = Mechanisms.SetItem(id, change(Mechanisms[id])) };

    private OrganisationRecord With(Id<Commitment> id, Func<Commitment, Commitment> change) =>
        this with { Commitments = Commitments.SetItem(id, change(Commitments[id])) };

    private OrganisationRecord With(Id<VoiceTopic> id, Func<VoiceTopic, VoiceTopic> change) =>
        this with { Topics = Topics.SetItem(id, change(Topics.GetValueOrDefault(id) ?? new VoiceTopic(id, []))) };
}
