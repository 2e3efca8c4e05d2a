using Planning.Accounts.Customers;
using Planning.Accounts.Invariants;
using Planning.Accounts.Losses;
using Planning.Accounts.Metrics;
using Planning.Accounts.Organisation;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Invariants;

/// <summary>What must never be so is named, whoever brought it about: stored states are made wrong here past every command.</summary>
public sealed class When_a_customer_is_checked
{
    private const string Today = "2026-05-04";

    [Fact]
    public void a_customer_with_a_whole_team_breaks_nothing() => Assert.Empty(Check(Staff.Helvia));

    [Fact]
    public void nobody_has_to_be_right_who_is_not_registered() => Assert.Empty(Check(Helvia.Unknown));

    [Fact]
    public void each_invariant_of_the_method_is_listed_once() => Assert.Equal(
        Enumerable.Range(1, 32).Select(number => FormattableString.Invariant($"INV-{number:00}")),
        Invariant.All.Select(invariant => invariant.Number));

    [Fact]
    public void an_account_seat_that_nobody_holds_is_named() => Breaks(
        Without(SeatRole.AR, SeatKind.Primary), "INV-07", "nobody holds the AR seat, nor acts for it");

    [Fact]
    public void an_account_seat_that_nobody_backs_is_named() => Breaks(Without(SeatRole.AR, SeatKind.Backup), "INV-07", "nobody backs the AR seat");

    [Fact]
    public void a_seat_of_the_triangle_that_nobody_holds_is_named() => Breaks(
        Without(SeatRole.FR, SeatKind.Primary), "INV-08", "nobody holds the FR seat, nor acts for it");

    [Fact]
    public void an_empty_seat_that_is_being_filled_is_known() => Assert.StartsWith(
        "the seat is being filled (helvia-fr-",
        Assert.Single(Check(Occasions.Asked(
            Without(SeatRole.FR, SeatKind.Primary), Today, new RaiseSeatNeed(SeatRole.FR, SeatCause.Vacancy)))).Raised,
        StringComparison.Ordinal);

    [Fact]
    public void one_person_in_two_seats_is_named() => Breaks(
        Seated(Staff.Held(SeatRole.SR, SeatKind.Primary, Helvia.Anna, "2024-09-02")), "INV-08", "anna-keller holds 2 seats of the triangle");

    [Fact]
    public void a_holder_against_the_word_of_compliance_is_named() => Breaks(
        Staff.Helvia with
        {
            Team = Staff.Helvia.Team with { Checks = [new ConflictCheck(Staff.Dora, Day("2026-05-01"), Allowed: false, Day("2026-05-02"), "compliance")] },
        },
        "INV-23",
        "dora-huber holds the SR seat, which compliance has refused");

    [Fact]
    public void somebody_in_the_process_whom_nobody_owns_is_named()
    {
        var (id, person) = Staff.Helvia.People.First();
        Breaks(Staff.Helvia with { People = Staff.Helvia.People.SetItem(id, person with { Owner = null }) }, "INV-09", "nobody of ours owns Key 1");
    }

    [Fact]
    public void a_contact_detail_of_two_people_is_named()
    {
        var point = new ContactPoint(ContactKind.Mail, "network@helvia.example", null);
        var shared = Staff.KeyPeople.Take(2).Aggregate(Staff.Helvia, (customer, person) => After(customer, new ContactPointKept(person, point)));
        Breaks(shared, "INV-10", $"{point.Key} is kept for Key 1 and for Key 2");
    }

    [Fact]
    public void a_cash_cow_in_tier_S_is_named() => Breaks(
        Staff.Helvia with { Standing = Staff.Helvia.Standing with { Posture = Posture.Harvest } }, "INV-11", "it is HARVEST and S");

    [Fact]
    public void a_cash_cow_that_is_cut_too_fast_is_named()
    {
        var cut = After(
            Staff.Helvia with { Standing = Staff.Helvia.Standing with { Tier = Tier.A, Posture = Posture.Harvest } },
            new MetricRecorded(new MetricSnapshot(Metric.Fte, Q("2025-Q3"), 10m, "FTE", Day("2025-09-30"), "HR")),
            new MetricRecorded(new MetricSnapshot(Metric.Fte, Q("2026-Q1"), 7m, "FTE", Day("2026-03-31"), "HR")));
        Breaks(cut, "INV-11", "its people were cut by 30 % in a half-year");
    }

    [Fact]
    public void a_target_without_a_funded_campaign_and_a_review_date_is_named() => Breaks(
        Staff.Helvia with { Standing = Staff.Helvia.Standing with { Lane = Lane.Target } },
        "INV-12",
        "A campaign with a sponsor and a budget is needed. A day is needed on which the board looks at it again.");

    [Fact]
    public void a_plan_beside_that_of_the_group_is_named()
    {
        var planning = After(Staff.Helvia, Staff.Helvia.OpenPlan("plan-1", Day(Today), PlanPolicy.Default));
        Breaks(
            planning with { Details = planning.Details! with { GroupRoot = Key<Customer>("gotthard") } },
            "INV-13",
            "it has a plan, and gotthard heads its group");
    }

    [Fact]
    public void a_promise_without_the_word_of_whoever_answers_for_it_is_named()
    {
        var promise = new Commitment(
            Key<Commitment>("night"), Key<VoiceTopic>("cutover"), CommitmentKind.DeliveryDate, "Cutover in May", Helvia.Anna,
            SeatRole.AR, Day("2026-05-31"), SeatRole.FR, CommitmentStatus.Made)
        {
            MadeOn = Day("2026-05-01"),
        };
        var promised = Staff.Helvia.Organisation with { Commitments = Staff.Helvia.Organisation.Commitments.Add(promise.Id, promise) };

        Breaks(Staff.Helvia with { Organisation = promised }, "INV-26", "anna-keller promised “Cutover in May” as AR without the word of FR");
    }

    [Fact]
    public void a_lost_customer_that_nobody_asks_about_is_named() => Breaks(
        Staff.Helvia with { Details = Staff.Helvia.Details! with { Lifecycle = Lifecycle.Lost } }, "INV-29", "it is lost, and nobody asks why");

    [Fact]
    public void a_loss_review_that_is_closed_without_a_cause_is_named()
    {
        var review = new LossReview(Key<LossReview>("l-1"), LossKind.Deal, "the core deal", Day("2026-03-02"))
        {
            Findings = LossFindings.None with { Missed = [new MissedPerson("the works council")], Lessons = [new Lesson("Ask earlier")] },
            ClosedOn = Day("2026-04-01"),
        };
        Breaks(
            Staff.Helvia with { Losses = Staff.Helvia.Losses with { Reviews = Staff.Helvia.Losses.Reviews.Add(review.Id, review) } },
            "INV-29",
            "the review of the core deal is closed: No cause is named");
    }

    private static void Breaks(Customer customer, string invariant, string what)
    {
        var violation = Assert.Single(Check(customer), violation => violation.Invariant == invariant);
        Assert.Equal((Helvia.Id, what, null), (violation.Customer!.Value, violation.What, violation.Raised));
    }

    private static List<Violation> Check(Customer customer) => [.. StateCheck.Of(customer, Occasions.On(Today))];

    private static Customer Without(SeatRole role, SeatKind kind) => Seated(Staff.Held(role, kind, null, "2026-04-01"));

    private static Customer Seated(SeatAssignment assignment) => Staff.Helvia with { Team = Staff.Helvia.Team.With(assignment) };
}
