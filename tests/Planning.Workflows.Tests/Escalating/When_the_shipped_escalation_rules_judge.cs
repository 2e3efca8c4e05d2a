using Planning.Accounts.Escalations;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Workflows.Escalating;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Escalating;

public sealed class When_the_shipped_escalation_rules_judge
{
    private static readonly EscalationRules Rules = Shipped.Playbook.Escalations.On(new DateOnly(2026, 10, 5));

    private static readonly EscalationFacts Facts = new()
    {
        Tier = Tier.S,
        CoverageLevel = Tier.S,
        Lane = Lane.Standard,
        Posture = Posture.Build,
    };

    private static readonly EscalationFacts Key = Facts with
    {
        IsKey = true,
        InfluenceNow = 4,
        InfluenceFuture = 4,
        LevelsFallen = 0,
        TurnedAgainstUs = false,
    };

    private static readonly EscalationFacts Staffed = Facts with
    {
        RotationApproved = false,
        Suspended = false,
        LeavingUnplannedDays = 0,
        HandoverDaysLate = 0,
        LostUnmannedDays = 0,
    };

    public static TheoryData<string, string, EscalationFacts> Raising => new()
    {
        { "ESC-01", Watched.Person, Facts with { Ignored = true } },
        { "ESC-02", Watched.Person, Facts with { InfluenceFuture = 4, Level = 1 } },
        { "ESC-03", Watched.Customer, Facts with { SupporterLines = 1, SupporterLinesWanted = 2 } },
        { "ESC-04-TOP", Watched.Person, Key with { InfluenceFuture = 5, LevelsFallen = 2 } },
        { "ESC-04-TOP", Watched.Person, Key with { InfluenceNow = 5, TurnedAgainstUs = true } },
        { "ESC-04", Watched.Person, Key with { LevelsFallen = 2 } },
        { "ESC-04", Watched.Person, Key with { TurnedAgainstUs = true } },
        { "ESC-05", Watched.Customer, Facts with { BusFactor = 1, PersonDependence = 0.3, PersonDependenceLimit = 0.4 } },
        { "ESC-05", Watched.Customer, Facts with { BusFactor = 2, PersonDependence = 0.41, PersonDependenceLimit = 0.4 } },
        { "ESC-07-S", Watched.Seat, Facts with { VacantWorkingDays = 6 } },
        { "ESC-07", Watched.Seat, Facts with { Tier = Tier.A, VacantWorkingDays = 11 } },
        { "ESC-07", Watched.Seat, Facts with { Tier = Tier.B, VacantWorkingDays = 21 } },
        { "ESC-07", Watched.Seat, Facts with { Tier = Tier.C, VacantWorkingDays = 31 } },
        { "ESC-06-S", Watched.Seat, Staffed with { LeavingUnplannedDays = 3 } },
        { "ESC-06-S", Watched.Seat, Staffed with { HandoverDaysLate = 1 } },
        { "ESC-06", Watched.Seat, Staffed with { Tier = Tier.C, LostUnmannedDays = 2 } },
        { "ESC-08", Watched.Seat, Staffed with { Suspended = true } },
        { "ESC-09", Watched.Seat, Staffed with { Seat = SeatRole.AR, TenureMonths = 30 } },
        { "ESC-09-DUE", Watched.Seat, Staffed with { Seat = SeatRole.AR, TenureMonths = 36 } },
        { "ESC-09-LATE", Watched.Seat, Staffed with { Seat = SeatRole.AR, TenureMonths = 42 } },
        { "ESC-09", Watched.Seat, Staffed with { Seat = SeatRole.SR, TenureMonths = 42 } },
        { "ESC-09-LATE", Watched.Seat, Staffed with { Seat = SeatRole.FR, TenureMonths = 54 } },
        { "ESC-10", Watched.Employee, Facts with { LoadShare = 1.01, HighLoadDays = 0 } },
        { "ESC-10", Watched.Employee, Facts with { LoadShare = 0.91, HighLoadDays = 42 } },
        { "ESC-11-VISITS", Watched.Employee, Facts with { PoolCustomers = 5, WeeklyVisits = 4.75 } },
        { "ESC-11", Watched.Customer, Facts with { DaysSinceContact = 181 } },
        { "ESC-15", Watched.Customer, Facts with { Satisfaction = 58, SatisfactionChange = 0 } },
        { "ESC-15", Watched.Customer, Facts with { Satisfaction = 80, SatisfactionChange = -10 } },
        { "ESC-19", Watched.Customer, Facts with { Overdue60 = 0.22 } },
        { "ESC-20", Watched.Stage, Facts with { Stage = "A4", WorkingDaysLate = 1 } },
        { "ESC-20-INSIGHT", Watched.Stage, Facts with { Stage = "A1", WorkingDaysLate = 5 } },
        { "ESC-20-STALE", Watched.Plan, Facts with { PlanForm = Tier.S, DaysWithoutUpdate = 61 } },
        { "ESC-20-STALE", Watched.Plan, Facts with { PlanForm = Tier.A, DaysWithoutUpdate = 91 } },
        { "ESC-20-DAY-0", Watched.Plan, Facts with { PlanForm = Tier.A, WorkingDaysWithoutVersion = 0 } },
        { "ESC-21", Watched.Customer, Facts with { AskedByTierRules = ["ESC-21"] } },
        { "ESC-22", Watched.Customer, Facts with { AskedByTierRules = ["ESC-22"] } },
        { "ESC-23", Watched.Customer, Facts with { Match = 64 } },
        { "ESC-24", Watched.Customer, Facts with { SanctionsHit = true } },
        { "ESC-25", Watched.Offer, Facts with { StrategicOffer = false, BelowMarginFloor = true, BelowCashFloor = false } },
        { "ESC-25-STRATEGIC", Watched.Offer, Facts with { StrategicOffer = true, BelowMarginFloor = false, BelowCashFloor = true } },
        { "ESC-26", Watched.Evidence, Facts with { DaysToExpiry = 90 } },
        { "ESC-27", Watched.Window, Facts with { WindowUsed = 0.5 } },
        { "ESC-28", Watched.Campaign, Facts with { PhaseLate = 0.11 } },
        { "ESC-28-GAPS", Watched.Campaign, Facts with { BurnDownBehind = 0.2 } },
        { "ESC-32", Watched.Listing, Facts with { MonthsQuiet = 12 } },
        { "ESC-32-BID", Watched.Bid, Facts with { BidListed = false } },
        { "ESC-29", Watched.Customer, Facts with { Posture = Posture.Harvest, ResourceChangeHalfYear = -0.21 } },
        { "ESC-29", Watched.Customer, Facts with
            { Posture = Posture.Harvest, ResourceChangeHalfYear = 0, QuartersInPosture = 4, ResourceChangeYear = -0.04 } },
        { "ESC-31", Watched.Customer, Facts with { TierInputsMissing = true } },
    };

