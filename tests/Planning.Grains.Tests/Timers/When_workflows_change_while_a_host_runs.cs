using Microsoft.Extensions.Logging.Abstractions;
using Planning.Grains.Customers;
using Planning.Grains.Tests.Support;
using Planning.Grains.Timers;
using Planning.Grains.Versions;
using Planning.Workflows.Playbooks;

namespace Planning.Grains.Tests.Timers;

public sealed class When_workflows_change_while_a_host_runs : GrainSpec, IPlaybooks
{
    private static readonly string[] Versions = [Nightly(1, 2), Nightly(2, 4)];

    private Playbook _playbook = Playbooks.And(Versions[0]);

    public Playbook Take() => _playbook;

    [Fact]
    public async Task the_next_beat_sets_the_clock_and_beats_without_a_change_cost_no_turn()
    {
        using var grains = new CustomerGrains(Store, this, Clock);
        var pump = new TimerPump(Kept.Timers, grains, new Clocks(grains, this), () => [], Clock, NullLogger<TimerPump>.Instance);
        await pump.SetClocksAsync(Token);
        await pump.SetClocksAsync(Token);
        _playbook = Playbooks.And(Versions);
        await pump.SetClocksAsync(Token);
        await pump.SetClocksAsync(Token);

        Assert.Equal(
            [
                "Nightly begins by the clock in version 2: night at 2026-12-08 04:00:00.",
                "Nightly begins by the clock in version 1: night at 2026-12-08 02:00:00.",
            ],
            (await Kept.Portfolio.HistoryAsync(NoCustomer.GrainOf("nightly"), null, 9, Token)).SelectMany(Planning.Grains.Turns.History.Of));
        Assert.Equal("clock:2:night", Assert.Single(await Kept.Timers.DueAsync(CalendarClock.At("2027-01-01"), 9, Token)).Name);
    }

    [Fact]
    public async Task a_clock_that_cannot_be_set_is_logged_and_set_at_a_later_beat()
    {
        using var grains = new CustomerGrains(Store, this, Clock);
        var log = new LogOfOneLine<TimerPump>();
        var pump = new TimerPump(Kept.Timers, grains, new Clocks(grains, this), () => [], Clock, log);
        Store.BeforeCommit = _ => throw new InvalidOperationException("The disk is full.");
        await pump.SetClocksAsync(Token);
        Assert.Equal("The clock of the workflow nightly could not be set; trying again at the next beat.", await log.Line);

        Store.BeforeCommit = _ => Task.CompletedTask;
        await pump.SetClocksAsync(Token);
        Assert.Single(await Kept.Portfolio.HistoryAsync(NoCustomer.GrainOf("nightly"), null, 9, Token));
    }

    private static string Nightly(int version, int hour) => $$"""
        { "id": "nightly-{{version}}", "definitionId": "nightly", "name": "Nightly", "version": {{version}}, "isPublished": true,
          "root": { "type": "Elsa.Cron", "id": "night", "customProperties": { "canStartWorkflow": true },
            "cronExpression": "0 0 {{hour}} * * *" } }
        """;
}
