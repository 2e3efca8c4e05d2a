using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Certification;

public sealed class When_a_finding_is_mended
{
    private static readonly Id<Finding> Id = Key<Finding>("f-1");

    private static readonly Customer Noted = Asked(Campaigns.Audited, "2026-05-04", Campaigns.Major);

    private static readonly Customer Owned = Asked(Noted, "2026-05-05", new AssignFinding(Campaigns.Id, Id, Helvia.Bruno, Day("2026-06-03")));

    private static readonly Customer Fixed = Campaigns.Story(
        Owned,
        ("2026-05-06", "bruno-frei", new PlanCorrection(Campaigns.Id, Id, "stop new orders", "no plan", "a yearly plan")),
        ("2026-05-20", "bruno-frei", new FixFinding(Campaigns.Id, Id, "12 audits")));

    private static readonly Customer Closed = Asked(Fixed, "2026-05-21", Close(), "e-hq-02");

    [Theory]
    [InlineData(FindingClass.Minor, "2026-08-02")]
    [InlineData(FindingClass.Major, "2026-06-03")]
    [InlineData(FindingClass.Critical, "2026-05-14")]
    public void each_class_has_its_window(FindingClass of, string last) => Assert.Equal(
        Day(last), Finding(Asked(Campaigns.Audited, "2026-05-04", Campaigns.Major with { Class = of })).Window);

    [Fact]
    public void a_schemes_windows_take_the_place_of_ours()
    {
        var scheme = Campaigns.RuleBook with
        {
            RuleBook = "5.0",
            Marks = SchemeMarks.Default with { Windows = new FindingWindows(180, 60, 21, 5) },
        };
        Assert.Equal(
            Day("2026-05-25"),
            Finding(Campaigns.Story(
                Campaigns.Audited,
                ("2026-05-04", "anna-keller", new RegisterScheme(scheme)),
                ("2026-05-04", "anna-keller", Campaigns.Major))).Window);
    }

    [Fact]
    public void nobody_takes_longer_than_the_window() => IsRefused(
        Ask(Noted, "2026-05-05", new AssignFinding(Campaigns.Id, Id, Helvia.Bruno, Day("2026-06-04"))),
        "command-flawed",
        "It cannot be done as it is asked.",
        "Due is 2026-06-04; the window of the finding ends on 2026-06-03.");

    // INV-22, and never must happen (B) 4: a finding nobody owns. The 4th of May is a Monday.
    [Fact]
    public void INV_22_a_major_finding_without_owner_is_told_after_two_working_days()
    {
        Assert.Equal(Day("2026-05-07"), Noted.Certification.NextDue());
        Assert.Empty(Campaigns.Told(Noted, "2026-05-06"));
        var told = Assert.IsType<FindingUnowned>(Assert.Single(Campaigns.Told(Noted, "2026-05-07")));
        Assert.Equal("The finding “Supplier audits are missing” should have had an owner and a last day by 2026-05-06.", told.Sentence);
        Assert.Empty(Campaigns.Told(After(Noted, told), "2026-05-08"));
        Assert.Empty(Campaigns.Told(Owned, "2026-05-08"));
    }

    [Fact]
    public void INV_22_nobody_mends_a_major_finding_that_nobody_owns() => IsRefused(
        Ask(Noted, "2026-05-05", new FixFinding(Campaigns.Id, Id, "12 audits")),
        "finding-unowned",
        "Give the finding f-1 to one person with a last day first (INV-22).");

    [Fact]
    public void an_owner_is_a_person_that_is_looked_up() => Assert.Equal(
        [Helvia.Bruno], new AssignFinding(Campaigns.Id, Id, Helvia.Bruno, Day("2026-06-03")).Employees);

    [Fact]
    public void a_major_finding_has_a_plan_first() => IsRefused(
        Ask(Owned, "2026-05-06", new FixFinding(Campaigns.Id, Id, "12 audits")),
        "no-plan-yet",
        "Nobody has planned how the finding f-1 is mended.");

    // Never must happen (B) 4: a finding closed by its own fixer.
    [Fact]
    public void its_fixer_does_not_close_it()
    {
        IsRefused(Ask(Fixed, "2026-05-21", Close(), "bruno-frei"), "fixer-closes", "bruno-frei mended the finding f-1, so somebody else closes it.");
        Assert.Equal("e-hq-02", Finding(Closed).ClosedBy);
    }

