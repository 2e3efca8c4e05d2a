using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Escalations;

/// <summary>Reto Ammann is touched by nobody for too long: the ladder is AR at once, ACCOUNT_HEAD after 14 days, REGION_HEAD
/// after 30.</summary>
public sealed class When_something_is_watched
{
    private const string Key = "ESC-01/person:reto-ammann";

    private static readonly Customer Raised = Watched(Helvia.Known, "2026-05-04", holds: true);

    [Fact]
    public void it_is_raised_to_the_first_of_the_ladder_with_the_facts()
    {
        var open = Raised.Escalations.Open[Key];

        Assert.Equal(("AR", "ignored", "Reto Ammann (CEO)"), (open.Role(), open.Because, open.About));
        Assert.Contains(
            new Waiting("escalation", "ESC-01 ignored person, Reto Ammann (CEO): ignored", "AR", null), Waiting.Of(Raised));
    }

    [Fact]
    public void one_rule_raises_one_thing_once() => NothingHappens(Raised.Watch(Rules("2026-05-05", holds: true)));

    [Fact]
    public void it_rises_step_by_step_when_nobody_does_anything()
    {
        var next = Assert.Single(Raised.Timers(Planning.Accounts.Policies.MethodPolicies.Default), timer => timer.Name == CustomerTimer.EscalationDue);
        Assert.Equal(new DateTimeOffset(2026, 5, 18, 9, 0, 0, TimeSpan.Zero), next.Due);

        var second = Watched(Raised, "2026-05-18", holds: true);
        Assert.Equal("ACCOUNT_HEAD", second.Escalations.Open[Key].Role());
        Assert.Equal("REGION_HEAD", Watched(second, "2026-06-03", holds: true).Escalations.Open[Key].Role());
    }

    [Fact]
    public void steps_that_were_missed_come_one_after_the_other() => Assert.Equal(
        ["ACCOUNT_HEAD", "REGION_HEAD"],
        Events(Raised.Watch(Rules("2026-07-01", holds: true))).OfType<EscalationRose>().Select(rose => rose.Role));

    [Fact]
    public void whoever_is_told_at_once_is_told_with_it() => Assert.Equal(
        "SR",
        Watched(Helvia.Known, "2026-05-04", holds: true, ladder: [new LadderStep("FR"), new LadderStep("SR"), new LadderStep("REGION_HEAD", Days: 3)])
            .Escalations.Open[Key].Role());

    [Fact]
    public void to_take_it_in_hand_is_not_enough_but_progress_spares_the_next()
    {
        var taken = Asked(Raised, "2026-05-05", new AcknowledgeEscalation(Key));
        var worked = Asked(taken, "2026-05-12", new RecordEscalationProgress(Key, "Lunch is fixed for Friday"));

        Assert.Single(Events(taken.Watch(Rules("2026-05-18", holds: true))).OfType<EscalationRose>());
        var spared = After(worked, worked.Watch(Rules("2026-05-18", holds: true)));
        Assert.Equal("AR", spared.Escalations.Open[Key].Role());
        Assert.Equal("REGION_HEAD", Watched(spared, "2026-06-03", holds: true).Escalations.Open[Key].Role());
        IsRefused(
            Ask(Raised, "2026-05-05", new RecordEscalationProgress(Key, "Lunch")),
            "not-acknowledged",
            "Take it in hand first: ESC-01 for Reto Ammann (CEO).");
    }

    [Fact]
    public void a_first_role_with_time_is_told_only_when_the_time_is_over_and_nobody_has_it_in_hand()
    {
        var on = Rules("2026-05-04", holds: true, ladder: [new LadderStep("ACCOUNT_HEAD", Hours: 24), new LadderStep("REGION_HEAD", Hours: 72)]);
        var opened = Assert.IsType<EscalationOpened>(Assert.Single(Events(Helvia.Known.Watch(on))));
        var raised = After(Helvia.Known, opened);

        Assert.Equal(
            "ESC-01 ignored person was raised for Reto Ammann (CEO): ignored; ACCOUNT_HEAD is told on 2026-05-05 09:00 UTC unless it is in hand.",
            opened.Sentence);
        Assert.Equal("ACCOUNT_HEAD", Assert.Single(Waiting.Of(raised), waits => waits.Kind == "escalation").Role);
        Assert.Equal(
            new EscalationRose(Key, "Reto Ammann (CEO)", 0, "ACCOUNT_HEAD"),
            Assert.Single(Events(raised.Watch(on with { Now = on.Now.AddHours(24) }))));

        var worked = Asked(Asked(raised, "2026-05-04", new AcknowledgeEscalation(Key)), "2026-05-04", new RecordEscalationProgress(Key, "Called"));
        var inHand = worked with
        {
            Escalations = worked.Escalations.Apply(new EscalationProgressed(Key, "Reto Ammann (CEO)", "anna-keller", on.Now.AddHours(1), "Called")),
        };
        Assert.IsType<EscalationSpared>(Assert.Single(Events(inHand.Watch(on with { Now = on.Now.AddHours(24) }))));
    }

