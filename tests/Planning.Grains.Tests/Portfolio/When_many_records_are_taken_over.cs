using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Grains.Tests.Support;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Portfolio;

public sealed class When_many_records_are_taken_over : RunSpec
{
    [Fact]
    public async Task the_good_ones_go_in_and_the_bad_ones_stay_out()
    {
        var told = new List<int>();
        var report = await TakeOvers.TakeEachAsync(
            [Sound("a"), Flawed("z"), Flawed("x"), Sound("b")], Figures("2026-Q3"), "r-1", "anna", new Telling(told.Add), Token);
        Assert.Equal(
            ["x: Nobody has registered a customer x.", "z: Nobody has registered a customer z."],
            report.Refusals.Select(refusal => $"{refusal.Customer}: {refusal.Refused.Sentence}"));
        Assert.Equal(12, report.Changes);
        Assert.Equal([1, 2, 3, 4], told);
        Assert.Equal(["a", "b"], await Listed());
        Assert.Single(await Kept.Portfolio.FiguresAsync(Token));
    }

    [Fact]
    public async Task strictly_one_bad_one_keeps_all_out_and_our_own_figures_too()
    {
        var report = await TakeOvers.TakeAllAsync([Sound("a"), Flawed("z"), Sound("b")], Figures("2026-Q3"), "r-1", "anna", Token);
        Assert.Equal(["z"], report.Refusals.Select(refusal => refusal.Customer.Value));
        Assert.Equal(0, report.Changes);
        Assert.Empty(await Listed());
        Assert.Empty(await Kept.Portfolio.FiguresAsync(Token));
        Assert.Empty(await Kept.Portfolio.HistoryAsync(Key<Customer>("a"), null, 10, Token));
    }

    [Fact]
    public async Task strictly_only_good_ones_all_go_in()
    {
        var report = await TakeOvers.TakeAllAsync([Sound("a"), Sound("b")], Figures("2026-Q3"), "r-1", "anna", Token);
        Assert.Equal((12, 0), (report.Changes, report.Refusals.Count));
        Assert.Equal(["a", "b"], await Listed());
        Assert.Single(await Kept.Portfolio.FiguresAsync(Token));
    }

    [Fact]
    public async Task the_same_run_again_changes_nothing()
    {
        await TakeOvers.TakeAllAsync([Sound("a")], Figures("2026-Q3"), "r-1", "anna", Token);
        Assert.Equal(0, (await TakeOvers.TakeAllAsync([Sound("a")], Figures("2026-Q3"), "r-1", "anna", Token)).Changes);
        Assert.Single(await Kept.Portfolio.HistoryAsync(Key<Customer>("a"), null, 10, Token));
    }

    [Fact]
    public async Task the_same_files_in_another_run_change_nothing_either()
    {
        await TakeOvers.TakeAllAsync([Sound("a")], Figures("2026-Q3"), "r-1", "anna", Token);
        Assert.Equal(0, (await TakeOvers.TakeAllAsync([Sound("a")], Figures("2026-Q3"), "r-2", "anna", Token)).Changes);
        Assert.Equal(0, (await TakeOvers.TakeEachAsync([Sound("a")], Figures("2026-Q3"), "r-3", "anna", null, Token)).Changes);
    }

    [Fact]
    public async Task who_is_in_memory_knows_it_afterwards()
    {
        await GivenCustomers("a");
        await Grains.LookAsync(Key<Customer>("a"), Token);
        await TakeOvers.TakeAllAsync(
            [new(Key<Customer>("a"), ((Planning.Grains.Turns.Request.TakeOver)Helvia.Seated(1)).Record)], Figures(), "r-1", "anna", Token);
        Assert.Equal(
            "backup-1",
            (await Grains.LookAsync(Key<Customer>("a"), Token)).Customer.Team.Find(SeatRole.AR, SeatKind.Backup)!.Employee!.Value.Value);
    }

    private async Task<IEnumerable<string>> Listed() => (await Kept.Portfolio.ListAsync(null, 100, Token)).Select(row => row.Customer);
}
