using Planning.Accounts.Certification;
using Planning.Accounts.Policies;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Plans;

/// <summary>The shipped exit gates of METHOD §3.2, B0 to B13.</summary>
public sealed class When_a_phase_of_a_campaign_wants_to_be_left
{
    private static readonly CampaignFacts Complete = new()
    {
        Approved = true,
        InTargetLane = true,
        DomainsWithoutOwner = [],
        BudgetMonths = 24,
        SponsorOnBoard = true,
        RegistrationConfirmed = true,
        CriteriaNotScored = 0,
        CriteriaScoredByOne = 0,
        CriteriaNotCalibrated = 0,
        OpenGates = [],
        OpenCriticalGaps = 0,
        Score = 80,
        ScoreWanted = 80,
        EvidenceCovered = 0.98,
        GateEvidenceCovered = 1,
        MockAuditReported = true,
        MockScore = 72,
        OpenMockMajors = 0,
        Submitted = true,
        SubmissionAccepted = true,
        OpenQuestions = 0,
        OnSiteAudits = 1,
        AuditsWithoutReport = 0,
        OpenMajors = 0,
        DecidedByDocument = true,
        Listed = true,
        BidDeskKnows = true,
        RequestReceived = true,
        MonthsListed = 3,
        ReturnReviewed = false,
        LessonsNoted = true,
        SurveillanceOpen = false,
        MonthsSinceScorecard = 6,
        OpenConditions = 0,
        CriteriaToReassess = 0,
        MonthsLeft = 12,
        Renewed = true,
    };

    public static TheoryData<string> Phases => [.. Enumerable.Range(0, 14).Select(number => $"B{number}")];

    [Theory]
    [MemberData(nameof(Phases))]
    public void everything_just_good_enough_lets_it_pass(string phase)
    {
        var result = Shipped.Playbook.Gates.On(default).Judge(phase, Complete);

        Assert.Empty(result.Missing);
        Assert.Equal("certification-gates 2026.2", result.Version);
        Assert.NotEmpty(result.Met);
    }

    [Fact]
    public void the_board_said_go_and_the_lane_is_right() => Lacks(
        "B0",
        Complete with { Approved = false, InTargetLane = false },
        "The board has not said go: ask it with the value of the place and who decides.",
        "A customer below tier S needs the lane TARGET before a campaign goes on.");

    // Never must happen (B) 10: certification treated as owned by quality only.
    [Fact]
    public void all_domains_are_owned_the_board_sponsors_and_the_budget_lasts() => Lacks(
        "B1",
        Complete with { DomainsWithoutOwner = ["Cr3", "Cr12"], SponsorOnBoard = false, BudgetMonths = 23 },
        "These domains have no owner: Cr3, Cr12.",
        "Nobody on the board sponsors the campaign.",
        "The budget must last 24 months or more; it lasts 23.");

    [Fact]
    public void the_buyer_confirmed_the_registration() => Lacks(
        "B2", Complete with { RegistrationConfirmed = false }, "The buyer has not confirmed our registration.");

    [Fact]
    public void every_criterion_is_marked_by_two_and_calibrated() => Lacks(
        "B3",
        Complete with { CriteriaNotScored = 1, CriteriaScoredByOne = 2, CriteriaNotCalibrated = 3 },
        "Every criterion needs a mark; 1 have none.",
        "Two people mark each criterion; 2 were marked by one.",
        "The quality department has to stand for every mark; 3 are not calibrated.");

    [Fact]
    public void no_gap_that_matters_is_open() => Lacks(
        "B4",
        Complete with { OpenCriticalGaps = 1, Score = 79.9 },
        "1 critical gaps are open.",
        "Our score must reach 80; it is 79.9.");

    // INV-19, never must happen (B) 3: a gate failed but the total hides it.
    [Theory]
    [InlineData("B4")]
    [InlineData("B6")]
    [InlineData("B7")]
    public void INV_19_a_gate_criterion_that_failed_keeps_the_phase_shut_whatever_the_total(string phase)
    {
        Lacks(
            phase,
            Complete with { OpenGates = ["cr9-02"], Score = 100, MockScore = 100 },
            "These gate criteria are below their mark or have an open gap: cr9-02.");
        Assert.Contains($"{phase}-GATES", MethodPolicies.Default.Certification.NeverWaived);
    }

    [Fact]
    public void evidence_covers_nearly_all_and_every_gate() => Lacks(
        "B5",
        Complete with { EvidenceCovered = 0.97, GateEvidenceCovered = 0.99 },
        "Evidence that holds through the audit must cover 98 % of the criteria; the share is 0.97.",
        "Evidence must cover every gate criterion; the share is 0.99.");

    [Fact]
    public void the_mock_audit_left_no_major_finding_and_gave_nine_tenths() => Lacks(
        "B6",
        Complete with { OpenMockMajors = 1, MockScore = 71.9 },
        "1 major findings of the mock audit are open.",
        "The mock audit must give 90 % of 80; it gave 71.9.");

