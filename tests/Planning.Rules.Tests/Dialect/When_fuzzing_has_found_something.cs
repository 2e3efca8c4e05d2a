using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Dialect;

/// <summary>What once ended in an exception of ours, or was told in two ways.</summary>
public sealed class When_fuzzing_has_found_something : RuleSpec
{
    private static readonly Customer Acme = new()
    {
        Name = "Acme",
        Tier = Tier.B,
        Stakeholders = 3,
        Budget = 2.5m,
    };

    [Theory]
    [InlineData("5L << customer.Stakeholders == 40", true)]
    [InlineData("1 << 3L == 8", null)]
    [InlineData("decimal(customer.Tier) == 1", true)]
    [InlineData("decimal(Tier.A) + customer.Budget == 4.5", true)]
    [InlineData("Tier(2.0m) == Tier.A", true)]
    public void it_is_judged_or_refused(string expression, bool? holds)
    {
        if (holds is null)
        {
            Assert.StartsWith("RULE", MistakeIn(expression), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(holds, Holds(expression, Acme));
        }
    }
}
