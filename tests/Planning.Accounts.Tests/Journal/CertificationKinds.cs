using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Journal;

/// <summary>One example of every kind of event about certification.</summary>
internal static class CertificationKinds
{
    private const string Scope = "core networks / CH / Networks";

    private static readonly Id<Campaign> Id = Campaigns.Id;
    private static readonly Id<Gap> Gap = Key<Gap>("g-1");
    private static readonly Id<Remediation> Action = Key<Remediation>("r-1");
    private static readonly Id<Finding> Finding = Key<Finding>("f-1");
    private static readonly Id<Evidence> Iso = Key<Evidence>("iso-9001");
    private static readonly Id<BuyerQuestion> Question = Key<BuyerQuestion>("q-1");

    public static (string Name, CustomerEvent Example, string Sentence)[] All { get; } =
    [
        ("scheme-registered", new SchemeRegistered(Campaigns.RuleBook),
            "For core networks / CH / Networks the customer certifies by “Supplier qualification” 4.1 with 2 criteria."),
        .. OfCampaigns, .. OfGaps, .. OfEvidence, .. OfAudits, .. OfTheList,
    ];

    private static (string Name, CustomerEvent Example, string Sentence)[] OfCampaigns =>
    [
        ("campaign-opened", new CampaignOpened(Id, "Core networks", Campaigns.Scheme, Campaigns.Core, Campaigns.Process, Day("2026-05-04")),
            "The campaign core-2026, “Core networks”, was opened for core networks / CH / Networks."),
        ("campaign-opened", new CampaignOpened(
            Key<Campaign>("renewal-7"), "Renewal of Core networks", Campaigns.Scheme, Campaigns.Core, "helvia.campaign.renewal-7", Day("2028-05-04"))
            {
                Renews = Id,
                Milestones = [new Milestone("B3", Day("2028-08-04"), "REGION_HEAD")],
            },
            "The campaign renewal-7 was opened to renew what core-2026 brought for core networks / CH / Networks."),
        ("go-memo-written", new GoMemoWritten(Id, new GoMemo(Amount("40 M EUR"), "the CTO", "go", "anna-keller")),
            "anna-keller values the place at 40 M EUR a year, decided by the CTO: go."),
        ("campaign-approved", new CampaignApproved(Id, Day("2026-05-11")), "The board said go to the campaign core-2026."),
        ("campaign-chartered", new CampaignChartered(Id, Campaigns.Of(Campaigns.Audited).Charter!),
            "e-hq-01 (EXECUTIVE_VICE_PRESIDENT) sponsors the campaign core-2026, carla-roth manages it with 2.4 M EUR for 24 months and 2 domain owners."),
        ("registration-noted", new RegistrationNoted(Id, new BuyerRegistration { NonDisclosureOn = Day("2026-05-20") }),
            "Our registration with the buyer for the campaign core-2026 went on."),
        ("registration-noted", new RegistrationNoted(Id, new BuyerRegistration
            {
                ProcurementContact = Key<Person>("reto-ammann"),
                ConfirmedOn = Day("2026-06-02"),
                Reference = "portal entry 771",
            }),
            "The buyer confirmed our registration on 2026-06-02: portal entry 771."),
        ("criterion-scored", new CriterionScored(Id, new SelfScore(
            Campaigns.Quality, 3.5m, "Looked at the files", "File 7", "anna-keller", Day("2026-06-20"))),
            "anna-keller gave us 3.5 of 5 for cr3-01: Looked at the files."),
        ("scores-calibrated", new ScoresCalibrated(Id, "e-hq-02", [new CalibratedScore(Campaigns.Quality, 3)], "as last year"),
            "e-hq-02 calibrated the marks of 1 criteria: as last year."),
        ("top-problems-named", new TopProblemsNamed(Id, "Cr3", new TopProblems("anna-keller", ["late audits", "no trend"])),
            "anna-keller named the worst problems of Cr3: late audits; no trend."),
        ("campaign-suspended", new CampaignSuspended(Id, "a merger"), "The customer suspended the campaign core-2026: a merger."),
        ("campaign-resumed", new CampaignResumed(Id), "The campaign core-2026 goes on again."),
        ("campaign-resumed", new CampaignResumed(Id) { Days = 12 },
            "The campaign core-2026 goes on again; what is due in it is due 12 days later."),
        ("campaign-lessons-noted", new LessonsNoted(Id, new Lessons("carla-roth", Day("2027-10-01"), ["ask early", "one voice"])),
            "carla-roth wrote down what the campaign core-2026 taught us: ask early; one voice."),
        ("campaign-ended", new CampaignEnded(
            Id, Campaigns.Process, new CampaignEnd(CampaignEnding.WithdrawnByUs, Day("2026-07-01"), "the scope is gone")),
            "The campaign core-2026 is over (withdrawn by us): the scope is gone."),
        ("milestone-missed", new MilestoneMissed(Id, "B7", Day("2026-07-01"), "REGION_HEAD"),
            "The renewal core-2026 should have passed B7 by 2026-07-01; REGION_HEAD was told."),
        ("decision-overdue", new DecisionOverdue(Id, Day("2026-07-01"), "e-hq-01"),
            "The customer should have decided on the campaign core-2026 by 2026-07-01; e-hq-01 was asked to call."),
    ];

