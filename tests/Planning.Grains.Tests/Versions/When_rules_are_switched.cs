using System.Collections.Concurrent;
using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Grains.Customers;
using Planning.Grains.Embedded;
using Planning.Grains.Tests.Support;
using Planning.Grains.Timers;
using Planning.Grains.Turns;
using Planning.Workflows.Plans;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Versions;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Versions;

/// <summary>A switch is one step: a turn is judged by the one version or by the other, never by a bit of both.</summary>
public sealed class When_rules_are_switched : RuntimeSpec
{
    private const string OldLack = "Nobody holds the AR seat: name an account responsible.";
    private const string NewLack = "The AR seat is empty.";

    // Longer than any process may go by what it read last.
    private static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task the_next_turn_is_judged_by_the_new_version()
    {
        await GivenAPlanWithoutAnAccountSeat("helvia");
        Assert.Equal(OldLack, await WhatA0Lacks("helvia"));
        await Switch("2026.2", NewLack);
        Assert.Equal(NewLack, await WhatA0Lacks("helvia"));
    }

    [Fact]
    public async Task a_version_that_is_still_to_come_judges_from_its_day_on()
    {
        await GivenAPlanWithoutAnAccountSeat("helvia");
        Done(await Draft(Gates("2026.2", NewLack)));
        Done(await Approve("plan-gates", "2026.2", "2026-10-07"));
        Clock.GoTo("2026-10-06T23:59:59Z");
        Assert.Equal(OldLack, await WhatA0Lacks("helvia"));
        Clock.GoTo("2026-10-07T00:00:00Z");
        Assert.Equal(NewLack, await WhatA0Lacks("helvia"));
    }

