using Microsoft.Extensions.Logging.Abstractions;
using Planning.Grains.Customers;
using Planning.Grains.Embedded;
using Planning.Grains.Tests.Support;
using Planning.Grains.Timers;
using Planning.Grains.Turns;
using Planning.Workflows.Playbooks;

namespace Planning.Grains.Tests.Timers;

/// <summary>Real hosts on one file, from 5 October 2026, 09:30, with a workflow that begins every night at two.</summary>
public sealed class When_hosts_keep_clocks : RuntimeSpec
{
    [Fact]
    public async Task a_host_sets_the_clock_once_and_the_workflow_begins_once_a_night_across_restarts()
    {
        await GivenNightly(1);
        await Beat(await AnotherRuntimeAsync());
        Clock.GoTo("2026-10-06T02:00:00Z");
        await Beat(await AnotherRuntimeAsync());
        await Beat(await AnotherRuntimeAsync());
        Clock.GoTo("2026-10-07T02:00:03Z");
        await Beat(await AnotherRuntimeAsync());

        Assert.Equal(
            [
                "Nightly begins by the clock in version 1: night at 2026-10-06 02:00:00.",
                "Nightly (_nightly.2.1) began, due at 2026-10-06 02:00:00. Next at 2026-10-07 02:00:00.",
                "Nightly (_nightly.3.1) began, due at 2026-10-07 02:00:00. Next at 2026-10-08 02:00:00.",
            ],
            await History());
    }

    [Fact]
    public async Task nights_without_a_host_are_made_up_for_once()
    {
        await GivenNightly(1);
        await Beat(await AnotherRuntimeAsync());
        Clock.GoTo("2026-10-31T12:00:00Z");
        await Beat(await AnotherRuntimeAsync());

        Assert.Equal(
            "Nightly (_nightly.2.1) began, due at 2026-10-06 02:00:00. Next at 2026-11-01 02:00:00.", (await History())[^1]);
    }

    [Fact]
    public async Task of_two_hosts_at_the_same_time_one_sets_the_clock_and_one_lets_it_begin()
    {
        await GivenNightly(1);
        EmbeddedRuntime[] hosts = [await AnotherRuntimeAsync(), await AnotherRuntimeAsync()];
        await Task.WhenAll(hosts.Select(Beat));
        Clock.GoTo("2026-10-06T02:00:00Z");
        await Task.WhenAll(hosts.Select(Beat));

        Assert.Equal(2, (await History()).Count);
    }

    [Fact]
    public async Task a_time_that_is_told_again_after_a_crash_has_no_second_effect()
    {
        await GivenNightly(1);
        await Beat(await AnotherRuntimeAsync());
        Clock.GoTo("2026-10-06T02:00:00Z");
        await using var store = Database.Open();
        var due = Assert.Single(await store.Timers.DueAsync(Clock.GetUtcNow(), 10, Token));
        await Beat(await AnotherRuntimeAsync());
        var again = await Runtime.Customers.SendAsync(
            due.Customer, new Message($"timer:{due.Name}:{due.Due}", "timer", new Request.TimerDue(due.Name)), Token);

        Assert.Equal([(await History())[^1]], Assert.IsType<Answer.Done>(again).Happened);
        Assert.Equal(2, (await History()).Count);
    }

    [Fact]
    public async Task a_newer_version_takes_over_and_an_older_host_beside_it_leaves_the_clock_alone()
    {
        await GivenNightly(1);
        var older = await AnotherRuntimeAsync();
        await Beat(older);
        await GivenNightly(2, hour: 4);
        var newer = await AnotherRuntimeAsync();
        await Beat(newer);
        Clock.GoTo("2026-10-06T05:00:00Z");
        Assert.Equal(0, await Beat(older));
        Assert.Equal(1, await Beat(newer));

        Assert.Equal(
            [
                "Nightly begins by the clock in version 1: night at 2026-10-06 02:00:00.",
                "Nightly begins by the clock in version 2: night at 2026-10-06 04:00:00.",
                "Nightly (_nightly.3.1) began, due at 2026-10-06 04:00:00. Next at 2026-10-07 04:00:00.",
            ],
            await History());
    }

    private static async Task<int> Beat(EmbeddedRuntime host)
    {
        var pump = host.Timers(NullLogger<TimerPump>.Instance);
        await pump.SetClocksAsync(Token);
        return await pump.TellAsync(Token);
    }

    private async Task GivenNightly(int version, int hour = 2)
    {
        await using var store = Database.Open();
        await store.Definitions.KeepAsync(
            PlaybookFile.Workflow,
            "nightly",
            FormattableString.Invariant($"{version}"),
            $$"""
            { "id": "nightly-{{version}}", "definitionId": "nightly", "name": "Nightly", "version": {{version}}, "isPublished": true,
              "root": { "type": "Elsa.Cron", "id": "night", "customProperties": { "canStartWorkflow": true },
                "cronExpression": "0 0 {{hour}} * * *" } }
            """,
            Token);
    }

    private async Task<IReadOnlyList<string>> History() =>
    [
        .. (await Runtime.Portfolio.HistoryAsync(NoCustomer.GrainOf("nightly"), null, 100, Token)).Reverse()
            .SelectMany(Planning.Grains.Turns.History.Of),
    ];
}