    public static TheoryData<string, string, EscalationFacts> Silent => new()
    {
        { "ESC-01", Watched.Person, Facts with { Ignored = false } },
        { "ESC-02", Watched.Person, Facts with { Tier = Tier.C, InfluenceFuture = 5, Level = 0 } },
        { "ESC-03", Watched.Customer, Facts with { SupporterLines = 2, SupporterLinesWanted = 2 } },
        { "ESC-03", Watched.Customer, Facts with { Tier = Tier.B, SupporterLines = 0 } },
        { "ESC-04-TOP", Watched.Person, Key with { LevelsFallen = 5 } },
        { "ESC-04", Watched.Person, Key with { InfluenceNow = 5, LevelsFallen = 5 } },
        { "ESC-04", Watched.Person, Key with { LevelsFallen = 1 } },
        { "ESC-04", Watched.Person, Key with { IsKey = false, LevelsFallen = 5 } },
        { "ESC-05", Watched.Customer, Facts with { Tier = Tier.B, BusFactor = 1 } },
        { "ESC-05", Watched.Customer, Facts with { BusFactor = 2, PersonDependence = 0.4, PersonDependenceLimit = 0.4 } },
        { "ESC-07-S", Watched.Seat, Facts with { VacantWorkingDays = 5 } },
        { "ESC-07", Watched.Seat, Facts with { Tier = Tier.A, VacantWorkingDays = 10 } },
        { "ESC-06-S", Watched.Seat, Staffed with { LeavingUnplannedDays = 2, LostUnmannedDays = 1 } },
        { "ESC-06", Watched.Seat, Staffed with { HandoverDaysLate = 9 } },
        { "ESC-08", Watched.Seat, Staffed },
        { "ESC-09", Watched.Seat, Staffed with { Seat = SeatRole.AR, TenureMonths = 29 } },
        { "ESC-09", Watched.Seat, Staffed with { Seat = SeatRole.AR, TenureMonths = 33, RotationApproved = true } },
        { "ESC-09", Watched.Seat, Staffed with { Seat = SeatRole.FR, TenureMonths = 41 } },
        { "ESC-09", Watched.Seat, Staffed with { Seat = SeatRole.Sponsor, TenureMonths = 90 } },
        { "ESC-10", Watched.Employee, Facts with { LoadShare = 1, HighLoadDays = 41 } },
        { "ESC-11-VISITS", Watched.Employee, Facts with { PoolCustomers = 5, WeeklyVisits = 5 } },
        { "ESC-11-VISITS", Watched.Employee, Facts with { PoolCustomers = 4, WeeklyVisits = 0 } },
        { "ESC-11", Watched.Customer, Facts with { DaysSinceContact = 180 } },
        { "ESC-19", Watched.Customer, Facts with { Overdue60 = 0.15, DsoOverrun = 45 } },
        { "ESC-20", Watched.Stage, Facts with { Stage = "A4", WorkingDaysLate = 0 } },
        { "ESC-20", Watched.Stage, Facts with { Stage = "A1", WorkingDaysLate = 20 } },
        { "ESC-20-INSIGHT", Watched.Stage, Facts with { Stage = "A1", WorkingDaysLate = 4 } },
        { "ESC-20-STALE", Watched.Plan, Facts with { PlanForm = Tier.S, DaysWithoutUpdate = 60 } },
        { "ESC-20-STALE", Watched.Plan, Facts with { PlanForm = Tier.A, DaysWithoutUpdate = 90 } },
        { "ESC-20-STALE", Watched.Plan, Facts with { PlanForm = Tier.B, DaysWithoutUpdate = 400 } },
        { "ESC-23", Watched.Customer, Facts with { Tier = Tier.A, Match = 41, MatchChange = -9 } },
        { "ESC-25", Watched.Offer, Facts with { StrategicOffer = false, BelowMarginFloor = false, BelowCashFloor = false } },
        { "ESC-25-STRATEGIC", Watched.Offer, Facts with { StrategicOffer = false, BelowMarginFloor = true, BelowCashFloor = true } },
        { "ESC-26", Watched.Evidence, Facts with { DaysToExpiry = 91 } },
        { "ESC-27", Watched.Window, Facts with { WindowUsed = 0.49 } },
        { "ESC-28", Watched.Campaign, Facts with { PhaseLate = 0.1 } },
        { "ESC-28-GAPS", Watched.Campaign, Facts with { BurnDownBehind = 0.19 } },
        { "ESC-32", Watched.Listing, Facts with { MonthsQuiet = 11 } },
        { "ESC-32-BID", Watched.Bid, Facts with { BidListed = true } },
        { "ESC-29", Watched.Customer, Facts with { ResourceChangeHalfYear = -0.5 } },
    };