    [Fact]
    public void roles_that_are_told_together_all_have_it()
    {
        var on = Rules("2026-05-04", holds: true, ladder: [
            new LadderStep("AR"), new LadderStep("FINANCE", WorkingDays: 10), new LadderStep("ACCOUNT_HEAD", WorkingDays: 10)]);
        var raised = After(Helvia.Known, Helvia.Known.Watch(on));
        var risen = After(raised, raised.Watch(on with { Now = on.Now.AddDays(14) }));

        Assert.Equal(["AR"], Roles(raised));
        Assert.Equal(["FINANCE", "ACCOUNT_HEAD"], Roles(risen));
        Assert.Equal("ACCOUNT_HEAD", risen.Escalations.Open[Key].Role());

        static IEnumerable<string> Roles(Customer customer) =>
            Waiting.Of(customer).Where(waits => waits.Kind == "escalation").Select(waits => waits.Role);
    }

    [Theory]
    [InlineData(8, "2026-05-04T11:30:00Z", "2026-05-04T22:00:00Z")]
    [InlineData(-5, "2026-05-04T09:30:00Z", "2026-05-04T11:30:00Z")]
    [InlineData(-5, "2026-05-04T08:00:00Z", "2026-05-04T11:00:00Z")]
    public void quiet_hours_go_by_the_clocks_of_the_customers_country(int offset, string raised, string told)
    {
        var on = Rules("2026-05-04", holds: true, ladder: [new LadderStep("AR"), new LadderStep("ACCOUNT_HEAD", Hours: 2)]);
        on = on with
        {
            Now = DateTimeOffset.Parse(raised, System.Globalization.CultureInfo.InvariantCulture),
            Calendar = on.Calendar with { Offset = TimeSpan.FromHours(offset) },
        };

        Assert.Equal(
            DateTimeOffset.Parse(told, System.Globalization.CultureInfo.InvariantCulture),
            After(Helvia.Known, Helvia.Known.Watch(on)).Escalations.Open[Key].Ladder[1].At);
    }

    [Fact]
    public void the_facts_close_it() => Assert.Empty(Watched(Raised, "2026-05-10", holds: false).Escalations.Open);

    [Fact]
    public void an_unknown_fact_neither_raises_nor_closes()
    {
        NothingHappens(Helvia.Known.Watch(Rules("2026-05-04", holds: null)));
        NothingHappens(Raised.Watch(Rules("2026-05-05", holds: null)));
    }