    [Fact]
    public void the_buyer_accepted_that_the_submission_is_complete() => Lacks(
        "B7", Complete with { SubmissionAccepted = false }, "The buyer has not accepted the submission as complete.");

    [Fact]
    public void the_report_of_the_audit_came() => Lacks(
        "B8", Complete with { AuditsWithoutReport = 1 }, "The report of 1 audits on site has not come.");

    [Fact]
    public void no_major_finding_is_open() => Lacks(
        "B9", Complete with { OpenMajors = 2 }, "2 major findings are not closed and accepted by the buyer.");

    [Fact]
    public void the_customers_document_decided() => Lacks(
        "B10",
        Complete with { DecidedByDocument = false, Listed = false },
        "There is no decision document of the customer.",
        "The customer did not qualify us: the campaign ends unless an appeal changes it.");

    [Theory]
    [InlineData(11, true, false)]
    [InlineData(12, false, false)]
    [InlineData(12, true, true)]
    public void a_quotation_was_asked_for_or_the_board_looked_after_a_year(int months, bool reviewed, bool open) => Assert.Equal(
        open,
        Shipped.Playbook.Gates.On(default)
            .Judge("B11", Complete with { RequestReceived = false, MonthsListed = months, ReturnReviewed = reviewed }).Open);

    [Fact]
    public void the_bid_desk_knows() => Lacks(
        "B11", Complete with { BidDeskKnows = false }, "The bid desk does not know yet that the scope is listed.");

    [Fact]
    public void what_the_campaign_taught_us_is_written_down() => Lacks(
        "B11", Complete with { LessonsNoted = false }, "Nobody has written down what the campaign taught us.");

    [Fact]
    public void surveillance_is_held_and_the_scorecard_is_of_this_half_year()
    {
        Lacks(
            "B12",
            Complete with { SurveillanceOpen = true, MonthsSinceScorecard = 7 },
            "The surveillance that is due was not held.",
            "The customer's KPI scorecard must not be older than 6 months; it is 7.");
        Lacks("B12", Complete with { MonthsSinceScorecard = null }, "No KPI scorecard of the customer is kept yet.");
    }

    [Fact]
    public void conditions_are_met_until_a_year_before_the_end() => Lacks(
        "B12",
        Complete with { OpenConditions = 1, CriteriaToReassess = 2, MonthsLeft = 13 },
        "1 conditions of the customer are not met.",
        "2 criteria that a change touched are not assessed anew.",
        "The place is maintained until a year before its end; 13 months are left.");

    [Fact]
    public void the_place_is_renewed() => Lacks("B13", Complete with { Renewed = false }, "The place is not renewed.");

    [Fact]
    public void what_is_not_there_yet_is_said_without_a_number()
    {
        var empty = Complete with
        {
            BudgetMonths = null,
            EvidenceCovered = null,
            GateEvidenceCovered = null,
            MockScore = null,
            MonthsLeft = null,
        };
        Lacks("B1", empty, "The campaign has no charter yet.");
        Lacks("B5", empty, "No audit is planned in the charter yet.", "No audit is planned in the charter yet.");
        Lacks("B6", empty, "No mock audit gave a score yet.");
        Lacks("B12", empty, "We are not listed.");
    }

    [Fact]
    public void the_shipped_numbers_are_the_methods()
    {
        var shipped = Shipped.Playbook.Policies.Certification;
        var method = CertificationPolicy.Default;

        Assert.Equal(100, shipped.Domains.Sum(domain => domain.Weight));
        Assert.Equal(["Cr2", "Cr3", "Cr9", "Cr11", "Cr12"], shipped.Domains.Where(domain => domain.Gate).Select(domain => domain.Code));
        Assert.Equal((method.Marks, method.Campaigns), (shipped.Marks, shipped.Campaigns));
        Assert.Equal(method.Domains, shipped.Domains);
        Assert.Equal(method.EvidenceMegabytes, shipped.EvidenceMegabytes);
        Assert.Equal(method.NeverWaived, shipped.NeverWaived);
        Assert.Equal(method.Renewal.Told, shipped.Renewal.Told);
    }

    [Fact]
    public void a_policy_that_cannot_be_is_told() => Assert.Equal(
        ["certification.json: PLAYBOOK002 at $.domains: It adds up to 101 by weight; it must be 100."],
        Shipped.MistakesIn(Shipped.With("certification.json", Shipped.Body("certification.json").Replace(
            "\"weight\": 12", "\"weight\": 13", StringComparison.Ordinal))));

    private static void Lacks(string phase, CampaignFacts facts, params string[] missing)
    {
        var result = Shipped.Playbook.Gates.On(default).Judge(phase, facts);
        Assert.Equal(missing, result.Missing);
        Assert.False(result.Open);
    }
}