    private static (string Name, CustomerEvent Example, string Sentence)[] OfGaps =>
    [
        ("gap-opened", new GapOpened(Id, Gap, new Gap(
            Gap, Campaigns.Quality, GapSeverity.Major, "no plan for audits", Helvia.Anna, Day("2026-09-30")) { OpenedOn = Day("2026-07-01") }),
            "A major gap in cr3-01 has anna-keller until 2026-09-30: no plan for audits."),
        ("remediation-planned", new RemediationPlanned(Id, Gap, new Remediation(Action, Gap, "Plan the audits", Helvia.Bruno, Day("2026-08-31"))),
            "bruno-frei closes the gap g-1 until 2026-08-31: Plan the audits."),
        ("remediation-done", new RemediationDone(Id, Gap, Action, "bruno-frei", Day("2026-08-20"), "the plan"),
            "bruno-frei has done r-1 for the gap g-1: the plan."),
        ("remediation-verified", new RemediationVerified(Id, Gap, Action, "e-hq-02", Day("2026-08-25"), Effective: false, "half of it"),
            "e-hq-02 looked at r-1 for the gap g-1 and found it not done: half of it."),
        ("gap-closed", new GapClosed(Id, Gap, Day("2026-09-01")), "The gap g-1 was closed on 2026-09-01."),
    ];

    private static (string Name, CustomerEvent Example, string Sentence)[] OfEvidence =>
    [
        ("evidence-filed", new EvidenceFiled(Iso, Campaigns.Iso9001, Day("2027-10-16")),
            "“ISO 9001 certificate” by SGS was filed as evidence, valid until 2028-01-14."),
        ("evidence-linked", new EvidenceLinked(Iso, Campaigns.Scheme, [Campaigns.Quality]),
            "The evidence iso-9001 proves cr3-01 of helvia-core."),
        ("evidence-expiring", new EvidenceExpiring(Iso, "ISO 9001 certificate", Day("2028-01-14"), "anna-keller", Day("2027-11-15")),
            "“ISO 9001 certificate” expires on 2028-01-14; anna-keller was told."),
        ("evidence-expiring", new EvidenceExpiring(Iso, "ISO 9001 certificate", Day("2028-01-14"), "STRATEGIC_CUSTOMER_BOARD", null)
            { AtRisk = [Scope] },
            "“ISO 9001 certificate” expires on 2028-01-14; STRATEGIC_CUSTOMER_BOARD was told, at risk: core networks / CH / Networks."),
        ("campaign-submitted", new CampaignSubmitted(Id, new Submission(
            Day("2027-03-01"), "carla-roth", 84.25m, [new SubmittedEvidence(Iso, Campaigns.Hash, Day("2028-01-14"))])),
            "carla-roth handed in the campaign core-2026 with 1 pieces of evidence."),
        ("submission-accepted", new SubmissionAccepted(Id, Day("2027-03-20"), "mail of 20 March"),
            "The buyer accepted on 2027-03-20 that the campaign core-2026 is complete: mail of 20 March."),
    ];

