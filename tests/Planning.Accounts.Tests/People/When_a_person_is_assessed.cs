using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.People;

public sealed class When_a_person_is_assessed
{
    private static readonly Proof[] Fresh =
        [new(Day("2026-03-02"), "Asked us for a design"), new(Day("2026-04-20"), "Spoke for us in the board")];

    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(2, 2, 2, 1, 1)] // the mean 1.75 is no 2
    [InlineData(3, 3, 3, 3, 3)]
    [InlineData(5, 5, 5, 1, 3)] // held down by the lowest: 1 + 2
    [InlineData(5, 5, 5, 0, 2)]
    [InlineData(5, 5, 5, 5, 5)]
    public void the_level_is_the_mean_held_down_by_the_lowest(int d1, int d2, int d3, int d4, int level) =>
        Assert.Equal(level, new KeyDimensions(d1, d2, d3, d4).Level);

    [Fact]
    public void a_low_level_counts_at_once_with_what_was_found()
    {
        var assessed = Asked(Helvia.Known, "2026-05-04", Assess(2) with { Stance = Stance.Neutral, TargetLevel = 3 });

        Assert.Equal((2, Day("2026-05-04")), Found(assessed));
        Assert.Equal((Stance.Neutral, 3), (assessed.People[Helvia.Ammann].Stance, assessed.People[Helvia.Ammann].TargetLevel));
    }

    [Fact]
    public void level_three_needs_two_proofs_of_the_last_half_year()
    {
        IsRefused(
            Ask(Helvia.Known, "2026-05-04", Assess(3) with { Proofs = [Fresh[0]] }),
            "proof-missing", "Level 3 needs 2 proofs of the last 180 days; there are 1.");
        IsRefused(
            Ask(Helvia.Known, "2026-05-04", Assess(3) with { Proofs = [Fresh[0], Fresh[1] with { On = Day("2025-11-04") }] }),
            "proof-missing", "Level 3 needs 2 proofs of the last 180 days; there are 1.");
        Assert.Single(Events(Ask(Helvia.Known, "2026-05-04", Assess(3) with { Proofs = [Fresh[0], Fresh[1] with { On = Day("2025-11-05") }] })));
    }

    [Fact]
    public void level_three_waits_for_a_second_assessor_who_is_somebody_else()
    {
        var waiting = Asked(Helvia.Known, "2026-05-04", Assess(3));
        Assert.Equal(4, Found(waiting).Level); // what was known before goes on counting
        Assert.Contains(Waiting.Of(waiting), item => item is { Kind: "assessment", Role: "SECOND_ASSESSOR" });

        IsRefused(
            Ask(waiting, "2026-05-05", Second),
            "assesses-twice", "anna-keller made the assessment, so somebody else has to come to the same.");
        var seconded = Asked(waiting, "2026-05-05", Second, "bruno-frei");
        Assert.Equal((3, Day("2026-05-04")), Found(seconded));
        Assert.DoesNotContain(Waiting.Of(seconded), item => item.Kind == "assessment");
        NothingHappens(Ask(seconded, "2026-05-06", Second, "bruno-frei"));
    }

    [Fact]
    public void level_four_needs_a_managers_check_as_well()
    {
        var seconded = Asked(Asked(Helvia.Known, "2026-05-04", Assess(5)), "2026-05-05", Second, "bruno-frei");
        Assert.Equal(4, Found(seconded).Level);
        Assert.Contains(Waiting.Of(seconded), item => item is { Kind: "approval", Subject: "level 5 of Reto Ammann", Role: "ACCOUNT_HEAD" });

        var check = new DecideApproval("assessment:a-1", "ACCOUNT_HEAD", Granted: true);
        IsRefused(
            Ask(seconded, "2026-05-06", check),
            "author-approves", "anna-keller asked for it, so somebody else decides: level 5 of Reto Ammann (INV-17).");
        Assert.Equal((5, Day("2026-05-04")), Found(Asked(seconded, "2026-05-06", check, "e-cee-02")));
        var refused = Asked(seconded, "2026-05-06", check with { Granted = false, Comment = "Not seen" }, "e-cee-02");
        Assert.Equal((4, null), (Found(refused).Level, refused.Stakeholders.Of(Helvia.Ammann).Pending));
    }

    [Fact]
    public void a_newer_assessment_takes_the_place_of_one_that_waits()
    {
        var waiting = Asked(Asked(Helvia.Known, "2026-05-04", Assess(5)), "2026-05-05", Second, "bruno-frei");
        var again = Asked(waiting, "2026-05-06", Assess(2) with { Id = Key<KeyAssessment>("a-2") });

        Assert.Equal(2, Found(again).Level);
        Assert.Empty(again.Approvals.Open);
        IsRefused(
            Ask(again, "2026-05-06", Second, "bruno-frei"),
            "assessment-unknown", "No assessment a-1 of reto-ammann waits for a second assessor.");
    }

    [Fact]
    public void asking_the_same_again_changes_nothing() =>
        NothingHappens(Ask(Asked(Helvia.Known, "2026-05-04", Assess(2)), "2026-05-04", Assess(2)));

    [Fact]
    public void what_cannot_be_is_refused_with_all_mistakes() => IsRefused(
        Ask(Helvia.Known, "2026-05-04", new AssessPerson(
            Key<KeyAssessment>("a-1"), Key<Person>("nobody"), new KeyDimensions(6, 0, -1, 0), [new Proof(Day("2026-06-01"), "")], TargetLevel: 7)),
        "command-flawed",
        "It cannot be done as it is asked.",
        "Person is nobody, who is nobody known at the customer.",
        "Recognition is 6; it must be from 0 to 5.",
        "Information is -1; it must be from 0 to 5.",
        "TargetLevel is 7; it must be from 0 to 5.",
        "Proofs is 2026-06-01, which has not come yet.",
        "Proofs is empty.");

    private static SecondAssessment Second => new(Key<KeyAssessment>("a-1"), Helvia.Ammann);

    private static AssessPerson Assess(int all) =>
        new(Key<KeyAssessment>("a-1"), Helvia.Ammann, new KeyDimensions(all, all, all, all), [.. Fresh]);

    private static (int Level, DateOnly? On) Found(Customer customer) =>
        customer.Stakeholders.Of(Helvia.Ammann).Found(customer.People[Helvia.Ammann].Level);
}
