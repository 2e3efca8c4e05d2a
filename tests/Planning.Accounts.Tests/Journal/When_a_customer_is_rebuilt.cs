using Planning.Accounts.Approvals;
using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Journal;

public sealed class When_a_customer_is_rebuilt
{
    private static readonly (Customer Customer, IReadOnlyList<CustomerEvent> Events) Lived = Live();

    [Fact]
    public void the_journal_gives_the_customer_that_decided() => Assert.Equal(
        Json(Lived.Customer),
        Json(After(Helvia.Unknown, Lived.Events.Select(happened => Read<CustomerEvent>(Json(happened))))));

    [Fact]
    public void a_snapshot_gives_the_same_text() => Assert.Equal(
        Json(Lived.Customer), Json(Read<Customer>(Json(Lived.Customer))));

    [Fact]
    public void a_customer_nobody_has_registered_has_a_snapshot_too() => Assert.Equal(
        Json(Helvia.Unknown), Json(Read<Customer>(Json(Helvia.Unknown))));

    [Fact]
    public void a_snapshot_lives_on_as_the_customer_would()
    {
        var restored = Read<Customer>(Json(Lived.Customer));
        var next = Reviews.Review("2026-Q2", Reviews.Harvest, Reviews.CompleteInputs);

        NothingHappens(restored.TakeOver(Helvia.Record with { Seats = [] }, Helvia.Today));
        NothingHappens(restored.ReviewTier(LastReview));
        NothingHappens(restored.Submit(new Artefact.Match(Work.ByAnna), Helvia.Today, PlanPolicy.Default));
        NothingHappens(restored.Submit(new Artefact.Vendors([Work.Ours, Work.Theirs]), Helvia.Today, PlanPolicy.Default));
        NothingHappens(restored.TimeCame(CustomerTimer.StageDue, On("2026-07-01")));
        Assert.Equal(
            Json(Events(Lived.Customer.ReviewTier(next))), Json(Events(restored.ReviewTier(next))));
        Assert.Equal(
            Json(After(Lived.Customer, Lived.Customer.ReviewTier(next))), Json(After(restored, restored.ReviewTier(next))));
    }

    [Fact]
    public void what_follows_from_facts_is_not_in_a_snapshot() => Assert.All(
        ["\"Sentence\"", "\"Moves\":", "\"Wish\"", "\"All\"", "\"Sources\":[],", "\"Periods\""],
        computed => Assert.DoesNotContain(computed, Json(Lived.Customer), StringComparison.Ordinal));

    [Fact]
    public void the_language_of_the_machine_changes_nothing()
    {
        var (before, names) = (System.Globalization.CultureInfo.CurrentCulture, new[] { "zeta", "Ärzte", "alpha", "Zoll", "Øst", "aa" });
        var there = names.Aggregate(Helvia.Known, (customer, name) =>
            customer.Apply(new UnitMapped(new CustomerUnit(name, UnitFunction.Legal, 1, null))));
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("da-DK");
            var here = names.Aggregate(Helvia.Known, (customer, name) =>
                customer.Apply(new UnitMapped(new CustomerUnit(name, UnitFunction.Legal, 1, null))));

            Assert.Equal(Json(there), Json(here));
            Assert.All(names, name => Assert.True(there.Units.ContainsKey(name), name));
            Assert.All(names, name => Assert.True(Read<Customer>(Json(there)).Units.ContainsKey(name), name));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static TierReview LastReview => Reviews.Review("2026-Q1", Reviews.ProposeTier(Tier.S), Reviews.CompleteInputs, Reviews.Escalate);

    /// <summary>A life with everything in it.</summary>
    private static (Customer Customer, IReadOnlyList<CustomerEvent> Events) Live()
    {
        var record = Helvia.Record with
        {
            Registration = Helvia.Registration with { Tier = Tier.A },
            People = [Helvia.Reto, Helvia.Reto with { Id = Key<Person>("nadine-frey"), Role = null, Owner = null }],
            Metrics = [Helvia.Revenue, Helvia.Revenue with { Metric = Metric.Match, Value = 82.5m, Currency = null }],
        };
        Func<Customer, Decision>[] life =
        [
            customer => customer.TakeOver(record, Helvia.Today),
            customer => customer.TakeOver(Helvia.Record with
            {
                Seats = [new SeatAssignment(SeatRole.AR, SeatKind.Primary, null, Day("2026-05-01"))],
            }, Helvia.Today),
            customer => customer.ReviewTier(Reviews.Holding("2025-Q4", "T-20-PROMOTE-S", 1)),
            customer => customer.ReviewTier(Reviews.Review(
                "2026-Q1",
                Reviews.Harvest,
                new Move.SetPosture("T-01-LEGAL-HOLD", "sanctions", Posture.Hold),
                new Move.SetCoverageLevel("T-24-LIGHTHOUSE", "benchmark effect", Tier.B, 12),
                new Move.SetInsightDepth("T-43-DEPTH", "relevant spend share 0.03 < 0.05", InsightDepth.Department),
                new Move.Flag("T-40-MAJOR-CUSTOMER", "revenue share 0.12 ≥ 0.1", "MAJOR_CUSTOMER"),
                new Move.Notify("T-40-MAJOR-CUSTOMER", "revenue share 0.12 ≥ 0.1", "REP_OFFICE_HEAD"))),
            customer => customer.ReviewTier(LastReview),
            customer => customer.OpenPlan("plan-1", Helvia.Today, PlanPolicy.Default),
            _ => Decision.Record(new StageEntered(Helvia.Insight)),
            customer => customer.TimeCame(CustomerTimer.StageDue, On("2026-06-09")),
            customer => customer.Submit(new Artefact.Profile(Work.Macro), Helvia.Today, PlanPolicy.Default),
            customer => customer.Submit(new Artefact.Vendors([Work.Ours, Work.Theirs]), Helvia.Today, PlanPolicy.Default),
            customer => customer.AdvancePlan("A1", () => new GateResult("gates 2026.1", ["source classes 3 ≥ 3"], []), Helvia.Today),
            _ => Decision.Record(new StageEntered(Helvia.Insight with { Code = "A2", Title = "Match" })),
            customer => customer.Submit(new Artefact.Match(Work.ByAnna), Helvia.Today, PlanPolicy.Default),
            customer => customer.Submit(new Artefact.Match(Work.ByBruno), Helvia.Today, PlanPolicy.Default),
            customer => customer.Submit(new Artefact.Agreement(Work.Agreed), Helvia.Today, PlanPolicy.Default),
            .. new CustomerCommand[] { Drafts.Sound.Ambition, new WriteYear(Drafts.Sound.Year(2026)) }.Select(command => (Func<Customer, Decision>)(customer => Ask(customer, "2026-05-04", command))),
            customer => Ask(customer, "2026-05-04", Waivers.OfPublicSources),
            customer => customer.TimeCame(CustomerTimer.ApprovalLate, On("2026-05-18")),
            customer => Ask(customer, "2026-05-19", new DecideApproval("waiver:w-1", "REGION_HEAD", Granted: true), "e-cee-01"),
            customer => customer.TimeCame(CustomerTimer.StageDue, On("2026-06-09")),
        ];
        var (now, journal) = (Helvia.Unknown, new List<CustomerEvent>());
        foreach (var decide in life)
        {
            var events = Events(decide(now));
            Assert.NotEmpty(events);
            journal.AddRange(events);
            now = After(now, events);
        }

        return (now, journal);
    }
}
