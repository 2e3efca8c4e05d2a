using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Organisation;

[Command("start-joint-project", "Begin something that both companies build")]
public sealed record StartJointProject(Id<JointProject> Id, string Name, DateOnly Since, Id<Employee> OurOwner) : CustomerCommand
{
    public override IEnumerable<Id<Employee>> Employees => [OurOwner];

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Name), Name),
        FieldMistake.NotYet(nameof(Since), Since, on.Today),
        customer.Organisation.Projects.TryGetValue(Id, out var known)
            && (known.Name, known.Since, known.OurOwner) != (Name, Since, OurOwner)
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another joint project already")
            : null);

    public override Decision Decide(Customer customer, Occasion on) => customer.Organisation.Projects.ContainsKey(Id)
        ? Decision.Record()
        : Decision.Record(new JointProjectStarted(new JointProject(Id, Name, Since, OurOwner)));
}

[Command("take-joint-project-into-production", "Say that the customer uses a joint project in earnest")]
public sealed record TakeIntoProduction(Id<JointProject> Project, DateOnly On) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.NotYet(nameof(On), On, on.Today));

    public override Decision Decide(Customer customer, Occasion on) => customer.Organisation.Projects.GetValueOrDefault(Project) switch
    {
        null => Decision.Refuse("project-unknown", $"There is no joint project {Project}."),
        { ProductiveOn: not null } => Decision.Record(),
        { EndedOn: not null } => Decision.Refuse("project-over", $"The joint project {Project} is over."),
        { Since: var since } when On < since =>
            Decision.Refuse("before-it-began", FormattableString.Invariant($"The joint project {Project} began on {since:yyyy-MM-dd} only.")),
        _ => Decision.Record(new JointProjectProductive(Project, On)),
    };
}

[Command("end-joint-project", "End a joint project, with the reason")]
public sealed record EndJointProject(Id<JointProject> Project, DateOnly On, string Reason) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Reason), Reason), FieldMistake.NotYet(nameof(On), On, on.Today));

    public override Decision Decide(Customer customer, Occasion on) => customer.Organisation.Projects.GetValueOrDefault(Project) switch
    {
        null => Decision.Refuse("project-unknown", $"There is no joint project {Project}."),
        { EndedOn: not null } => Decision.Record(),
        _ => Decision.Record(new JointProjectEnded(Project, On, Reason)),
    };
}

/// <summary>Keep that the customer named us in public as a reason to buy from it.</summary>
/// <param name="Where">The place that everybody can look it up.</param>
[Command("note-public-statement", "Keep that the customer named us in public")]
public sealed record NotePublicStatement(Id<PublicStatement> Id, DateOnly On, string Where, string Text) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Where), Where),
        FieldMistake.Blank(nameof(Text), Text),
        FieldMistake.NotYet(nameof(On), On, on.Today),
        customer.Organisation.Public.TryGetValue(Id, out var known) && known != AsStatement()
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another statement already")
            : null);

    public override Decision Decide(Customer customer, Occasion on) => customer.Organisation.Public.ContainsKey(Id)
        ? Decision.Record()
        : Decision.Record(new NamedInPublic(AsStatement()));

    private PublicStatement AsStatement() => new(Id, On, Where, Text);
}

/// <summary>Write down what the customer earned or saved through us; it counts when the customer has accepted it.</summary>
[Command("record-value-case", "Write down what the customer earned or saved through us, with the proof")]
public sealed record RecordValueCase(Id<ValueCase> Id, string Title, ValueEffect Effect, Money Amount, string Proof) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Title), Title),
        FieldMistake.Blank(nameof(Proof), Proof),
        Amount.Millions > 0 ? null : new FieldMistake(nameof(Amount), "must be above 0"),
        customer.Organisation.ValueCases.TryGetValue(Id, out var known)
            && known with { AcceptedBy = null, AcceptedOn = null } != AsCase()
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another value case already")
            : null);

    public override Decision Decide(Customer customer, Occasion on) => customer.Organisation.ValueCases.ContainsKey(Id)
        ? Decision.Record()
        : Decision.Record(new ValueCaseRecorded(AsCase()));

    private ValueCase AsCase() => new(Id, Title, Effect, Amount, Proof);
}

[Command("accept-value-case", "Keep who at the customer accepted a value case, and when")]
public sealed record AcceptValueCase(Id<ValueCase> Case, Id<Person> By, DateOnly On) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        AtCustomer.Unknown(customer, nameof(By), By), FieldMistake.NotYet(nameof(On), On, on.Today));

    public override Decision Decide(Customer customer, Occasion on) => customer.Organisation.ValueCases.GetValueOrDefault(Case) switch
    {
        null => Decision.Refuse("value-case-unknown", $"There is no value case {Case}."),
        { AcceptedOn: not null } => Decision.Record(),
        _ => Decision.Record(new ValueCaseAccepted(Case, By, On)),
    };
}

/// <summary>Keep a strategy that both companies signed.</summary>
/// <param name="To">Its last day.</param>
[Command("sign-joint-strategy", "Keep a strategy that both companies signed, and how long it holds")]
public sealed record SignJointStrategy(
    Id<JointStrategy> Id, string Title, DateOnly From, DateOnly To, string OurSigner, Id<Person> TheirSigner) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Title), Title),
        FieldMistake.Blank(nameof(OurSigner), OurSigner),
        AtCustomer.Unknown(customer, nameof(TheirSigner), TheirSigner),
        To < From ? new FieldMistake(nameof(To), "lies before its first day") : null,
        customer.Organisation.Strategies.TryGetValue(Id, out var known)
            && (known.Title, known.From, known.OurSigner, known.TheirSigner) != (Title, From, OurSigner, TheirSigner)
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another strategy already")
            : null);

    public override Decision Decide(Customer customer, Occasion on) => customer.Organisation.Strategies.ContainsKey(Id)
        ? Decision.Record()
        : Decision.Record(new JointStrategySigned(new JointStrategy(Id, Title, From, To, OurSigner, TheirSigner)));
}

[Command("end-joint-strategy", "End a strategy that both companies signed before its time, with the reason")]
public sealed record EndJointStrategy(Id<JointStrategy> Strategy, DateOnly On, string Reason) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Reason), Reason), FieldMistake.NotYet(nameof(On), On, on.Today));

    public override Decision Decide(Customer customer, Occasion on) => customer.Organisation.Strategies.GetValueOrDefault(Strategy) switch
    {
        null => Decision.Refuse("strategy-unknown", $"There is no joint strategy {Strategy}."),
        { To: var to } when to <= On => Decision.Record(),
        _ => Decision.Record(new JointStrategyEnded(Strategy, On, Reason)),
    };
}