    [Fact]
    public void a_decision_closes_it_only_one_level_above_and_with_a_reason()
    {
        IsRefused(
            Ask(Raised, "2026-05-05", new ResolveEscalation(Key, "AR", "He leaves in June")),
            "one-level-above",
            "AR has it, so ACCOUNT_HEAD decides: ESC-01 for Reto Ammann (CEO) (INV-30).");
        IsRefused(
            Ask(Raised, "2026-05-05", new ResolveEscalation(Key, "ACCOUNT_HEAD", " ")),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Reason is empty.");
        Assert.Empty(Asked(Raised, "2026-05-05", new ResolveEscalation(Key, "ACCOUNT_HEAD", "He leaves in June")).Escalations.Open);
    }

    [Fact]
    public void a_decision_holds_until_the_condition_has_passed_once()
    {
        var decided = Asked(Raised, "2026-05-05", new ResolveEscalation(Key, "ACCOUNT_HEAD", "He leaves in June"));
        NothingHappens(decided.Watch(Rules("2026-05-06", holds: true)));

        var passed = Watched(decided, "2026-05-20", holds: false);
        Assert.Empty(passed.Escalations.Settled);
        Assert.Single(Watched(passed, "2026-08-03", holds: true).Escalations.Open);
    }

    [Fact]
    public void somebody_may_push_it_up_or_let_it_rest()
    {
        Assert.Equal("ACCOUNT_HEAD", Asked(Raised, "2026-05-05", new PushEscalationUp(Key)).Escalations.Open[Key].Role());

        var resting = Asked(Raised, "2026-05-05", new SnoozeEscalation(Key, Day("2026-05-25"), "He is on leave"));
        NothingHappens(resting.Watch(Rules("2026-05-18", holds: true)));
        Assert.Equal("ACCOUNT_HEAD", Watched(resting, "2026-05-25", holds: true).Escalations.Open[Key].Role());
    }

    [Fact]
    public void a_condition_that_must_hold_is_raised_only_when_it_has()
    {
        var begun = Watched(Helvia.Known, "2026-05-04", holds: true, holdDays: 30);
        Assert.Empty(begun.Escalations.Open);
        NothingHappens(begun.Watch(Rules("2026-06-02", holds: true, holdDays: 30)));

        Assert.Single(Watched(begun, "2026-06-03", holds: true, holdDays: 30).Escalations.Open);
        var passed = Watched(begun, "2026-05-20", holds: false, holdDays: 30);
        Assert.Empty(passed.Escalations.Begun);
        Assert.Empty(Watched(passed, "2026-06-03", holds: true, holdDays: 30).Escalations.Open);
    }

    [Fact]
    public void and_it_closes_only_when_it_has_been_false_as_long()
    {
        var begun = Watched(Helvia.Known, "2026-05-04", holds: true, holdDays: 30);
        var open = Watched(begun, "2026-06-03", holds: true, holdDays: 30);
        var eased = Watched(open, "2026-06-10", holds: false, holdDays: 30);

        Assert.Single(eased.Escalations.Open);
        Assert.Equal(
            new DateTimeOffset(2026, 7, 10, 0, 0, 0, TimeSpan.Zero),
            eased.Timers(Planning.Accounts.Policies.MethodPolicies.Default).Single(timer => timer.Name == CustomerTimer.EscalationDue).Due);
        Assert.Null(Watched(eased, "2026-06-20", holds: true, holdDays: 30).Escalations.Open[Key].FalseSince);
        Assert.Empty(Watched(eased, "2026-07-10", holds: false, holdDays: 30).Escalations.Open);
    }

    [Theory]
    [InlineData("2026-05-02T21:30:00Z", 1, "2026-05-04T06:00:00Z")]
    [InlineData("2026-05-04T19:30:00Z", 2, "2026-05-05T06:00:00Z")]
    [InlineData("2026-05-04T03:00:00Z", 2, "2026-05-04T06:00:00Z")]
    [InlineData("2026-05-04T09:00:00Z", 2, "2026-05-04T11:00:00Z")]
    public void nobody_is_disturbed_at_night_nor_on_a_day_off(string raised, int hours, string told)
    {
        var on = Rules("2026-05-04", holds: true, ladder: [new LadderStep("AR"), new LadderStep("ACCOUNT_HEAD", Hours: hours)]) with
        {
            Now = DateTimeOffset.Parse(raised, System.Globalization.CultureInfo.InvariantCulture),
        };

        Assert.Equal(
            DateTimeOffset.Parse(told, System.Globalization.CultureInfo.InvariantCulture),
            After(Helvia.Known, Helvia.Known.Watch(on)).Escalations.Open[Key].Ladder[1].At);
    }

    [Fact]
    public void nothing_is_watched_at_a_customer_that_is_lost() => Assert.Empty(CustomerWatch.Of(
        After(Helvia.Known, new DetailsChanged(Helvia.Details with { Lifecycle = Lifecycle.Lost })), On("2026-05-04")));

    private static Customer Watched(
        Customer customer, string day, bool? holds, int holdDays = 0, ImmutableArray<LadderStep>? ladder = null) =>
        After(customer, customer.Watch(Rules(day, holds, holdDays, ladder)));

    private static Occasion Rules(string day, bool? holds, int holdDays = 0, ImmutableArray<LadderStep>? ladder = null) => On(
        Day(day),
        "rules",
        new OneRule(holds, new EscalationTerms(
            "ignored person",
            holdDays,
            ladder ?? [new LadderStep("AR"), new LadderStep("ACCOUNT_HEAD", Days: 14), new LadderStep("REGION_HEAD", Days: 30)])));

    private sealed class OneRule(bool? holds, EscalationTerms terms) : IEscalationRules
    {
        public string Version => "escalations 2026.1";

        public IEnumerable<Condition> Judge(Watched watched) => watched.Scope == Accounts.Escalations.Watched.Person
            ? [new Condition("ESC-01", watched, holds, holds is true ? "ignored" : "")]
            : [];

        public EscalationTerms Terms(string rule) => terms;
    }
}
