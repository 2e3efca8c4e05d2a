using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Grains.Replays;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Replays;

/// <summary>The journal, with the versions of the rules that it names, says again why everything was decided.</summary>
public sealed class When_decisions_are_judged_again : RuntimeSpec
{
    [Fact]
    public async Task all_of_them_come_out_the_same_byte_for_byte()
    {
        await GivenAPlanThatWasLed();
        await GivenReviewsByThreeVersions();
        var report = await Runtime.Replays.RunAsync(null, Token);

        // Helvia: a review, one refused exit and eleven granted ones. Midway: four quarters.
        Assert.Empty(report.Differences);
        Assert.Equal((2, 17, 0), (report.Customers, report.Alike, report.NotReplayable));
    }

    [Fact]
    public async Task also_in_another_process_long_after()
    {
        await GivenReviewsByThreeVersions();
        Clock.GoTo("2030-01-01T00:00:00Z");
        var report = await (await AnotherRuntimeAsync()).Replays.RunAsync(Key<Customer>("midway"), Token);
        Assert.Empty(report.Differences);
        Assert.Equal(4, report.Alike);
    }

    [Fact]
    public async Task a_task_that_a_review_ends_is_no_other_word_of_the_rules()
    {
        await Ask("late", new Request.TakeOver(Helvia.Record("late", Tier.B)));
        await Ask("late", Helvia.Reviewed("2026-Q2"));
        await Ask("late", new Request.TakeOver(new CustomerRecord(null) { Metrics = [.. Measured("2026-Q3")] }));
        await Ask("late", Helvia.Reviewed("2026-Q3"));

        Assert.Empty((await Runtime.Customers.LookAsync(Key<Customer>("late"), Token)).Customer.Standing.Tasks);
        var report = await Runtime.Replays.RunAsync(Key<Customer>("late"), Token);
        Assert.Empty(report.Differences);
        Assert.Equal(2, report.Alike);
    }