    [Fact]
    public void the_buyer_accepts_what_it_found_to_be_major()
    {
        IsRefused(
            Ask(Fixed, "2026-05-21", Close() with { Reference = null }, "e-hq-02"),
            "buyer-accepts",
            "Say how the buyer accepted that the finding f-1 is mended.");
        Assert.Equal((1, 0), (Campaigns.Facts(Fixed).OpenMajors, Campaigns.Facts(Closed).OpenMajors));
    }

    [Fact]
    public void what_is_not_mended_is_mended_again()
    {
        var refused = Asked(Fixed, "2026-05-21", Close() with { Mended = false }, "e-hq-02");

        Assert.Null(Finding(refused).FixedBy);
        Assert.True(Finding(refused).IsOpen);
    }

    // Never must happen (B) 9: fixes made only for the audit day.
    [Fact]
    public void its_effect_is_looked_at_after_ninety_days()
    {
        Assert.Equal(Day("2026-08-19"), Finding(Closed).EffectOn);
        IsRefused(
            Ask(Closed, "2026-08-18", new CheckEffect(Campaigns.Id, Id, Holds: true, "fine"), "e-hq-02"),
            "too-early",
            "Whether the finding f-1 stayed mended is seen from 2026-08-19 on.");
        Assert.IsType<EffectDue>(Assert.Single(Campaigns.Told(Overdue(Closed), "2026-08-19")));
        Assert.Null(Finding(Asked(Closed, "2026-08-19", new CheckEffect(Campaigns.Id, Id, Holds: true, "fine"), "e-hq-02")).EffectOn);
        IsRefused(
            Ask(Closed, "2026-08-19", new CheckEffect(Campaigns.Id, Id, Holds: true, "fine"), "bruno-frei"),
            "fixer-checks",
            "bruno-frei mended the finding f-1, so somebody else looks at its effect.");
    }

    // Never must happen (B) 9: a relapse opens it again.
    [Fact]
    public void a_finding_that_came_back_is_open_again_with_a_new_window()
    {
        var back = Asked(Closed, "2026-07-01", new CheckEffect(Campaigns.Id, Id, Holds: false, "none since May"), "e-hq-02");

        Assert.True(Finding(back).IsOpen);
        Assert.Equal((Day("2026-07-31"), 1), (Finding(back).Due, Campaigns.Facts(back).OpenMajors));
        Assert.Contains(Campaigns.Told(Overdue(back), "2026-08-01"), told => told is FindingLate);
    }

    [Fact]
    public void a_late_finding_is_told_once()
    {
        var late = Overdue(Owned);
        var told = Campaigns.Told(late, "2026-06-04");

        Assert.IsType<FindingLate>(Assert.Single(told));
        Assert.Empty(Campaigns.Told(After(late, told), "2026-06-05"));
    }

    [Fact]
    public void two_majors_with_an_accepted_plan_leave_a_conditional_outlook()
    {
        var planned = Asked(
            Asked(Owned, "2026-05-06", new PlanCorrection(Campaigns.Id, Id, "stop", "no plan", "plan")),
            "2026-05-07",
            new NotePlanAccepted(Campaigns.Id, Id, Day("2026-05-07"), "mail"));

        Assert.Equal(
            (Outlook.Fail, Outlook.Conditional, Outlook.Pass),
            (Outlooks(Owned), Outlooks(planned), Outlooks(Campaigns.Audited)));
    }

    private static Outlook Outlooks(Customer customer)
    {
        var scored = Campaigns.Scored(customer, 5, 5);
        return CampaignScore.Of(Campaigns.Of(scored), Campaigns.RuleBook, CertificationPolicy.Default).Outlook;
    }

    // The stage's own last day has been told already.
    private static Customer Overdue(Customer customer) => After(
        customer, new Planning.Accounts.Stages.StageOverdue("B8", "B8", Day("2026-06-01")) { Process = Campaigns.Process });

    private static CloseFinding Close() => new(Campaigns.Id, Id, Mended: true, "seen 12 reports", "letter 4");

    private static Finding Finding(Customer customer) => Campaigns.Of(customer).Audits.Findings[Id];
}
