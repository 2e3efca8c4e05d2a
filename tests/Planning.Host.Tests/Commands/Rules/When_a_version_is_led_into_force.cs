using System.Globalization;
using Planning.Host.Tests.Support;
using Planning.Workflows.Playbooks;

namespace Planning.Host.Tests.Commands.Rules;

public sealed class When_a_version_is_led_into_force : IDisposable
{
    private const string LongFromNow = "2999-01-01";

    private static readonly string Next = PlaybookFile.Shipped.Single(file => file.Name == "tiering.json").Body
        .Replace("\"2026.1\"", "\"2026.2\"", StringComparison.Ordinal);

    private readonly TemporaryFolder _data = new();
    private readonly RuleFiles _files = new();

    public When_a_version_is_led_into_force(SamplePortfolio sample) => sample.CopyTo(_data.Path);

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task it_is_drafted_by_one_and_approved_by_another_and_the_list_says_so()
    {
        var file = _files.File("next.json", Next);
        Assert.Equal("tiering 2026.2: author drafted it.", (await RulesAsync("draft", file, "--actor", "author")).Out);
        Assert.Equal("It is so already.", (await RulesAsync("draft", file, "--actor", "author")).Out);
        Assert.Equal(
            "tiering 2026.2: author put it into shadow.", (await RulesAsync("shadow", "tiering", "2026.2", "--actor", "author")).Out);
        var alone = await RulesAsync("approve", "tiering", "2026.2", "--from", LongFromNow, "--actor", "author");
        Assert.Equal((1, "author has drafted tiering 2026.2; somebody else must approve it."), (alone.Exit, alone.Errors));
        var early = await RulesAsync("approve", "tiering", "2026.2", "--from", LongFromNow, "--actor", "board");
        Assert.Equal(1, early.Exit);
        Assert.Contains("has not reviewed a quarter in shadow", early.Errors, StringComparison.Ordinal);
        var approved = await RulesAsync(
            "approve", "tiering", "2026.2", "--from", LongFromNow, "--actor", "board", "--without-shadow", "only wording changed");
        Assert.Equal(
            "tiering 2026.2: board approved it from 2999-01-01, without a quarter in shadow because only wording changed.",
            approved.Out);
        var list = await RulesAsync("list");
        Assert.Contains("from 2999-01-01", list.Said, StringComparison.Ordinal);
        Assert.Contains("to 2998-12-31", list.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_its_author_probably_did_not_mean_is_told_at_every_step_and_stops_none()
    {
        const string Found = "FIND001 at $.Rules[2].Expression: ";
        var file = _files.File("next.json", Next.Replace(
            "customer.Match < 50", "customer.Match < 50 && customer.Match > 60", StringComparison.Ordinal));
        var drafted = await RulesAsync("draft", file, "--actor", "author");
        Assert.StartsWith("tiering 2026.2: author drafted it.", drafted.Out, StringComparison.Ordinal);
        Assert.Contains(Found, drafted.Out, StringComparison.Ordinal);
        Assert.Contains(Found, (await RulesAsync("show", "tiering", "2026.2")).Out, StringComparison.Ordinal);
        var approved = await RulesAsync(
            "approve", "tiering", "2026.2", "--from", LongFromNow, "--actor", "board", "--without-shadow", "test");
        Assert.Equal(0, approved.Exit);
        Assert.Contains(Found, approved.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task its_text_is_kept_as_it_was_drafted()
    {
        await RulesAsync("draft", _files.File("next.json", Next));
        Assert.Equal(
            Next.Replace("\r", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            (await RulesAsync("show", "tiering", "2026.2", "--text")).Out.Split('\n'));
    }

    [Fact]
    public async Task a_flawed_text_is_refused_with_every_mistake()
    {
        var file = _files.File("next.json", Next.Replace("customer.Match < 50", "customer.Mach < 50", StringComparison.Ordinal));
        var run = await RulesAsync("draft", file);
        Assert.Equal(1, run.Exit);
        Assert.Contains("next.json: RULE021 at $.Rules[2].Expression (1:64)", run.Errors, StringComparison.Ordinal);
        Assert.Contains("next.json: RULE021 at $.Rules[12].Expression (1:53)", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task one_that_nobody_drafted_is_not_known()
    {
        var run = await RulesAsync("show", "tiering", "1999.1");
        Assert.Equal((1, true), (run.Exit, run.Errors.StartsWith("There is no version 1999.1 of tiering; there are ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task a_day_is_written_with_year_month_and_day()
    {
        var run = await RulesAsync("approve", "tiering", "2026.1", "--from", "tomorrow");
        Assert.Contains("“tomorrow” is no day; write it like 2026-12-31.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task past_decisions_come_out_alike_when_they_are_judged_again()
    {
        var all = await RulesAsync("replay");
        Assert.Equal(0, all.Exit);
        Assert.Contains("decisions about 12 customers came out alike, 0 otherwise.", all.Said, StringComparison.Ordinal);
        var one = await RulesAsync("replay", "--customer", "helvia");
        Assert.InRange(Decisions(one), 3, Decisions(all) - 1);
    }

    // A run that takes long says how far it is before.
    private static int Decisions(CommandRun replay) => int.Parse(
        replay.Out.Split('\n').Single(line => line.Contains(" decisions about ", StringComparison.Ordinal)).Split(' ')[0],
        CultureInfo.InvariantCulture);

    private Task<CommandRun> RulesAsync(params string[] arguments) =>
        PlanningProcess.RunAsync(["rules", .. arguments, "--data", _data.Path]);
}
