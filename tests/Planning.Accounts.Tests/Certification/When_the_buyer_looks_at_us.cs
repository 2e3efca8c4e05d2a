using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Certification;

public sealed class When_the_buyer_looks_at_us
{
    private static readonly LogQuestion Who = new(Campaigns.Id, Key<BuyerQuestion>("q-1"), "Suppliers", "Who audits them?", Day("2026-05-04"));

    private static readonly Customer Questioned = Campaigns.Story(
        Campaigns.Audited,
        ("2026-05-04", "anna-keller", Who),
        ("2026-05-04", "anna-keller", Who with { Id = Key<BuyerQuestion>("q-2"), Topic = "suppliers", Text = "Who looks at them?" }));

    private static readonly Customer Answered = Asked(Questioned, "2026-05-05", Answer("q-1", "Our own team"), "carla-roth");

    [Fact]
    public void a_question_is_answered_within_three_working_days()
    {
        Assert.Equal(Day("2026-05-07"), Campaigns.Of(Questioned).Audits.Questions[Key<BuyerQuestion>("q-1")].Due);
        Assert.Equal(2, Campaigns.Told(Questioned, "2026-05-08").OfType<QuestionLate>().Count());
        Assert.Empty(Campaigns.Told(Questioned, "2026-05-07"));
        Assert.Contains(
            new Waiting("task", "answer the buyer: Who audits them? (core-2026)", "carla-roth", Day("2026-05-07")), Waiting.Of(Questioned));
    }

    // Never must happen (B) 6: audit answers differ between speakers.
    [Fact]
    public void everybody_says_the_same_on_one_topic()
    {
        IsRefused(
            Ask(Answered, "2026-05-06", Answer("q-2", "A firm"), "bruno-frei"),
            "another-voice",
            "On suppliers carla-roth told the buyer: “Our own team”. Say the same, or why not.");
        Assert.Single(Events(Ask(Answered, "2026-05-06", Answer("q-2", "Our own team"), "bruno-frei")));
        Assert.Contains(
            "otherwise than before: we changed it",
            Assert.Single(Events(Ask(Answered, "2026-05-06", Answer("q-2", "A firm") with { Instead = "we changed it" }, "bruno-frei"))).Sentence,
            StringComparison.Ordinal);
        IsRefused(
            Ask(Answered, "2026-05-06", Answer("q-1", "A firm")), "question-answered", "The buyer was told already: “Our own team”.");
    }

    [Theory]
    [InlineData("carla-roth")]
    [InlineData("bruno-frei")]
    [InlineData("e-hq-01")]
    public void a_mock_audit_is_done_by_nobody_of_the_campaign(string auditor) => IsRefused(
        Ask(Campaigns.Audited, "2026-05-04", Campaigns.Mock with { Auditors = ["Audit House", auditor] }),
        "auditor-involved",
        $"A mock audit is independent, but {auditor} has a part in the campaign core-2026.");

    [Fact]
    public void nobody_who_gave_marks_is_a_mock_auditor() => IsRefused(
        Ask(
            Asked(Campaigns.Audited, "2026-05-04", Campaigns.Marked(Campaigns.Quality, 4), "dora-lang"),
            "2026-05-04",
            Campaigns.Mock with { Auditors = ["dora-lang"] }),
        "auditor-involved",
        "A mock audit is independent, but dora-lang has a part in the campaign core-2026.");

    [Fact]
    public void the_report_of_a_mock_audit_is_due_in_ten_working_days_and_gives_its_score()
    {
        var planned = Asked(Campaigns.Audited, "2026-05-04", Campaigns.Mock);
        var reported = Asked(planned, "2026-05-18", new ReportAudit(Campaigns.Id, Key<AuditRound>("mock-1"), Day("2026-05-18"), "report", 72));

        Assert.Equal(Day("2026-05-20"), Campaigns.Of(planned).Audits.Rounds[Key<AuditRound>("mock-1")].ReportDue);
        Assert.Contains(
            new Waiting("task", "report the mock audit mock-1 (core-2026)", "carla-roth", Day("2026-05-20")), Waiting.Of(planned));
        Assert.Equal((false, true, 72.0), (Campaigns.Facts(planned).MockAuditReported, Campaigns.Facts(reported).MockAuditReported, Campaigns.Facts(reported).MockScore!.Value));
    }

    [Fact]
    public void findings_of_a_mock_audit_are_not_the_buyers()
    {
        var found = Campaigns.Story(
            Campaigns.Audited,
            ("2026-05-04", "anna-keller", Campaigns.Mock),
            ("2026-05-04", "anna-keller", Campaigns.Major with { Round = Key<AuditRound>("mock-1") }));

        Assert.Equal((1, 0), (Campaigns.Facts(found).OpenMockMajors, Campaigns.Facts(found).OpenMajors));
    }

    [Fact]
    public void the_report_of_every_audit_on_site_is_waited_for()
    {
        Assert.Equal((1, 1), (Campaigns.Facts(Campaigns.Audited).OnSiteAudits, Campaigns.Facts(Campaigns.Audited).AuditsWithoutReport));
        Assert.Equal(0, Campaigns.Facts(Asked(
            Campaigns.Audited, "2026-05-12", new ReportAudit(Campaigns.Id, Key<AuditRound>("site-1"), Day("2026-05-12"), "report"))).AuditsWithoutReport);
    }

    private static AnswerQuestion Answer(string question, string answer) => new(Campaigns.Id, Key<BuyerQuestion>(question), answer);
}
