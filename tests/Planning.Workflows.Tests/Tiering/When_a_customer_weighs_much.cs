using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Tiering;

/// <summary>T-40 to T-43: concentration warns and never lowers a tier (INV-32); fringe spend narrows the insight.</summary>
public sealed class When_a_customer_weighs_much : TierRuleSpec
{
    [Theory]
    [InlineData(0.0999, false, false, false)]
    [InlineData(0.10, true, false, false)]
    [InlineData(0.1499, true, false, false)]
    [InlineData(0.15, true, true, false)]
    [InlineData(0.2499, true, true, false)]
    [InlineData(0.25, true, true, true)]
    public void a_tenth_is_major_a_quarter_is_concentration_and_without_control_fifteen_percent_is_a_time_bomb(
        double share, bool major, bool timeBomb, bool concentration)
    {
        var customer = Ordinary with { RevenueShare = share, StickinessLayer = 1 };
        Check("T-40-MAJOR-CUSTOMER", major);
        Check("T-41-CONCENTRATION-ONE", concentration);
        Check("T-42-CONCENTRATION-NO-CONTROL", timeBomb);

        void Check(string rule, bool expected)
        {
            if (expected)
            {
                Speaks(rule, customer);
            }
            else
            {
                IsNotTrue(rule, customer);
            }
        }
    }

    [Fact]
    public void who_helps_the_customer_to_earn_sits_on_no_time_bomb() =>
        IsNotTrue("T-42-CONCENTRATION-NO-CONTROL", Ordinary with { RevenueShare = 0.5, StickinessLayer = 2 });

    [Fact]
    public void below_a_twentieth_of_its_purchasing_one_department_is_looked_at()
    {
        Speaks("T-43-DEPTH", Ordinary with { RelevantSpendShare = 0.0499 });
        IsNotTrue("T-43-DEPTH", Ordinary with { RelevantSpendShare = 0.05 });
    }
}