    [Fact]
    public async Task a_forged_review_is_found()
    {
        await GivenReviewsByThreeVersions();
        Database.Run("UPDATE journal SET events = replace(events, 'composite 58', 'composite 78') WHERE customer = 'midway' AND version = 4");
        var difference = Assert.Single((await Runtime.Replays.RunAsync(null, Token)).Differences);
        Assert.Equal(
            ("midway", 4, "tier review of 2026-Q4 by tiering 2026.1"), (difference.Customer, difference.Version, difference.Decision));
        Assert.Contains("composite 78", difference.Kept, StringComparison.Ordinal);
        Assert.Contains("composite 58", difference.Again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_forged_fact_is_found_in_the_decisions_that_hang_on_it()
    {
        await GivenReviewsByThreeVersions();
        Database.Run("""
            UPDATE journal SET events = replace(events, '"metric":"match","period":"2026-Q3","value":61', '"metric":"match","period":"2026-Q3","value":16')
            WHERE customer = 'midway' AND version = 1
            """);
        Assert.Contains(
            (await Runtime.Replays.RunAsync(null, Token)).Differences,
            difference => difference.Decision == "tier review of 2026-Q3 by tiering 2026.1");
    }

    [Fact]
    public async Task a_check_of_the_portfolio_names_the_forged_review_and_nothing_else()
    {
        await GivenReviewsByThreeVersions();
        var sound = (await Runtime.Invariants.RunAsync(null, Token)).Violations;
        Database.Run("UPDATE journal SET events = replace(events, 'composite 58', 'composite 78') WHERE customer = 'midway' AND version = 4");

        var forged = (await (await AnotherRuntimeAsync()).Invariants.RunAsync(null, Token)).Violations.Except(sound);
        Assert.Equal(
            ["tier review of 2026-Q4 by tiering 2026.1"],
            forged.Where(violation => violation.Invariant == "INV-03" && violation.What.EndsWith("when it is judged again", StringComparison.Ordinal))
                .Select(violation => violation.What.Split(" of 20")[..2]).Select(parts => $"{parts[0]} of 20{parts[1]}"));
    }

    [Fact]
    public async Task a_check_of_the_portfolio_names_a_customer_that_stands_otherwise_than_its_journal_says()
    {
        await GivenReviewsByThreeVersions();
        Database.Run("INSERT INTO snapshots SELECT customer, MAX(version), '{\"id\":\"midway\"}' FROM journal WHERE customer = 'midway'");

        Assert.Contains(
            (await (await AnotherRuntimeAsync()).Invariants.RunAsync(null, Token)).Silent,
            violation => (violation.Invariant, violation.What) == ("INV-03", "it stands otherwise than its journal says"));
    }

    [Fact]
    public async Task a_forged_refusal_and_a_forged_passage_are_found()
    {
        await GivenAPlanThatWasLed();
        Database.Run("UPDATE journal SET answer = replace(answer, 'is not confirmed', 'is confirmed') WHERE kind = 'advance-plan'");
        Database.Run("UPDATE journal SET events = replace(events, 'AR seat filled', 'Nothing to say') WHERE kind = 'advance-plan'");
        Assert.Equal(
            ["refused exit of stage A0 by plan-gates 2026.13", "exit of stage A0 by plan-gates 2026.13"],
            (await Runtime.Replays.RunAsync(null, Token)).Differences.Select(difference => difference.Decision));
    }

    [Fact]
    public async Task what_was_decided_before_its_figures_were_kept_is_counted_apart()
    {
        await GivenAPlanThatWasLed();
        Database.Run("""
            UPDATE journal SET events = json_remove(events, '$[0].inputs') WHERE kind = 'review-tier';
            UPDATE journal SET events = json_remove(events, '$[0].facts') WHERE kind = 'advance-plan' AND events <> '[]';
            UPDATE journal SET answer = json_remove(answer, '$.gate') WHERE kind = 'advance-plan' AND events = '[]';
            """);
        var report = await Runtime.Replays.RunAsync(null, Token);
        Assert.Equal((1, 0, 13, 0), (report.Customers, report.Alike, report.NotReplayable, report.Differences.Length));
    }

    [Fact]
    public async Task the_review_of_a_quarter_is_found_with_the_customer_as_it_was()
    {
        await GivenReviewsByThreeVersions();
        var past = Assert.IsType<PastReview>(await Runtime.Replays.FindAsync(Key<Customer>("midway"), Q("2026-Q3"), Token));
        Assert.Equal(("tiering 2026.1", 3), (past.Reviewed.Review.RulesVersion, past.Turn.Version));
        Assert.Equal(Q("2026-Q2"), past.Before.Standing.LastReview!.Period);
        Assert.Null(await Runtime.Replays.FindAsync(Key<Customer>("midway"), Q("2025-Q3"), Token));
    }

    private async Task GivenAPlanThatWasLed()
    {
        foreach (var request in Helvia.Story)
        {
            await Ask("helvia", request);
        }
    }

    // 2026.1 alone, 2026.1 with 2026.2 in shadow, then 2026.2 in force with 2026.3 in shadow.
    private async Task GivenReviewsByThreeVersions()
    {
        await GivenAMiddlingCustomer();
        await Ask("midway", Helvia.Reviewed("2026-Q2"));
        await Ask("midway", Helvia.Reviewed("2026-Q3"));
        Done(await Draft(Tiering("2026.2", 55)));
        Done(await Draft(Tiering("2026.3", 40)));
        Done(await Runtime.RuleSets.ShadowAsync("tiering", "2026.2", "mei", null, Token));
        await Ask("midway", Helvia.Reviewed("2026-Q4"));
        Clock.GoTo("2027-01-11T09:00:00Z");
        Done(await Runtime.RuleSets.ApproveAsync("tiering", "2026.2", Day("2027-01-11"), null, "jan", null, Token));
        Done(await Runtime.RuleSets.ShadowAsync("tiering", "2026.3", "mei", null, Token));
        await Ask("midway", Helvia.Reviewed("2027-Q1"));
    }
}
