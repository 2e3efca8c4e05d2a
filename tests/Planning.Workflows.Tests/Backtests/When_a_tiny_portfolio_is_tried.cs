using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Workflows.Backtests;
using Planning.Workflows.Tests.Support;
using Planning.Workflows.Tiering;

namespace Planning.Workflows.Tests.Backtests;

/// <summary>Five customers, worked out by hand: the live rules promote after two quarters with a match of 60, the draft
/// after one with 50; both send customers of tier B whose match is below 40 back to C.</summary>
public sealed class When_a_tiny_portfolio_is_tried : BacktestSpec
{
    private const string ToB = """{ "do": "set_tier", "value": "B" }""";
    private const string ToC = """{ "do": "set_tier", "value": "C" }""";

    private static readonly string Down = TierRule("DOWN", 10, "customer.Tier == \"B\" && customer.Match < 40", ToC);
    private static readonly string Top = LooseRule(
        "TOP", 5, "customer.Tier == \"S\"", """{ "do": "flag", "value": "TOP" }""");

    private static readonly TierRules Live = Rules(
        "2026.1", TierRule("UP", 20, "customer.Tier == \"C\" && customer.Match >= 60", ToB, hold: 2), Down, Top);

    private static readonly TierRules Draft = Rules(
        "2026.2", TierRule("UP", 20, "customer.Tier == \"C\" && customer.Match >= 50", ToB), Down, Top);

    private static readonly Customer[] Portfolio =
    [
        Customer("steady", Tier.C, 10, 70, 70, 70),
        Customer("middling", Tier.C, 20, 55, 55, 55),
        Customer("falling", Tier.B, 40, 30, 30, 30),
        Customer("restless", Tier.C, 5, 80, 30, 80),
        Customer("silent", Tier.B, revenue: null),
    ];

    private readonly BacktestReport _report = Try(Live, Draft, Portfolio);

    [Fact]
    public void each_tier_has_its_customers_and_their_revenue_in_the_beginning_and_in_the_end() => Assert.Equal(
        [
            // Tier, and then customers, revenue, customers without known revenue: began, live, draft.
            new(Tier.S, new(0, 0, 0), new(0, 0, 0), new(0, 0, 0)),
            new(Tier.A, new(0, 0, 0), new(0, 0, 0), new(0, 0, 0)),
            new(Tier.B, new(2, 40, 1), new(2, 10, 1), new(4, 35, 1)),
            new(Tier.C, new(3, 35, 0), new(3, 65, 0), new(1, 40, 0)),
        ],
        _report.Tiers);

    [Fact]
    public void who_ends_where_is_told_from_where_they_began() => Assert.Equal(
        [
            // Began, live, draft: silent, falling, steady, middling and restless.
            new(Tier.B, Tier.B, Tier.B, 1, 0, 1),
            new(Tier.B, Tier.C, Tier.C, 1, 40, 0),
            new(Tier.C, Tier.B, Tier.B, 1, 10, 0),
            new(Tier.C, Tier.C, Tier.B, 2, 25, 0),
        ],
        _report.Ends);

    [Fact]
    public void every_move_is_counted_in_its_quarter_under_both_versions() => Assert.Equal(
        [
            "2026-Q1 B BUILD to C BUILD: 1 live, 1 draft",
            "2026-Q1 C BUILD to B BUILD: 0 live, 3 draft",
            "2026-Q2 B BUILD to C BUILD: 0 live, 1 draft",
            "2026-Q2 C BUILD to B BUILD: 1 live, 0 draft",
            "2026-Q3 C BUILD to B BUILD: 0 live, 1 draft",
        ],
        _report.Moves.Select(move => $"{move.Period} {move.From} to {move.To}: {move.Live} live, {move.Draft} draft"));

    [Fact]
    public void who_ends_otherwise_is_told_with_both_ways_and_where_they_part_the_greatest_revenue_first()
    {
        Assert.Equal((5, 2, 1), (_report.Customers, _report.Differing, _report.WithoutFigures));
        Assert.Equal(
            [
                "middling 20: live nothing, draft 2026-Q1 UP; UP: Promoted to B because match 55 ≥ 50",
                "restless 5: live nothing, draft 2026-Q1 UP 2026-Q2 DOWN 2026-Q3 UP; UP: Promoted to B because match 80 ≥ 50",
            ],
            _report.Differences.Select(one =>
                $"{one.Customer} {one.Revenue}: live {Way(one.LiveMoves)}, draft {Way(one.DraftMoves)}; {one.Rule}: {one.Because}"));
    }

    [Fact]
    public void how_often_each_rule_was_true_and_spoke_is_counted_over_customers_and_quarters()
    {
        Assert.Equal(
            [new("UP", 15, 4, 1, 0, 0), new("DOWN", 15, 1, 1, 0, 3), new("TOP", 15, 0, 0, 0, 0)], _report.Live.Rules);
        Assert.Equal(
            [new("UP", 15, 4, 4, 0, 0), new("DOWN", 15, 2, 2, 0, 3), new("TOP", 15, 0, 0, 0, 0)], _report.Draft.Rules);
        Assert.Equal((15, 3), (_report.Draft.Quarters, _report.Draft.Undecided));
        Assert.Equal([null, null, "never true"], _report.Draft.Rules.Select(rule => rule.Remark));
    }

    [Fact]
    public void as_JSON_it_says_the_same()
    {
        var json = JsonNode.Parse(JsonSerializer.Serialize(_report, JsonSerializerOptions.Web))!;
        Assert.Equal(
            """{"tier":"B","began":{"customers":2,"revenue":40,"revenueUnknown":1},"live":{"customers":2,"revenue":10,"revenueUnknown":1},"draft":{"customers":4,"revenue":35,"revenueUnknown":1}}""",
            json["tiers"]![2]!.ToJsonString());
        Assert.Equal("never true", json["draft"]!["rules"]![2]!["remark"]!.GetValue<string>());
        Assert.Equal("UP", json["differences"]![0]!["rule"]!.GetValue<string>());
        Assert.Equal("tiering 2026.1", json["live"]!["version"]!.GetValue<string>());
    }

    private static string Way(IReadOnlyList<BacktestMove> moves) =>
        moves is [] ? "nothing" : string.Join(' ', moves.Select(move => $"{move.Period} {move.Rule}"));
}
