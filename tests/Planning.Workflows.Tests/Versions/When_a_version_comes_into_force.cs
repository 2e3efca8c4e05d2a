using Planning.Workflows.Tests.Support;
using Planning.Workflows.Versions;

namespace Planning.Workflows.Tests.Versions;

public sealed class When_a_version_comes_into_force : VersionSpec
{
    public When_a_version_comes_into_force()
    {
        GivenTheShippedRules();
        Draft("2026.2", by: "mei", on: "2026-10-05");
    }

    [Fact]
    public void the_one_before_goes_out_of_force_the_day_before()
    {
        Shadow("2026.2", by: "mei", on: "2026-10-05");
        Approve("2026.2", by: "jan", on: "2027-01-11", from: "2027-02-01", reviewed: "2026-Q4");
        ThenItIsDone();
        Assert.Equal("2026.1 from the beginning to 2027-01-31, 2026.2 2027-02-01 on", Periods);
        Assert.Equal("2026.1 live, 2026.2 live", StagesOn("2027-01-31"));
        Assert.Equal("2026.1 retired, 2026.2 live", StagesOn("2027-02-01"));
        Assert.Equal(("2026.1", "2026.2"), (Versions.InForceOn(Words.Day("2027-01-31")), Versions.InForceOn(Words.Day("2027-02-01"))));
    }

    [Fact]
    public void the_first_counts_from_the_beginning_of_time_also_when_it_is_replaced_on_its_first_day()
    {
        Approve("2026.2", by: "jan", on: "2026-01-05", from: "2026-01-05", withoutShadow: "haste");
        Assert.Equal("2026.1 from the beginning to 2026-01-04, 2026.2 2026-01-05 on", Periods);
        Assert.Equal("2026.1", Versions.InForceOn(Words.Day("2019-06-30")));
    }

    [Theory]
    [InlineData("mei")]
    [InlineData("MEI")]
    public void its_author_may_not_approve_it(string approver)
    {
        Approve("2026.2", by: approver, on: "2026-10-05", from: "2026-10-05", withoutShadow: "it is only a typo");
        ThenItIsRefused("author-approves", $"{approver} has drafted tiering 2026.2; somebody else must approve it.");
    }

    [Fact]
    public void it_has_reviewed_a_quarter_in_shadow_first()
    {
        Approve("2026.2", by: "jan", on: "2026-10-05", from: "2026-10-05");
        ThenItIsRefused(
            "shadow-missing",
            "tiering 2026.2 has not reviewed a quarter in shadow that ended there; let it, or say why it goes without.");
    }

    [Theory]
    [InlineData("2026-10-01", "2026-Q3", false)]
    [InlineData("2026-09-30", "2026-Q3", true)]
    [InlineData("2026-10-01", "2026-Q4", true)]
    public void a_quarter_that_ended_before_it_went_into_shadow_does_not_count(string shadowed, string reviewed, bool counts)
    {
        Shadow("2026.2", by: "mei", on: shadowed);
        Approve("2026.2", by: "jan", on: "2027-01-11", from: "2027-01-11", reviewed: reviewed);
        Assert.Equal(counts, Last is VersionDecision.Recorded);
    }

    [Fact]
    public void going_without_is_possible_with_a_reason_that_is_kept()
    {
        Approve("2026.2", by: "jan", on: "2026-10-05", from: "2026-10-05", withoutShadow: "the board decided");
        Assert.Equal(
            "jan approved it from 2026-10-05, without a quarter in shadow because the board decided.",
            Versions.Find("2026.2")!.Steps[^1].Sentence);
    }

    [Fact]
    public void the_past_stays_as_it_was_decided()
    {
        Approve("2026.2", by: "jan", on: "2026-10-05", from: "2026-10-04", withoutShadow: "haste");
        ThenItIsRefused("from-past", "2026-10-04 is past; 2026-10-05 is the earliest day.");
    }

    [Fact]
    public void approving_the_same_again_changes_nothing()
    {
        Approve("2026.2", by: "jan", on: "2026-10-05", from: "2026-11-01", withoutShadow: "haste");
        Approve("2026.2", by: "ada", on: "2026-10-06", from: "2026-11-01", withoutShadow: "haste");
        ThenItWasSoAlready();
    }

    [Fact]
    public void the_day_can_be_moved_until_it_has_come()
    {
        Approve("2026.2", by: "jan", on: "2026-10-05", from: "2026-11-01", withoutShadow: "haste");
        Approve("2026.2", by: "jan", on: "2026-10-06", from: "2026-12-01", withoutShadow: "no haste");
        Assert.Equal("2026.1 from the beginning to 2026-11-30, 2026.2 2026-12-01 on", Periods);
    }

    [Fact]
    public void an_earlier_version_can_be_brought_back_without_a_new_shadow()
    {
        Approve("2026.2", by: "jan", on: "2026-10-05", from: "2026-10-05", withoutShadow: "haste");
        Approve("2026.1", by: "mei", on: "2026-10-20", from: "2026-10-21");
        ThenItIsDone();
        Assert.Equal(
            "2026.1 from the beginning to 2026-10-04, 2026.2 2026-10-05 to 2026-10-20, 2026.1 2026-10-21 on", Periods);
        Assert.Equal("2026.1 live, 2026.2 retired", StagesOn("2026-10-21"));
    }

    [Fact]
    public void of_two_that_start_on_one_day_the_one_approved_last_counts()
    {
        Draft("2026.3", by: "mei", on: "2026-10-05");
        Approve("2026.2", by: "jan", on: "2026-10-05", from: "2026-11-01", withoutShadow: "haste");
        Approve("2026.3", by: "jan", on: "2026-10-06", from: "2026-11-01", withoutShadow: "better");
        Assert.Equal("2026.1 from the beginning to 2026-10-31, 2026.3 2026-11-01 on", Periods);
        Assert.Equal("2026.1 live, 2026.2 retired, 2026.3 live", StagesOn("2026-10-06"));
    }

    [Fact]
    public void a_version_nobody_knows_is_named()
    {
        Approve("2026.9", by: "jan", on: "2026-10-05", from: "2026-10-05");
        ThenItIsRefused("version-unknown", "There is no version 2026.9 of tiering.");
    }
}
