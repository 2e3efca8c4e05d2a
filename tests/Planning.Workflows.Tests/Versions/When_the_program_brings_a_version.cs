using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Versions;

public sealed class When_the_program_brings_a_version : VersionSpec
{
    [Fact]
    public void the_first_is_in_force_at_once()
    {
        GivenTheShippedRules(on: "2026-01-05");
        Assert.Equal("2026.1 from the beginning on", Periods);
        Assert.Equal("shipped", Assert.Single(Versions.All).Author);
    }

    [Fact]
    public void the_same_at_the_next_start_is_nothing_new()
    {
        GivenTheShippedRules();
        Ship("2026.1", on: "2026-02-01");
        ThenItWasSoAlready();
    }

    [Fact]
    public void a_newer_one_replaces_it_as_long_as_nobody_runs_the_rules_themselves()
    {
        GivenTheShippedRules();
        Ship("2027.1", on: "2027-03-01");
        ThenItIsDone();
        Assert.Equal("2026.1 from the beginning to 2027-02-28, 2027.1 2027-03-01 on", Periods);
    }

    [Fact]
    public void a_newer_one_is_a_draft_once_somebody_has_changed_the_rules()
    {
        GivenTheShippedRules();
        Draft("2026.1-ours", by: "mei", on: "2026-10-05");
        Approve("2026.1-ours", by: "jan", on: "2026-10-05", from: "2026-10-05", withoutShadow: "our thresholds");
        Ship("2027.1", on: "2027-03-01");
        Assert.Equal("2026.1 retired, 2026.1-ours live, 2027.1 draft", StagesOn("2027-03-01"));
    }

    [Fact]
    public void somebody_of_ours_may_approve_it_then()
    {
        GivenTheShippedRules();
        Draft("2026.1-ours", by: "mei", on: "2026-10-05");
        Ship("2027.1", on: "2027-03-01");
        Approve("2027.1", by: "mei", on: "2027-03-02", from: "2027-04-01", withoutShadow: "tested elsewhere");
        ThenItIsDone();
    }
}
