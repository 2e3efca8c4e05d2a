using Planning.Accounts.Tiers;
using Planning.Rules.RuleSets;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Plans;
using Planning.Workflows.Tests.Support;
using Planning.Workflows.Tiering;

namespace Planning.Workflows.Tests.Playbooks;

public sealed class When_the_shipped_playbook_is_read
{
    [Fact]
    public void there_is_no_mistake_in_it() => Assert.IsType<PlaybookReading.Sound>(PlaybookReader.Read(PlaybookFile.Shipped));

    [Fact]
    public void it_has_five_files() => Assert.Equal(
        [
            "policies calendars.json", "policies planning.json", "rules plan-gates.json", "rules tiering.json",
            "workflow strategic-account-plan.json",
        ],
        PlaybookFile.Shipped.Select(file => $"{file.Kind} {file.Name}"));

    [Fact]
    public void what_decides_has_a_name_and_a_version_and_a_policy_has_none() => Assert.Equal(
        [null, null, ("plan-gates", "2026.1"), ("tiering", "2026.1"), ("strategic-account-plan", "1")],
        PlaybookFile.Shipped.Select(file => file.Identity()));

    [Fact]
    public void the_rule_files_can_be_read_as_RulesEngine_reads_them()
    {
        Assert.IsType<RuleSetReading.Sound>(
            RuleSetReader.Read(Shipped.Body("tiering.json"), TierRules.Schema, NullPolicy.RulesEngine));
        Assert.IsType<RuleSetReading.Sound>(
            RuleSetReader.Read(Shipped.Body("plan-gates.json"), StageGates.Schema, NullPolicy.RulesEngine));
    }

    [Fact]
    public void it_has_the_eighteen_tier_rules_of_the_method()
    {
        var rules = Assert.IsType<RuleSetReading.Sound>(RuleSetReader.Read(Shipped.Body("tiering.json"), TierRules.Schema)).RuleSet;
        Assert.Equal(
            ["00", "01", "10", "11", "12", "20", "21", "22", "23", "24", "30", "31", "32", "33", "40", "41", "42", "43"],
            rules.Rules.Select(rule => rule.Name[2..4]));
    }

    [Fact]
    public void plans_of_s_and_a_look_five_years_ahead() => Assert.Equal(
        [new(Tier.A, 5), new KeyValuePair<Tier, int>(Tier.S, 5)], Shipped.Playbook.Planning.HorizonYears);

    [Fact]
    public void the_match_weighs_as_the_method_says() => Assert.Equal(
        [0.30m, 0.25m, 0.20m, 0.15m, 0.10m], Shipped.Playbook.Planning.MatchWeights.All.Select(factor => factor.Score));

    [Fact]
    public void instances_stay_on_the_version_they_began_with()
    {
        var newer = PlaybookFile.Shipped.Single(file => file.Kind == PlaybookFile.Workflow);
        var playbook = Shipped.Sound(
            [.. PlaybookFile.Shipped, newer with { Body = newer.Body.Replace("\"version\": 1,\n  \"toolVersion\"", "\"version\": 2,\n  \"toolVersion\"", StringComparison.Ordinal) }]);
        Assert.Equal(2, playbook.Newest("strategic-account-plan").Version);
        Assert.Equal(1, playbook.Version("strategic-account-plan", 1).Version);
    }

    [Fact]
    public void a_version_that_is_gone_is_said_to_be_gone()
    {
        Assert.Equal(
            "The playbook has no version 7 of the workflow strategic-account-plan.",
            Assert.Throws<InvalidOperationException>(() => Shipped.Playbook.Version("strategic-account-plan", 7)).Message);
        Assert.Equal(
            "The playbook has no workflow renewal.",
            Assert.Throws<InvalidOperationException>(() => Shipped.Playbook.Newest("renewal")).Message);
    }
}
