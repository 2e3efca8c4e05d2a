using Planning.Workflows.Tests.Support;
using Planning.Workflows.Plans;
using Planning.Workflows.Versions;

namespace Planning.Workflows.Tests.Versions;

public sealed class When_a_version_leaves : VersionSpec
{
    public When_a_version_leaves()
    {
        GivenTheShippedRules();
        Draft("2026.2", by: "mei", on: "2026-10-05");
    }

    [Fact]
    public void the_one_in_force_stays_until_another_takes_its_place()
    {
        Retire("2026.1", by: "jan", on: "2026-10-05");
        ThenItIsRefused("in-force", "tiering 2026.1 is in force; approve another version in its place.");
    }

    [Fact]
    public void a_draft_is_given_up_once()
    {
        Retire("2026.2", by: "mei", on: "2026-10-06");
        ThenItIsDone();
        Assert.Equal("2026.1 live, 2026.2 retired", StagesOn("2026-10-06"));
        Retire("2026.2", by: "mei", on: "2026-10-06");
        ThenItWasSoAlready();
    }

    [Fact]
    public void one_that_was_still_to_come_leaves_the_present_one_in_force()
    {
        Approve("2026.2", by: "jan", on: "2026-10-05", from: "2026-11-01", withoutShadow: "haste");
        Retire("2026.2", by: "jan", on: "2026-10-31");
        Assert.Equal("2026.1 from the beginning on", Periods);
        Assert.Equal("2026.1 live, 2026.2 retired", StagesOn("2026-11-01"));
    }

    [Fact]
    public void from_shadow_it_no_longer_judges()
    {
        Shadow("2026.2", by: "mei", on: "2026-10-05");
        Assert.Equal("2026.1 live, 2026.2 shadow", StagesOn("2026-10-05"));
        Retire("2026.2", by: "mei", on: "2026-10-06");
        Assert.Equal("2026.1 live, 2026.2 retired", StagesOn("2026-10-06"));
    }

    [Fact]
    public void it_can_go_into_shadow_again()
    {
        Retire("2026.2", by: "mei", on: "2026-10-06");
        Shadow("2026.2", by: "mei", on: "2026-10-07");
        Assert.Equal("2026.1 live, 2026.2 shadow", StagesOn("2026-10-07"));
        Shadow("2026.2", by: "jan", on: "2026-10-08");
        ThenItWasSoAlready();
    }

    [Fact]
    public void the_one_in_force_needs_no_shadow()
    {
        Shadow("2026.1", by: "mei", on: "2026-10-05");
        ThenItIsRefused("in-force", "tiering 2026.1 is in force; a version in shadow has no effect.");
        Approve("2026.2", by: "jan", on: "2026-10-05", from: "2026-11-01", withoutShadow: "haste");
        Shadow("2026.2", by: "mei", on: "2026-10-05");
        ThenItIsRefused("in-force", "tiering 2026.2 comes into force on 2026-11-01; a version in shadow has no effect.");
    }

    [Fact]
    public void gates_have_no_shadow()
    {
        var gates = RuleSetVersions.None(GateKind.Plan.RuleSet);
        var deed = new Deed("mei", DateTimeOffset.UnixEpoch);
        gates = gates.Apply(gates.Ship(new RuleText(GateKind.Plan.RuleSet, "1", "{}"), deed)[0]);
        Assert.Equal(
            "Only tiering is judged in shadow. Approve plan-gates 1 and say why it goes without.",
            Assert.IsType<VersionDecision.Refused>(gates.Shadow("1", deed)).Sentence);
    }
}