    [Fact]
    public async Task a_quarter_that_ended_before_is_judged_by_the_rules_of_its_time()
    {
        await GivenAMiddlingCustomer();
        Done(await Draft(Tiering("2026.2", 55)));
        Done(await Approve("tiering", "2026.2", "2026-10-05"));
        await Ask("midway", Helvia.Reviewed("2026-Q3"));
        Assert.Equal("tiering 2026.1", (await StandingOf("midway")).LastReview!.RulesVersion);
        await Ask("midway", Helvia.Reviewed("2026-Q4"));
        var review = (await StandingOf("midway")).LastReview!;
        Assert.Equal("tiering 2026.2", review.RulesVersion);
        Assert.StartsWith(
            "quarter 1 of 2: tier is B, composite 58.", review.Findings.Single(finding => finding.Rule == "T-22-PROMOTE-A").Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_turn_that_has_begun_finishes_on_its_version()
    {
        await GivenAPlanWithoutAnAccountSeat("helvia");
        await using var kept = Database.Open();
        var store = new StoreInTheMiddle(kept);
        using var grains = new CustomerGrains(store, Runtime.Playbooks, Clock);
        store.BeforeLoad = async () => await Switch("2026.2", NewLack);
        Assert.Equal(OldLack, Lack(await grains.SendAsync(Helvia.Id, new Message("begun", "anna", Helvia.Advanced("A0")), Token)));
        Assert.Equal(NewLack, Lack(await grains.SendAsync(Helvia.Id, new Message("next", "anna", Helvia.Advanced("A0")), Token)));
    }

    [Fact]
    public async Task another_process_on_the_file_sees_it_once_it_is_answered()
    {
        await GivenAPlanWithoutAnAccountSeat("helvia");
        var other = await AnotherRuntimeAsync();
        Assert.Equal(OldLack, await WhatA0Lacks("helvia", other));
        await Switch("2026.2", NewLack);
        Clock.Advance(Lease);
        Assert.Equal(NewLack, await WhatA0Lacks("helvia", other));
        Assert.Equal("plan-gates 2026.2", other.Playbook.Gates.Of(GateKind.Plan).On(other.Today).Version);
    }

    [Fact]
    public async Task under_load_every_turn_is_judged_wholly_by_one_version_and_by_the_new_one_after_the_answer()
    {
        var customers = Enumerable.Range(0, 16).Select(at => string.Create(CultureInfo.InvariantCulture, $"c-{at}")).ToList();
        foreach (var customer in customers)
        {
            await GivenAPlanWithoutAnAccountSeat(customer);
        }

        Done(await Draft(Gates("2026.2", NewLack)));
        using var end = new CancellationTokenSource();
        var judged = new ConcurrentBag<(string Version, string Lack)>();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var load = customers.Select(customer => Task.Run(async () =>
        {
            for (var number = 0; !end.IsCancellationRequested; number++)
            {
                var message = new Message(string.Create(CultureInfo.InvariantCulture, $"load-{number}"), "anna", Helvia.Advanced("A0"));
                var refused = Assert.IsType<Answer.Refused>(await Runtime.Customers.SendAsync(Key<Customer>(customer), message, Token));
                judged.Add((refused.Gate!.Version, refused.Missing[0]));
                begun.TrySetResult();
            }
        })).ToList();
        await Patience.For(begun.Task, "the first turn");
        Done(await Approve("plan-gates", "2026.2", "2026-10-05"));
        var after = await Task.WhenAll(customers.Select(customer => WhatA0Lacks(customer)));
        await end.CancelAsync();
        await Patience.For(Task.WhenAll(load), "the end of the load");
        Assert.All(after, lack => Assert.Equal(NewLack, lack));
        Assert.Subset(
            new HashSet<(string, string)> { ("plan-gates 2026.13", OldLack), ("plan-gates 2026.2", NewLack) }, judged.ToHashSet());
        Assert.Contains(("plan-gates 2026.13", OldLack), judged);
    }

    [Fact]
    public async Task of_two_who_act_at_once_both_steps_are_kept()
    {
        var other = await AnotherRuntimeAsync();
        var decisions = await Task.WhenAll(Enumerable.Range(1, 10).Select(at => Draft(
            Gates(string.Create(CultureInfo.InvariantCulture, $"mine-{at}"), NewLack), at % 2 == 0 ? other : Runtime)));
        Assert.All(decisions, Done);
        var known = await Runtime.RuleSets.ReadAsync(Token);
        Assert.Equal(11, known.Of(GateKind.Plan.RuleSet).All.Length);
        Assert.Equal((2 * (known.Sets.Count + PolicySet.Names.Length)) + 10, known.Revision);
    }

    [Fact]
    public async Task rules_that_cannot_be_read_leave_the_last_good_ones_in_force_and_are_told()
    {
        await GivenAPlanWithoutAnAccountSeat("helvia");
        var other = await AnotherRuntimeAsync();
        await Switch("2026.2", NewLack);
        Database.Run("UPDATE definitions SET body = replace(body, 'AccountSeatFilled', 'Forged') WHERE version = '2026.2'");
        Clock.Advance(Lease);
        Assert.Equal(OldLack, await WhatA0Lacks("helvia", other));
        Assert.Equal(
            "plan-gates 2026.2: PLAYBOOK007 at $: The text is not the one that was drafted; it is damaged.",
            Assert.Single(other.RuleSets.Troubles).ToString());

        // It is mended by whoever brings a sound version into force.
        Done(await Draft(Gates("2026.3", "Mended."), other));
        Done(await Approve("plan-gates", "2026.3", "2026-10-05", other));
        Assert.Equal("Mended.", await WhatA0Lacks("helvia", other));
        Assert.Empty(other.RuleSets.Troubles);
    }

    [Fact]
    public async Task an_idle_host_logs_that_rules_cannot_be_read()
    {
        var other = await AnotherRuntimeAsync();
        await Switch("2026.2", NewLack);
        Database.Run("UPDATE definitions SET body = body || ' ' WHERE version = '2026.2'");
        Clock.Advance(Lease);
        var log = new LogOfOneLine<TimerPump>();
        using var end = new CancellationTokenSource();
        var beats = other.Timers(log).RunAsync(end.Token);
        Assert.Equal(
            "Rules that should judge cannot be read; the last good ones judge on. "
            + "plan-gates 2026.2: PLAYBOOK007 at $: The text is not the one that was drafted; it is damaged.",
            await Patience.For(log.Line, "a line in the log"));
        await end.CancelAsync();
        await Patience.For(beats, "the end of the beats");
    }

    [Fact]
    public async Task a_damaged_text_cannot_be_approved()
    {
        Done(await Draft(Gates("2026.2", NewLack)));
        Database.Run("UPDATE definitions SET body = body || ' ' WHERE version = '2026.2'");
        Assert.Equal(
            "The text of plan-gates 2026.2 is not the one that was drafted.",
            Assert.IsType<VersionDecision.Refused>(await Approve("plan-gates", "2026.2", "2026-10-05")).Sentence);
    }

    [Fact]
    public async Task a_rule_set_nobody_knows_is_named() => Assert.StartsWith(
        "There is no rule set pricing; there are ",
        Assert.IsType<VersionDecision.Refused>(await Approve("pricing", "1", "2026-10-05")).Sentence,
        StringComparison.Ordinal);

    private async Task Switch(string version, string lack)
    {
        Done(await Draft(Gates(version, lack)));
        Done(await Approve("plan-gates", version, "2026-10-05"));
    }

    private async Task GivenAPlanWithoutAnAccountSeat(string customer)
    {
        await Ask(customer, new Request.TakeOver(Helvia.Record(customer) with { Seats = [] }));
        await Ask(customer, Helvia.Opened);
    }

    private async Task<string> WhatA0Lacks(string customer, EmbeddedRuntime? runtime = null) =>
        Lack(await Ask(customer, Helvia.Advanced("A0"), runtime));

    private static string Lack(Answer answer) => Assert.IsType<Answer.Refused>(answer).Missing[0];

    private async Task<TierStanding> StandingOf(string customer) =>
        (await Runtime.Customers.LookAsync(Key<Customer>(customer), Token)).Customer.Standing;
}
