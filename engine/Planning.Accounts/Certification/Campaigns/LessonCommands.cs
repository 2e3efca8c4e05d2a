using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

[Command("note-campaign-lessons", "Write down what a campaign taught us, for the next one")]
public sealed record NoteLessons(Id<Campaign> Campaign, ImmutableArray<string> Learned) : CampaignCommand(Campaign)
{
    private protected override IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) =>
    [
        Learned is [] ? new FieldMistake(nameof(Learned), "is empty; write at least one lesson") : null,
        .. Learned.Select((lesson, at) => FieldMistake.Blank($"Learned[{at}]", lesson)),
    ];

    private protected override Decision Decide(Campaign campaign, Customer customer, Occasion on) => campaign switch
    {
        { Decision: null } => Decision.Refuse(
            "not-decided", $"The customer has not decided on the campaign {Campaign}; what it taught us is seen then."),
        { Lessons: { } known } when known.Learned.AsSpan().SequenceEqual(Learned.AsSpan()) => Decision.Record(),
        _ => Decision.Record(new LessonsNoted(Campaign, new Lessons(on.Actor, on.Today, Learned))),
    };
}
