using System.Collections.Immutable;
using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;

namespace Planning.Accounts.People;

/// <summary>Assess how somebody stands to us (METHOD §5.2). A high level waits for a second assessor, a very high one for a
/// manager as well; until then the assessment before it counts.</summary>
/// <param name="Stance">Nothing when it stays as it was.</param>
/// <param name="TargetLevel">Nothing when it stays as it was.</param>
[Command("assess-person", "Assess by four dimensions how somebody stands to us, with dated proofs")]
public sealed record AssessPerson(
    Id<KeyAssessment> Id,
    Id<Person> Person,
    KeyDimensions Dimensions,
    ImmutableArray<Proof> Proofs,
    Stance? Stance = null,
    int? TargetLevel = null) : PersonCommand(Person)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
    [
        .. base.Mistakes(customer, on),
        .. Dimensions.Mistakes(),
        .. FieldMistake.Among(FieldMistake.OutOfRange(nameof(TargetLevel), TargetLevel ?? 0, 0, 5)),
        .. All.SelectMany(proof => FieldMistake.Among(
            FieldMistake.NotYet(nameof(Proofs), proof.On, on.Today), FieldMistake.Blank(nameof(Proofs), proof.What))),
    ];

    public override Decision Decide(Customer customer, Occasion on)
    {
        var (policy, person) = (on.Policies.Coverage.Assessment, Meant(customer).Id);
        var dossier = customer.Stakeholders.Of(person);
        if (dossier.Pending?.Id == Id || dossier.Assessments.Any(assessment => assessment.Id == Id))
        {
            return Decision.Record();
        }

        var level = Dimensions.Level;
        var proofs = All.Count(proof => proof.On >= on.Today.AddDays(-policy.ProofDays));
        if (level >= policy.SecondFrom && proofs < policy.Proofs)
        {
            return Decision.Refuse("proof-missing", FormattableString.Invariant(
                $"Level {level} needs {policy.Proofs} proofs of the last {policy.ProofDays} days; there are {proofs}."));
        }

        var assessed = new PersonAssessed(new KeyAssessment(Id, person, on.Actor, on.Today, Dimensions, All)
        {
            Stance = Stance,
            TargetLevel = TargetLevel,
        });
        CustomerEvent[] before = dossier.Pending is { } replaced ? [.. SecondAssessment.Withdraw(customer, replaced)] : [];
        return level < policy.SecondFrom
            ? Decision.Record([.. before, assessed, new AssessmentCounts(person, Id, level)])
            : Decision.Record([.. before, assessed]);
    }

    private ImmutableArray<Proof> All => Proofs.IsDefault ? [] : Proofs;
}

/// <summary>Come to the same as somebody else did, as a second assessor.</summary>
/// <param name="Id">The assessment that waits.</param>
[Command("second-assessment", "Come to the same assessment as a second assessor")]
public sealed record SecondAssessment(Id<KeyAssessment> Id, Id<Person> Person) : PersonCommand(Person)
{
    private const string Kind = "assessment:";

    public override Decision Decide(Customer customer, Occasion on)
    {
        var person = Meant(customer).Id;
        var dossier = customer.Stakeholders.Of(person);
        if (dossier.Pending is not { } pending || pending.Id != Id)
        {
            return dossier.Assessments.Any(assessment => assessment.Id == Id)
                ? Decision.Record()
                : Decision.Refuse("assessment-unknown", $"No assessment {Id} of {Person} waits for a second assessor.");
        }

        if (pending.Second is not null)
        {
            return Decision.Record();
        }

        if (pending.Assessor == on.Actor)
        {
            return Decision.Refuse("assesses-twice", $"{on.Actor} made the assessment, so somebody else has to come to the same.");
        }

        var seconded = new AssessmentSeconded(person, Id, on.Actor, on.Today);
        var policy = on.Policies.Coverage.Assessment;
        return pending.Level < policy.CheckFrom
            ? Decision.Record(seconded, new AssessmentCounts(person, Id, pending.Level))
            : Decision.Record(seconded, Approval.Ask(
                Kind + Id,
                FormattableString.Invariant($"level {pending.Level} of {customer.People[person].Name}"),
                pending.Assessor,
                [policy.CheckedBy],
                on));
    }

    /// <summary>What follows when the manager has checked an assessment.</summary>
    internal static IEnumerable<CustomerEvent> Checked(Customer customer, ApprovalConcluded concluded) =>
        from dossier in customer.Stakeholders.Dossiers
        where dossier.Value.Pending is { } pending && concluded.Subject == Kind + pending.Id
        select concluded.Granted
            ? (CustomerEvent)new AssessmentCounts(dossier.Key, dossier.Value.Pending!.Id, dossier.Value.Pending.Level)
            : new AssessmentDropped(dossier.Key, dossier.Value.Pending!.Id);

    /// <summary>A newer assessment takes the place of one that waits: nobody has to agree to that any more.</summary>
    internal static IEnumerable<CustomerEvent> Withdraw(Customer customer, KeyAssessment pending) =>
    [
        new AssessmentDropped(customer.Stakeholders.Resolve(pending.Person), pending.Id),
        .. customer.Approvals.Open.TryGetValue(Kind + pending.Id, out var asked)
            ? [new ApprovalWithdrawn(asked.Subject, asked.What)]
            : Array.Empty<CustomerEvent>(),
    ];
}
