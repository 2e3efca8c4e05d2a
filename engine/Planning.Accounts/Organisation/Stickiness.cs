using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Satisfaction;

namespace Planning.Accounts.Organisation;

/// <summary>Why the customer would stay: 1 it is content, 2 it earns through us, 3 we share a strategy (METHOD §5.4).</summary>
internal static class Stickiness
{
    /// <summary>The highest layer of which all lower ones hold. Unknown as long as a layer that decides it is.</summary>
    public static Measure Of(Customer customer, StickinessPolicy policy, DateOnly today)
    {
        var layers = new[] { First(customer, policy, today), Second(customer, policy, today), Third(customer, policy, today) };
        var holding = layers.TakeWhile(layer => layer.Holds is true).Count();
        return new Measure(
            "stickiness layer",
            holding < layers.Length && layers[holding].Holds is null ? null : holding,
            null,
            Wish.AtLeast,
            string.Join("; ", layers.Take(holding + 1).Select(layer => layer.Because)));
    }

    private static (bool? Holds, string Because) First(Customer customer, StickinessPolicy policy, DateOnly today)
    {
        var last = LastSatisfaction.Of(customer, today);
        var asked = last?.On >= today.AddDays(-policy.SatisfactionDays) ? last.Score : (decimal?)null;
        var sla = Newest(customer, Metric.ServiceSla, today);
        return (
            Both(asked >= policy.Satisfaction, asked is not null, sla >= policy.ServiceSla, sla is not null),
            FormattableString.Invariant($"satisfaction {Text(asked)} of {policy.Satisfaction}, service promises kept {Text(sla)} of {policy.ServiceSla}"));
    }

    private static (bool? Holds, string Because) Second(Customer customer, StickinessPolicy policy, DateOnly today)
    {
        var accepted = customer.Organisation.ValueCases.Values
            .Count(proven => proven.AcceptedOn <= today && proven.AcceptedOn > today.AddMonths(-policy.ValueCaseMonths));
        return (accepted > 0, FormattableString.Invariant($"{accepted} value cases accepted in {policy.ValueCaseMonths} months"));
    }

    private static (bool? Holds, string Because) Third(Customer customer, StickinessPolicy policy, DateOnly today)
    {
        var strategy = customer.Organisation.Strategies.Values.FirstOrDefault(signed => signed.IsInForce(today));
        var match = Newest(customer, Metric.Match, today);
        return (
            Both(strategy is not null, true, match >= policy.Match, match is not null),
            FormattableString.Invariant($"joint strategy {strategy?.Title ?? "none"}, match {Text(match)} of {policy.Match}"));
    }

    // What is known not to be so decides, whatever else is unknown.
    private static bool? Both(bool one, bool oneIsKnown, bool other, bool otherIsKnown) =>
        (oneIsKnown && !one) || (otherIsKnown && !other) ? false : oneIsKnown && otherIsKnown ? true : null;

    private static decimal? Newest(Customer customer, Metric metric, DateOnly today) => customer.Metrics.Periods.Reverse()
        .Select(period => customer.Metrics.Find(metric, period)).FirstOrDefault(found => found?.ObservedOn <= today)?.Value;

    private static string Text(decimal? value) => value is { } known ? FormattableString.Invariant($"{known:0.##}") : "unknown";
}
