using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Workflows.Generation;

namespace Planning.Grains.TimeLapses;

/// <summary>The numbers that a quarter brings: those of the quarter before, and what chance and the customer's own drift make of them.</summary>
internal static class QuarterFigures
{
    public static CustomerRecord Of(Customer customer, Quarter quarter, Chance chance)
    {
        var before = quarter.Add(-1);

        // Whether a customer comes nearer to us or drifts away stays so for a year.
        var drift = 1.2 * new Chance(quarter.Year, $"drift {customer.Id}", 0).Normal();
        return new CustomerRecord(null)
        {
            Metrics =
            [
                .. from metric in Enum.GetValues<Metric>()
                   let known = customer.Metrics.Find(metric, before)
                   where known is not null
                   select known with
                   {
                       Period = quarter,
                       ObservedOn = quarter.EndsOn,
                       Value = Next(metric, (double)known.Value, drift, customer, chance),
                   },
            ],
        };
    }

    /// <summary>Our own figures grow as the customers' do.</summary>
    public static VendorFigures Ours(VendorFigures before, Quarter quarter, IEnumerable<CustomerRecord> customers)
    {
        var revenue = customers.SelectMany(customer => customer.Metrics)
            .Where(metric => metric.Metric is Metric.RevenueTtm && metric.Currency == before.Revenue.Currency)
            .Sum(metric => metric.Value);
        return before with { Period = quarter, Revenue = before.Revenue with { Millions = Math.Max(1, revenue) } };
    }

    private static decimal Next(Metric metric, double value, double drift, Customer customer, Chance chance)
    {
        var definition = MetricDefinition.Of(metric);
        var next = metric switch
        {
            Metric.RevenueTtm => value * (1.0075 + (0.03 * chance.Normal())),
            Metric.Fte => value * (1 + (customer.Standing.Posture is Posture.Harvest ? -0.05 : 0.005) + (0.01 * chance.Normal())),
            Metric.Potential3Y => value * Math.Exp(0.05 * chance.Normal()),
            Metric.Match => value + drift + (1.5 * chance.Normal()),
            Metric.Satisfaction => value + (0.25 * (77 - value)) + (3 * chance.Normal()),
            Metric.DsoOverrun => Math.Max(0, value + (0.2 * (8 - value)) + (4 * chance.Normal())),
            Metric.Overdue60 => Math.Clamp(value + (0.2 * (0.03 - value)) + (0.01 * chance.Normal()), 0, 1),
            Metric.ContributionPct => value + (0.2 * (0.19 - value)) + (0.01 * chance.Normal()),
            Metric.Growth3Y => value + (0.01 * chance.Normal()),
            Metric.SanctionsHit => chance.Happens(0.0005) ? 1 : 0,
            _ => value,
        };
        var digits = definition.Unit == "points" ? 1 : 6;
        return Math.Clamp((decimal)Math.Round(next, digits), definition.Smallest, definition.Largest);
    }
}
