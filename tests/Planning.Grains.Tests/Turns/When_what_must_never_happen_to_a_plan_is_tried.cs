using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Turns;

/// <summary>The nine lines of METHOD §3.1 “must never happen (A)”, each tried as people would, with the shipped workflow and rules.</summary>
public sealed class When_what_must_never_happen_to_a_plan_is_tried : TurnSpec
{
    private AccountPlan Plan => State.Customer.Plan!;

    // 1. A plan that names only the top person.
    [Fact]
    public void one_that_names_only_the_top_person_does_not_leave_A5()
    {
        Given([.. Before("A5"), new Request.Do(new StrikeEntry("key-person:selina-bruegger")), .. Helvia.Signed("A5")]);
        When(Helvia.Advanced("A5"));
        ThenItIsRefused(
            "gate-not-passed",
            "Stage A5 Relationship plan cannot be passed yet.",
            "The plan names nobody of these units: Procurement.",
            "The plan must count on supporters in two units that do not hang on each other; it does in 1.",
            "1 of our people carry the key people; one alone must not carry a plan.");
    }

    // 2. A version edited after approval; or two plans in force for one group (INV-13).
    [Fact]
    public void an_approved_version_stays_as_it_is_and_alone()
    {
        GivenItIsInForce();
        var version = Plan.InForce!;
        When(new Request.Do(new StrikeEntry("objective:core")));
        ThenItIsRefused("version-approved", "Version 1 is approved and does not change; open an amendment.");
        Given(new Request.Do(new OpenAmendment("Their CTO has left")), new Request.Do(new StrikeEntry("objective:core")));
        Assert.Same(version, Plan.InForce);
        Assert.Contains("objective:core", version.Content.Entries.Keys);
        When(Helvia.Opened);
        ThenItIsRefused("plan-open", "The plan 2027 to 2031 of helvia Telekom is open already.");
    }

    // 3. A plan year passes without a valid version and nobody above E2 knows.
    [Fact]
    public void a_year_without_a_version_is_known_above_the_account_head_on_its_first_day()
    {
        GivenItIsInForce();
        Clock.GoTo("2028-01-01T09:00:00Z");
        When(new Request.Watch());
        var raised = State.Customer.Escalations.Open.Values.Single(open => open.Rule == "ESC-20-DAY-0");
        Assert.Equal(
            ["ACCOUNT_HEAD 2028-01-01", "REGION_HEAD 2028-01-01", "STRATEGIC_CUSTOMER_BOARD 2028-01-28"],
            raised.Ladder.Select(step => FormattableString.Invariant($"{step.Role} {step.At:yyyy-MM-dd}")));
    }

    // … nor the first year of a plan that nobody has approved yet.
    [Fact]
    public void nor_does_the_first_year_begin_unnoticed()
    {
        Given([.. Before("A8")]);
        Clock.GoTo("2027-01-01T09:00:00Z");
        When(new Request.Watch());
        Assert.Contains(State.Customer.Escalations.Open.Values, open => open.Rule == "ESC-20-DAY-0");
    }

    // 4. Targets lowered afterwards to match actuals.
    [Fact]
    public void a_target_is_not_written_down_to_what_the_year_was()
    {
        GivenItIsInForce();
        Given(
            new Request.Do(new RecordActuals(Helvia.Plan.Year(2026) with { Satisfaction = 70 })),
            new Request.Do(new OpenAmendment("A bad year")),
            new Request.Do(new WriteYear(Helvia.Plan.Year(2027) with { Satisfaction = 70 })));
        Given([.. Helvia.Signed("A4", "A6"), .. Helvia.Looked]);
        When(Helvia.Advanced("A10"));
        ThenItIsRefused(
            "gate-not-passed",
            "Stage A10 Amendment cannot be passed yet.",
            "These targets are lower than in the version in force; say why: 2027 satisfaction from 86 to 70.");
    }

    // 5. Growth objectives approved for a HARVEST customer.
    [Fact]
    public void a_customer_that_is_harvested_meanwhile_is_not_planned_to_grow()
    {
        Given([.. Before("A8"), Helvia.Advanced("A8")]);
        Given(
            new Request.Do(new RequestTierOverride(
                Key<TierOverride>("o-1"), "They buy elsewhere", Day("2027-06-30"), Tier.A, Posture: Posture.Harvest)),
            OnePage.Decided("REGION_HEAD", "override:o-1"),
            OnePage.Decided("STRATEGIC_CUSTOMER_BOARD", "override:o-1"));
        When(Helvia.Agreed("REGION_HEAD"), actor: "e-cee-01");
        ThenItIsRefused(
            "harvest-grows", "A customer of posture HARVEST is not planned to grow; send the version back.", "objective core");
    }

