using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Benchmarks.Backtests;
using Planning.Rules.Decisions;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Tiering;

namespace Planning.Benchmarks.Rules;

/// <summary>The shipped tier rules, 18 with five scores, over customers of the measured portfolio.</summary>
internal static class TierWays
{
    private static readonly HashSet<string> NoPredicates = [];

    public static IEnumerable<RuleWay> All()
    {
        var vendor = MeasuredPortfolio.Figures(Accounts.Count).Figures[^1];
        var customers = Enumerable.Range(0, Accounts.Count).Select(Registered).ToArray();
        TierFacts[] facts = [.. customers.Select(customer => TierFacts.Of(customer, vendor.Period, vendor))];
        var body = PlaybookFile.Shipped.Single(file => file.Name == "tiering.json").Body;
        var set = ((RuleSetReading.Sound)RuleSetReader.Read(body, TierRules.Schema)).RuleSet;
        var (live, draft) = (BacktestBenchmark.Rules(body), BacktestBenchmark.Draft());
        (Customer Of, TierFacts Facts)[] known = [.. customers.Zip(facts)];
        return
        [
            new("tier rules, RuleSet.Decide", RuleWays.Each(facts, one =>
                set.Decide(DecisionState.Empty, NoPredicates, new RuleParameter("customer", one)))),
            new("tier rules, judged with moves", Judged(live)),
            new("tier rules, the draft of the back-test", Judged(draft)),
            new("tier rules, judged and told in words", RuleWays.Each(known, one =>
                live.Tell(live.Judge(one.Facts, one.Of.Standing, vendor.Period, NoPredicates)))),
        ];

        Action Judged(TierRules rules) => RuleWays.Each(
            known, one => rules.Judge(one.Facts, one.Of.Standing, vendor.Period, NoPredicates));
    }

    private static Customer Registered(int number)
    {
        var given = MeasuredPortfolio.Customer(number, Accounts.Count);
        var nobody = Customer.Unknown(given.Customer);
        return nobody.TakeOver(given.Record, DateOnly.MaxValue) is Decision.Recorded taken
            ? taken.Events.Aggregate(nobody, (customer, happened) => customer.Apply(happened))
            : throw new InvalidOperationException($"{given.Customer} was refused.");
    }
}