    [Theory]
    [MemberData(nameof(Raising))]
    public void it_raises_at_its_threshold_and_says_why(string rule, string scope, EscalationFacts facts)
    {
        var condition = Judge(rule, scope, facts);

        Assert.True(condition.Holds);
        Assert.NotEmpty(condition.Because);
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public void and_not_before(string rule, string scope, EscalationFacts facts) => Assert.False(Judge(rule, scope, facts).Holds);

    [Fact]
    public void a_person_who_is_touched_by_nobody_knows_of_whom_it_is_told()
    {
        var condition = Judge("ESC-02", Watched.Person, Facts with { InfluenceFuture = 5, Level = 0, Stance = Stance.Unknown });

        Assert.Equal("ESC-02/person:p", condition.Key);
        Assert.Equal(
            ["AR", "ACCOUNT_HEAD", "REGION_HEAD"], Rules.Terms("ESC-02").Ladder.Select(step => step.Role));
        Assert.Equal(30, Rules.Terms("ESC-02").HoldDays);
    }

    [Fact]
    public void a_ladder_that_cannot_be_read_is_told_with_all_its_mistakes() => Assert.Equal(
        [
            "escalations.json: PLAYBOOK011 at $.Rules[0].Properties.scope: “galaxy” is nothing that is watched; write one of "
                + $"{string.Join(", ", Watched.Scopes)}.",
            "escalations.json: PLAYBOOK011 at $.Rules[0].Properties.title: A text is needed here: \"title\": \"…\".",
            "escalations.json: PLAYBOOK011 at $.Rules[0].Properties.ladder[0].to: A text is needed here: \"to\": \"…\".",
            "escalations.json: PLAYBOOK011 at $.Rules[0].Properties.ladder[0]: A step has one time: hours, days, workingDays, daysBefore or percent.",
        ],
        Shipped.MistakesIn(Shipped.With("escalations.json", """
            { "WorkflowName": "escalations", "Version": "2", "Rules": [
              { "RuleName": "ESC-01", "Expression": "it.Ignored == true",
                "Properties": { "scope": "galaxy", "ladder": [{ "days": 1, "hours": 2 }] } } ] }
            """)));

    private static Condition Judge(string rule, string scope, EscalationFacts facts) =>
        Rules.Judge(new Watched(scope, "p", "P", facts)).Single(condition => condition.Rule == rule);
}