    // 5. … or resources pulled out at one stroke.
    [Fact]
    public void nor_are_its_people_taken_away_at_one_stroke()
    {
        Given([.. Before("A6").SkipLast(4)]);
        Given(
            new Request.Do(new RequestTierOverride(
                Key<TierOverride>("o-1"), "They buy elsewhere", Day("2027-06-30"), Tier.A, Posture: Posture.Harvest)),
            OnePage.Decided("REGION_HEAD", "override:o-1"),
            OnePage.Decided("STRATEGIC_CUSTOMER_BOARD", "override:o-1"),
            new Request.Do(new WriteYear(Helvia.Plan.Year(2028) with { Fte = 4 })));
        Given([.. Helvia.Plan.Resources.Select(command => new Request.Do(command)), .. Helvia.Signed("A6")]);
        When(Helvia.Advanced("A6"));
        ThenItIsRefused(
            "gate-not-passed",
            "Stage A6 Resources and team cannot be passed yet.",
            "Resources are not pulled out at one stroke: a year cuts 0.5 of the FTE, and 0.36 (20 % in each half-year) is the limit.");
    }

    // 6. Plan revenue counted twice for parent and subsidiary.
    [Fact]
    public void a_customer_that_is_merged_meanwhile_gets_no_version_of_its_own()
    {
        Given([.. Before("A8"), Helvia.Advanced("A8")]);
        Given(new Request.TakeOver(new CustomerRecord(Helvia.Record().Registration! with
        {
            Details = Helvia.Record().Registration!.Details with { GroupRoot = Key<Customer>("alpina") },
        })));
        Assert.Equal(PlanStatus.Withdrawn, Plan.Status);
        When(Helvia.Opened);
        ThenItIsRefused("group-root-plans", "alpina heads the group; the group has one plan there (INV-13).");
    }

    // 7. Customer sees internal sections through the shared extract.
    [Fact]
    public void the_extract_of_the_version_in_force_tells_nothing_internal()
    {
        GivenItIsInForce();
        var extract = PlanDisclosure.Extract(Plan.InForce!.Content).ToJsonString();
        Assert.Contains("One core network for all of you", extract, StringComparison.Ordinal);
        Assert.All(
            new[] { "192", "weight", "budget", "fte", "We deliver from two continents", "Without the core we still live", "level" },
            word => Assert.DoesNotContain(word, extract, StringComparison.OrdinalIgnoreCase));
    }

    // 8. Review “held” with no attendees from the customer where the type needs them.
    [Fact]
    public void a_quarterly_review_without_the_customer_was_not_held()
    {
        GivenItIsInForce();
        When(new Request.Do(new HoldReview(new PlanReview(
            Key<PlanReview>("r-1"), ReviewType.Quarterly, new DateOnly(2026, 12, 7), [Key<Employee>("anna")], [], []))));
        ThenItIsRefused(
            "command-flawed",
            "It cannot be done as it is asked.",
            "TheirPeople is empty; a quarterly review is held with the customer.");
        Assert.Empty(Plan.ReviewsHeld);
    }

    // 9. A plan whose only relationship bearer is one employee.
    [Fact]
    public void one_of_us_alone_does_not_carry_it()
    {
        Given([.. Before("A5")]);
        Given([
            .. Plan.Draft.Of<KeyPerson>().Select(person => new Request.Do(new WriteKeyPerson(person with { Owner = Key<Employee>("anna") }))),
            .. Helvia.Signed("A5"),
        ]);
        When(Helvia.Advanced("A5"));
        ThenItIsRefused(
            "gate-not-passed",
            "Stage A5 Relationship plan cannot be passed yet.",
            "1 of our people carry the key people; one alone must not carry a plan.");
    }

    private void GivenItIsInForce() => Given([.. Before("A8"), Helvia.Advanced("A8"), .. Helvia.Approved]);

    private static IEnumerable<Request> Before(string stage) =>
        Helvia.Story.TakeWhile(request => request is not Request.AdvancePlan advance || advance.Stage != stage);
}
