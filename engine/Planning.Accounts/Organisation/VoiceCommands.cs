using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Organisation;

/// <summary>Say what everybody of ours says on a topic; a newer brief takes the place of the older.</summary>
[Command("write-brief", "Say what everybody of ours says on a topic, until when")]
public sealed record WriteBrief(Id<VoiceTopic> Topic, string Position, DateOnly ValidTo, Id<Employee> Owner, string Audience)
    : CustomerCommand
{
    public override IEnumerable<Id<Employee>> Employees => [Owner];

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Position), Position),
        FieldMistake.Blank(nameof(Audience), Audience),
        ValidTo < on.Today ? new FieldMistake(nameof(ValidTo), "lies before today; a brief holds for a time to come") : null);

    public override Decision Decide(Customer customer, Occasion on)
    {
        var brief = new Brief(Position.Trim(), ValidTo, Owner, Audience);
        return customer.Organisation.Topics.GetValueOrDefault(Topic)?.Brief == brief
            ? Decision.Record()
            : Decision.Record(new BriefWritten(Topic, brief));
    }
}

/// <summary>Write down what one of ours said to the customer on a topic.</summary>
/// <param name="Position">In few words, as the brief has it; two texts that differ are a conflict.</param>
/// <param name="ByCustomer">The customer tells us that it was said.</param>
[Command("record-statement", "Write down what one of ours said to the customer on a topic")]
public sealed record RecordStatement(Id<VoiceTopic> Topic, string Position, Id<Employee> By, DateOnly On, bool ByCustomer = false)
    : CustomerCommand
{
    public override IEnumerable<Id<Employee>> Employees => [By];

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Position), Position),
        FieldMistake.NotYet(nameof(On), On, on.Today));

    public override Decision Decide(Customer customer, Occasion on)
    {
        var saying = new Saying(Position.Trim(), By, On, ByCustomer ? HeardFrom.Customer : HeardFrom.Ourselves);
        return customer.Organisation.Topics.GetValueOrDefault(Topic)?.Sayings.Contains(saying) is true
            ? Decision.Record()
            : Decision.Record(new StatementHeard(Topic, saying));
    }
}

/// <summary>Tell the customer what holds on a topic; what was said before contradicts nobody any more.</summary>
/// <param name="Told">Who at the customer was told, one or more.</param>
[Command("settle-topic", "Tell the customer what holds on a topic, by the brief")]
public sealed record SettleTopic(Id<VoiceTopic> Topic, ImmutableArray<Id<Person>> Told) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
    [
        Told.IsDefaultOrEmpty ? new FieldMistake(nameof(Told), "is empty; name who at the customer knows it now") : null,
        .. Told.IsDefault ? [] : Told.Select(person => AtCustomer.Unknown(customer, nameof(Told), person)),
    ]);

    public override Decision Decide(Customer customer, Occasion on) => customer.Organisation.Topics.GetValueOrDefault(Topic) switch
    {
        null => Decision.Refuse("topic-unknown", $"Nobody has said anything on {Topic}."),
        { Brief: not { } } => NoBrief(),
        { Brief: { } brief } when brief.ValidTo < on.Today => NoBrief(),
        var topic when topic.Settled == topic.Sayings.Length => Decision.Record(),
        { Brief: { } brief } => Decision.Record(new TopicSettled(Topic, brief.Position, [.. Told.Distinct()], on.Actor)),
    };

    private Decision NoBrief() => Decision.Refuse("no-brief", $"No brief says what holds on {Topic}; write it first.");
}
