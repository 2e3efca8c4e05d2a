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
    public void every_file_has_a_name_and_a_version_but_the_retries_of_requests() => Assert.All(
        PlaybookFile.Shipped, file => Assert.Equal(file.Name == "resilience.json", file.Identity() is null));

    [Fact]
    public void the_rule_files_can_be_read_as_RulesEngine_reads_them()
    {
        Assert.IsType<RuleSetReading.Sound>(
            RuleSetReader.Read(Shipped.Body("tiering.json"), TierRules.Schema, NullPolicy.RulesEngine));
        Assert.All(GateKind.All, kind => Assert.IsType<RuleSetReading.Sound>(
            RuleSetReader.Read(Shipped.Body($"{kind.RuleSet}.json"), kind.Schema, NullPolicy.RulesEngine)));
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
    public void plans_of_s_and_a_look_five_years_ahead_and_the_page_of_b_one() => Assert.Equal(
        [new(Tier.B, 1), new(Tier.A, 5), new KeyValuePair<Tier, int>(Tier.S, 5)], Shipped.Playbook.Policies.Planning.HorizonYears);

    [Fact]
    public void the_match_weighs_as_the_method_says() => Assert.Equal(
        [0.30m, 0.25m, 0.20m, 0.15m, 0.10m], Shipped.Playbook.Policies.Planning.MatchWeights.All.Select(factor => factor.Score));

    [Fact]
    public void instances_stay_on_the_version_they_began_with()
    {
        var older = PlaybookFile.Shipped.Single(file => file.Name == "strategic-account-plan.json");
        var version = older.Identity()!.Value.Version;
        var newer = older with
        {
            Body = older.Body.Replace($"\"version\": {version},\n  \"toolVersion\"", "\"version\": 103,\n  \"toolVersion\"", StringComparison.Ordinal)
                .Replace($"\"strategic-account-plan-{version}\"", "\"strategic-account-plan-103\"", StringComparison.Ordinal),
        };
        var definitions = Shipped.Sound([.. PlaybookFile.Shipped, newer]).Definitions;
        Assert.Equal(103, definitions.Published("strategic-account-plan")!.Version);
        Assert.Equal(version, $"{definitions.Version($"strategic-account-plan-{version}")!.Version}");
        Assert.Null(definitions.Version("strategic-account-plan-700"));
        Assert.Null(definitions.Published("renewal"));
    }

    [Fact]
    public void two_workflows_with_the_same_version_id_are_a_mistake()
    {
        var file = PlaybookFile.Shipped.Single(file => file.Name == "strategic-account-plan.json");
        Assert.Equal(
            [$"again.json: FLOW021 at $.id: Another file already holds the version strategic-account-plan-{file.Identity()!.Value.Version}. Leave one of the two out."],
            Shipped.MistakesIn([.. PlaybookFile.Shipped, file with { Name = "again.json" }]));
    }
}