    private static (string Name, CustomerEvent Example, string Sentence)[] OfAudits =>
    [
        ("audit-planned", new RoundPlanned(Id, new AuditRound(
            Key<AuditRound>("mock-1"), RoundKind.Mock, Day("2027-01-11"), Day("2027-01-13"), ["Audit House", "Q. Lee"])),
            "The mock audit mock-1 by Audit House, Q. Lee is from 2027-01-11 to 2027-01-13."),
        ("audit-reported", new RoundReported(Id, Key<AuditRound>("mock-1"), new RoundReport(Day("2027-01-20"), "report 3", 76.5m)),
            "The report report 3 of the audit mock-1 came on 2027-01-20 with a score of 76.5."),
        ("question-asked", new QuestionAsked(Id, new BuyerQuestion(Question, "suppliers", "Who audits them?", Day("2027-03-02"), Day("2027-03-05"))),
            "The buyer asked on 2027-03-02: “Who audits them?”; the answer is due on 2027-03-05."),
        ("question-answered", new QuestionAnswered(Id, Question, "Our own team", "carla-roth", Day("2027-03-04"), null),
            "carla-roth answered the buyer's question q-1: “Our own team”."),
        ("question-answered", new QuestionAnswered(Id, Question, "A firm", "carla-roth", Day("2027-03-04"), "we changed it"),
            "carla-roth answered the buyer's question q-1: “A firm”, otherwise than before: we changed it."),
        ("question-late", new QuestionLate(Id, Question, "Who audits them?", Day("2027-03-05")),
            "The buyer's question “Who audits them?” should have been answered by 2027-03-05."),
        ("finding-noted", new FindingNoted(Id, new Finding(
            Finding, Key<AuditRound>("site-1"), FindingClass.Major, "Supplier audits are missing", null, Day("2027-04-05"), Day("2027-04-07"), Day("2027-05-05"))),
            "The audit site-1 found (major): Supplier audits are missing."),
        ("finding-assigned", new FindingAssigned(Id, Finding, Helvia.Bruno, Day("2027-05-01")), "bruno-frei has the finding f-1 until 2027-05-01."),
        ("finding-unowned", new FindingUnowned(Id, Finding, "Supplier audits are missing", Day("2027-04-07")),
            "The finding “Supplier audits are missing” should have had an owner and a last day by 2027-04-07."),
        ("finding-late", new FindingLate(Id, Finding, "Supplier audits are missing", Day("2027-05-05")),
            "The finding “Supplier audits are missing” should have been closed by 2027-05-05."),
        ("correction-planned", new CorrectionPlanned(Id, Finding, new CorrectivePlan("stop new orders", "no plan", "a yearly plan")),
            "The finding f-1 comes from no plan; it will be mended by a yearly plan."),
        ("correction-accepted", new PlanAccepted(Id, Finding, Day("2027-04-12"), "mail 9"),
            "The buyer accepted the plan for the finding f-1 on 2027-04-12: mail 9."),
        ("finding-fixed", new FindingFixed(Id, Finding, "bruno-frei", "12 audits"), "bruno-frei mended the finding f-1: 12 audits."),
        ("fix-refused", new FixRefused(Id, Finding, "e-hq-02", "only 3 audits"), "e-hq-02 found the finding f-1 not mended: only 3 audits."),
        ("finding-closed", new FindingClosed(Id, Finding, "e-hq-02", Day("2027-05-01"), "letter 4", Day("2027-07-30")),
            "e-hq-02 closed the finding f-1, accepted by the buyer: letter 4; its effect is looked at on 2027-07-30."),
        ("effect-due", new EffectDue(Id, Finding, "Supplier audits are missing"),
            "It is time to look whether the finding “Supplier audits are missing” stayed mended."),
        ("effect-checked", new EffectChecked(Id, Finding, "e-hq-02", Day("2027-07-30"), Holds: true, "the audits go on", null),
            "e-hq-02 found that the finding f-1 stayed mended: the audits go on."),
        ("effect-checked", new EffectChecked(Id, Finding, "e-hq-02", Day("2027-07-30"), Holds: false, "none since May", Day("2027-08-29")),
            "e-hq-02 found that the finding f-1 came back, so it is open again until 2027-08-29: none since May."),
    ];

