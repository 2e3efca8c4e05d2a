using Planning.Accounts.Customers;
using Planning.Grains.Portfolio;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Portfolio;

public sealed class When_tiers_are_reviewed_for_everybody : RunSpec
{
    [Fact]
    public async Task each_customer_goes_through_the_quarters_in_order()
    {
        await GivenCustomers("a", "b");
        var told = new List<int>();
        var report = await Tiers.RunAsync(Q("2026-Q3"), "r-1", "anna", new Telling(told.Add), Token);
        Assert.Equal((Q("2026-Q3"), 2), (report.Through, report.Customers));
        Assert.Empty(report.Refusals);
        Assert.Equal([1, 2], told);
        Assert.Equal(["2026-Q1", "2026-Q2", "2026-Q3"], await Reviews("a"));
        Assert.Equal(["2026-Q1", "2026-Q2", "2026-Q3"], await Reviews("b"));
    }

    [Fact]
    public async Task the_same_run_again_has_no_further_effect()
    {
        await GivenCustomers("a");
        await Tiers.RunAsync(Q("2026-Q3"), "r-1", "anna", null, Token);
        var before = await Kept.Portfolio.HistoryAsync(Key<Customer>("a"), null, 100, Token);
        var report = await Tiers.RunAsync(Q("2026-Q3"), "r-1", "anna", null, Token);
        Assert.Equal(1, report.Customers);
        Assert.Equal(before, await Kept.Portfolio.HistoryAsync(Key<Customer>("a"), null, 100, Token));
    }

    [Fact]
    public async Task a_later_run_goes_on_where_the_last_one_stopped()
    {
        await GivenCustomers("a");
        await Tiers.RunAsync(Q("2026-Q1"), "r-1", "anna", null, Token);
        await Tiers.RunAsync(Q("2026-Q3"), "r-2", "anna", null, Token);
        Assert.Equal(["2026-Q1", "2026-Q2", "2026-Q3"], await Reviews("a"));
    }

    [Fact]
    public async Task a_run_that_was_broken_off_is_finished_by_its_repetition()
    {
        string[] ids = [.. Enumerable.Range(1, 20).Select(number => $"c-{number}")];
        await GivenCustomers(ids);
        using var breaking = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Tiers.RunAsync(
            Q("2026-Q3"), "r-1", "anna", new Telling(_ => breaking.Cancel()), breaking.Token));
        Assert.Equal(20, (await Tiers.RunAsync(Q("2026-Q3"), "r-1", "anna", null, Token)).Customers);
        foreach (var id in ids)
        {
            Assert.Equal(["2026-Q1", "2026-Q2", "2026-Q3"], await Reviews(id));
        }
    }

    [Fact]
    public async Task without_our_own_figures_of_the_quarter_nobody_is_judged()
    {
        await GivenCustomers("a");
        var report = await Tiers.RunAsync(Q("2026-Q4"), "r-1", "anna", null, Token);
        Assert.Equal(
            [new TierRunRefusal("", "figures-unknown", "Our own figures of 2026-Q4 are not known; import vendor.json with them first.")],
            report.Refusals);
        Assert.Equal(0, report.Customers);
        Assert.Empty(await Reviews("a"));
    }

    [Fact]
    public async Task an_earlier_quarter_than_the_last_one_is_left_as_it_is()
    {
        await GivenCustomers("a");
        await Tiers.RunAsync(Q("2026-Q3"), "r-1", "anna", null, Token);
        Assert.Empty((await Tiers.RunAsync(Q("2026-Q1"), "r-2", "anna", null, Token)).Refusals);
        Assert.Equal(["2026-Q1", "2026-Q2", "2026-Q3"], await Reviews("a"));
    }

    [Theory]
    [InlineData("2026-09-30", "2026-Q2")]
    [InlineData("2026-10-01", "2026-Q3")]
    [InlineData("2026-03-31", null)]
    public async Task the_newest_quarter_is_one_that_is_over(string today, string? newest)
    {
        await GivenCustomers("a");
        Assert.Equal(newest, (await Tiers.NewestAsync(Day(today), Token))?.ToString());
    }

    [Fact]
    public async Task before_any_figures_there_is_none() => Assert.Null(await Tiers.NewestAsync(Day("2026-10-05"), Token));
}
