using System.Collections.Immutable;
using Planning.Accounts.Plans;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Plans;

public sealed class When_a_plan_is_opened
{
    [Theory]
    [InlineData(Tier.S)]
    [InlineData(Tier.A)]
    public void a_strategic_or_partner_customer_gets_five_years_from_the_next(Tier tier) => Assert.Equal(
        [new PlanOpened("plan-1", tier, 2027, 2031)],
        Events(Helvia.WithStanding(tier).OpenPlan("plan-1", Day("2026-12-31"), PlanPolicy.Default)));

    // METHOD §3.1, light forms: one page, yearly.
    [Fact]
    public void a_priority_customer_gets_one_page_for_the_next_year()
    {
        var opened = Helvia.WithStanding(Tier.B).OpenPlan("plan-1", Day("2026-12-31"), PlanPolicy.Default);
        Assert.Equal([new PlanOpened("plan-1", Tier.B, 2027, 2027)], Events(opened));
        Assert.True(After(Helvia.WithStanding(Tier.B), opened).Plan!.IsLight);
    }

    [Fact]
    public void a_general_customer_has_none() => IsRefused(
        Helvia.WithStanding(Tier.C).OpenPlan("plan-1", Helvia.Today, PlanPolicy.Default),
        "no-plan-for-tier",
        "A customer of tier C has no strategic account plan.");

    [Fact]
    public void a_company_may_plan_three_years_for_partners()
    {
        var policy = PlanPolicy.Default with { HorizonYears = ImmutableSortedDictionary<Tier, int>.Empty.Add(Tier.A, 3) };

        Assert.Equal(
            [new PlanOpened("plan-1", Tier.A, 2027, 2029)],
            Events(Helvia.WithStanding(Tier.A).OpenPlan("plan-1", Helvia.Today, policy)));
        IsRefused(
            Helvia.WithStanding(Tier.S).OpenPlan("plan-1", Helvia.Today, policy),
            "no-plan-for-tier",
            "A customer of tier S has no strategic account plan.");
    }

    [Fact]
    public void it_starts_empty_and_before_its_first_stage()
    {
        var customer = After(Helvia.Known, Helvia.Known.OpenPlan("plan-1", Helvia.Today, PlanPolicy.Default));
        var plan = customer.Plan!;

        Assert.Equal(("plan-1", Tier.S, 2027, 2031), (plan.Id, plan.Form, plan.HorizonFrom, plan.HorizonTo));
        Assert.Empty(plan.Track.Open);
        Assert.Empty(plan.Track.Passed);
        Assert.Empty(plan.Profile.Sections);
        Assert.Empty(plan.Vendors);
        Assert.Empty(plan.Match.ByAssessor);
    }

    [Fact]
    public void there_is_only_one_live_plan_at_a_time() => IsRefused(
        Helvia.Planning.OpenPlan("plan-2", Helvia.Today, PlanPolicy.Default),
        "plan-open",
        "The plan 2027 to 2031 of Helvia Telekom is open already.");

    [Fact]
    public void an_unregistered_customer_is_refused() => IsRefused(
        Helvia.Unknown.OpenPlan("plan-1", Helvia.Today, PlanPolicy.Default),
        "customer-unknown",
        "Nobody has registered a customer helvia.");
}