    private static (string Name, CustomerEvent Example, string Sentence)[] OfTheList =>
    [
        ("campaign-decided", new CampaignDecided(
            Id,
            new BuyerDecision(QualificationValue.Conditional, Day("2027-09-01"), Campaigns.Letter, Day("2030-09-01"), Day("2027-09-15")),
            [Campaigns.Continuity]),
            "By “Letter of qualification” of 2027-09-01 the customer found us conditional until 2030-09-01 with 1 conditions."),
        ("appeal-lodged", new AppealLodged(Id, Day("2027-09-10"), "the scope was misread"),
            "We appeal against the decision on the campaign core-2026: the scope was misread."),
        ("condition-met", new ConditionMet(Id, Key<ListingCondition>("bcm"), "e-hq-02", "mail 12"),
            "e-hq-02 met the condition bcm, accepted by the customer: mail 12."),
        ("change-noticed", new ChangeNoticed(Id, new ChangeNotice(
            Key<ChangeNotice>("move"), "The site moves to Basel", [Campaigns.Quality], Day("2028-01-10"))),
            "The site moves to Basel; cr3-01 are assessed anew."),
        ("listing-set", new ListingSet(Scope, new Listing(
            Campaigns.Core, QualificationValue.NotQualified, Id, Day("2027-09-01"), null) { Document = Campaigns.Letter }),
            "For core networks / CH / Networks we are not qualified since 2027-09-01."),
        ("listing-expired", new ListingExpired(Scope, Day("2030-09-01")),
            "Our place for core networks / CH / Networks ended on 2030-09-01; bids there are refused."),
        ("bid-desk-informed", new BidDeskInformed(Scope, "e-hq-05"),
            "e-hq-05 of the bid desk knows that we are listed for core networks / CH / Networks."),
        ("quotation-requested", new RequestReceived(Scope, Day("2027-11-02"), "RFQ 88"),
            "The customer asked for a quotation for core networks / CH / Networks on 2027-11-02: RFQ 88."),
        ("return-reviewed", new ReturnReviewed(Scope, "e-hq-01", Day("2028-09-05"), "stay two years more"),
            "e-hq-01 reviewed what the place for core networks / CH / Networks brings: stay two years more."),
        ("surveillance-due", new SurveillanceDue(Scope, Day("2028-09-01"), Day("2029-09-01")),
            "The yearly surveillance for core networks / CH / Networks is due on 2028-09-01."),
        ("surveillance-held", new SurveillanceHeld(Scope, Day("2028-09-10"), "report 7", Day("2029-09-10")),
            "The surveillance for core networks / CH / Networks was held on 2028-09-10 (report 7); the next is due on 2029-09-10."),
        ("scorecard-kept", new ScorecardKept(Scope, new Scorecard(Q("2028-Q2"), "anna-keller", Day("2028-07-04"),
            [new ScoredIndicator("Delivery on time, %", 95, 97, Met: true), new ScoredIndicator("Faults a month", 2, 3, Met: false)])),
            "In 2028-Q2 we met 1 of 2 indicators of the customer for core networks / CH / Networks."),
        ("listing-part-changed", new ListingPartChanged(Scope, "packet core", Taken: true, Day("2028-10-01"), Campaigns.Letter),
            "By “Letter of qualification” the customer took from us packet core of core networks / CH / Networks on 2028-10-01."),
        ("bid-closed", new BidClosed(Key<Bid>("b-9"), BidOutcome.Won, Day("2028-02-01")), "The bid b-9 is won."),
        ("bid-linked", new BidLinked(new Bid(Key<Bid>("b-9"), Campaigns.Core, "Core 2028", Day("2027-11-10"))),
            "The bid b-9, “Core 2028”, is for core networks / CH / Networks."),
    ];
}
