using Planning.Accounts.Tiers;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Playbooks;

/// <summary>The “then” of a tier rule: what it may ask for, and what is said when it asks for anything else.</summary>
public sealed class When_a_rule_asks_for_something_odd
{
    private const string Approval = """{ "do": "approval", "chain": ["REGION_HEAD"] }""";

    [Fact]
    public void an_unknown_deed_is_refused_with_those_that_exist() => Says(
        """{ "do": "promote" }""",
        "[0].do: “promote” is nothing a tier rule can ask for; it can ask for no_change, propose_tier, propose_posture, "
        + "propose_tier_cap, cap_resource_cut, approval, set_tier, set_posture, set_coverage_level, set_insight_depth, flag, "
        + "task, require, escalate, notify.");

    [Theory]
    [InlineData("""{ "do": "propose_tier", "value": "A" }""")]
    [InlineData("""{ "do": "propose_posture", "value": "HARVEST" }""")]
    [InlineData("""{ "do": "propose_tier_cap", "value": "A" }""")]
    [InlineData("""{ "do": "cap_resource_cut", "max_pct_per_half_year": 20 }""")]
    public void whoever_proposes_says_who_decides(string action) => Says(
        action, ": A proposal needs people who decide on it: add { \"do\": \"approval\", \"chain\": [\"REGION_HEAD\"] }.");

    [Theory]
    [InlineData("""{ "do": "set_tier", "value": "D" }""", "value", "C, B, A, S")]
    [InlineData("""{ "do": "set_tier", "value": 3 }""", "value", "C, B, A, S")]
    [InlineData("""{ "do": "set_tier" }""", "value", "C, B, A, S")]
    [InlineData("""{ "do": "set_posture", "value": "SELL" }""", "value", "BUILD, INVEST, HOLD_STEADY, HARVEST, HOLD")]
    [InlineData("""{ "do": "set_coverage_level", "value": "X", "months": 12 }""", "value", "C, B, A, S")]
    [InlineData("""{ "do": "set_insight_depth", "value": "PERSON" }""", "value", "COMPANY, DEPARTMENT")]
    public void a_word_must_be_one_of_the_method(string action, string member, string words) =>
        Says(action, $"[0].{member}: One of these words is needed here: {words}.");

    [Fact]
    public void a_lane_must_be_one_of_the_method() => Says(
        $$"""{ "do": "propose_tier", "value": "S", "lane": "FAST" }, {{Approval}}""",
        "[0].lane: One of these words is needed here: STANDARD, TARGET.");

    [Theory]
    [InlineData("""{ "do": "flag" }""", "value")]
    [InlineData("""{ "do": "flag", "value": "" }""", "value")]
    [InlineData("""{ "do": "flag", "value": 7 }""", "value")]
    [InlineData("""{ "do": "task", "role": "AR", "due_days": 14 }""", "type")]
    [InlineData("""{ "do": "task", "type": "CALL", "due_days": 14 }""", "role")]
    [InlineData("""{ "do": "require" }""", "artifact")]
    [InlineData("""{ "do": "escalate" }""", "rule")]
    [InlineData("""{ "do": "notify" }""", "role")]
    public void a_text_must_be_there(string action, string member) =>
        Says(action, $"[0].{member}: A text is needed here: \"{member}\": \"…\".");

    [Theory]
    [InlineData("""{ "do": "task", "type": "CALL", "role": "AR" }""", "due_days")]
    [InlineData("""{ "do": "task", "type": "CALL", "role": "AR", "due_days": 0 }""", "due_days")]
    [InlineData("""{ "do": "task", "type": "CALL", "role": "AR", "due_days": 1.5 }""", "due_days")]
    [InlineData("""{ "do": "task", "type": "CALL", "role": "AR", "due_days": "14" }""", "due_days")]
    [InlineData("""{ "do": "set_coverage_level", "value": "B" }""", "months")]
    [InlineData("""{ "do": "set_coverage_level", "value": "B", "months": null }""", "months")]
    public void a_number_must_be_whole_and_above_zero(string action, string member) =>
        Says(action, $"[0].{member}: A whole number above 0 is needed here: \"{member}\": 14.");

    [Theory]
    [InlineData("""{ "do": "approval" }""")]
    [InlineData("""{ "do": "approval", "chain": "REGION_HEAD" }""")]
    [InlineData("""{ "do": "approval", "chain": [1] }""")]
    public void who_decides_is_a_list_of_roles(string action) => Says(
        action, "[0].chain: The roles that decide, in order, are needed here: \"chain\": [\"REGION_HEAD\"].");

    [Fact]
    public void what_is_proposed_together_becomes_one_proposal_and_comes_first()
    {
        var playbook = Shipped.Sound(Shipped.With("tiering.json", Rule(
            $$"""
            { "do": "flag", "value": "F" }, { "do": "propose_tier", "value": "one_step_down" },
            { "do": "cap_resource_cut", "max_pct_per_half_year": 20 }, {{Approval}}
            """)));
        var review = playbook.Tiering.On(default).Review(
            SamplePortfolio.Customer("helvia"), Words.Q("2026-Q3"), SamplePortfolio.Vendor(Words.Q("2026-Q3")),
            playbook.Calendars.Of("CH"));
        Assert.Collection(
            review.Moves,
            first =>
            {
                var proposal = Assert.IsType<Move.Propose>(first);
                Assert.Equal((true, null, 20), (proposal.OneStepDown, proposal.Tier, proposal.LargestCut));
                Assert.Equal(["REGION_HEAD"], proposal.Approvals);
            },
            second => Assert.Equal("F", Assert.IsType<Move.Flag>(second).Value));
    }

    private static void Says(string actions, string mistake) => Assert.Equal(
        [$"tiering.json: PLAYBOOK004 at $.Rules[0].Properties.then{mistake}"],
        Shipped.MistakesIn(Shipped.With("tiering.json", Rule(actions))));

    private static string Rule(string actions) =>
        $$"""
        { "WorkflowName": "tiering", "Version": "2", "Rules": [
          { "RuleName": "T-99", "Expression": "customer.Match >= 0", "Properties": { "then": [ {{actions}} ] } } ] }
        """;
}
