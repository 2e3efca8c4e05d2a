using Planning.Accounts.Customers;
using Planning.Accounts.Losses;
using Planning.Accounts.Metrics;
using Planning.Accounts.Organisation;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Losses;

public sealed class When_something_is_lost
{
    private static readonly Id<LossReview> Review = Key<LossReview>("deal-ran");

    private static readonly NoteLostDeal Deal = new(
        Key<LostDeal>("ran"), "RAN renewal", Amount("30 M EUR"), Day("2026-05-04"), "Northwind");

    private static readonly Customer Lost = Asked(Company.Known, "2026-05-04", Deal);

    private static readonly WriteLossReview Findings = new(
        Review,
        [new LossCause("a", CauseKind.Relationship, "Nobody knew the director"), new LossCause("b", CauseKind.Ourselves, "No owner", "a")],
        [new MissedPerson("director of small projects")],
        [],
        [new Lesson("Every director has an owner", "ESC-02")]);

    [Fact]
    public void INV_29_a_lost_customer_opens_a_review()
    {
        var lost = Helvia.Registration with { Details = Helvia.Details with { Lifecycle = Lifecycle.Lost } };
        var opened = Assert.Single(Events(Company.Known.TakeOver(new CustomerRecord(lost), Day("2026-05-04"))).OfType<LossReviewOpened>());

        Assert.Equal((LossKind.Customer, "Helvia Telekom"), (opened.Opened.Kind, opened.Opened.What));
        Assert.Equal([Company.Bernasconi, Helvia.Ammann, Company.Brugger], opened.Opened.Untouched);
        NothingHappens(After(Company.Known, Company.Known.TakeOver(new CustomerRecord(lost), Day("2026-05-04")))
            .TakeOver(new CustomerRecord(lost), Day("2026-05-05")));
        Assert.Single(Events(Helvia.Unknown.TakeOver(new CustomerRecord(lost), Day("2026-05-04"))).OfType<LossReviewOpened>());
    }

    [Theory]
    [InlineData("5 M EUR", true)]
    [InlineData("4.99 M EUR", false)]
    [InlineData("1 M CHF", true)]
    public void INV_29_a_large_lost_deal_opens_a_review_and_one_that_cannot_be_compared(string value, bool opens) => Assert.Equal(
        opens,
        Events(Ask(Company.Known, "2026-05-04", Deal with { Value = Amount(value) })).OfType<LossReviewOpened>().Any());

    [Theory]
    [InlineData("2 M EUR", true)]
    [InlineData("1.9 M EUR", false)]
    public void a_deal_is_large_by_the_revenue_of_the_customer_too(string value, bool opens)
    {
        var small = Company.Known.Apply(new MetricRecorded(Helvia.Revenue with { Value = 20 }));

        Assert.Equal(opens, Events(Ask(small, "2026-05-04", Deal with { Value = Amount(value) })).OfType<LossReviewOpened>().Any());
    }

    [Theory]
    [InlineData("0.40", true)]
    [InlineData("0.41", false)]
    public void INV_29_a_fifth_of_the_wallet_lost_opens_a_review_once(string now, bool opens)
    {
        var before = After(Company.Known, Company.Known.TakeOver(Wallet("2025-Q3", "0.50", "2025-09-30"), Day("2025-10-05")));
        var after = before.TakeOver(Wallet("2026-Q1", now, "2026-03-31"), Day("2026-04-05"));

        Assert.Equal(opens, Events(after).OfType<LossReviewOpened>().Any());
        NothingHappens(After(before, after).TakeOver(Wallet("2026-Q1", now, "2026-03-31"), Day("2026-04-06")));
    }

    [Fact]
    public void a_worse_figure_of_the_same_quarter_opens_no_second_review()
    {
        var before = After(Company.Known, Company.Known.TakeOver(Wallet("2025-Q3", "0.50", "2025-09-30"), Day("2025-10-05")));
        var after = After(before, before.TakeOver(Wallet("2026-Q1", "0.40", "2026-03-31"), Day("2026-04-05")));

        Assert.Empty(Events(after.TakeOver(Wallet("2026-Q1", "0.30", "2026-03-31"), Day("2026-04-06"))).OfType<LossReviewOpened>());
    }

    [Fact]
    public void an_old_fall_that_becomes_known_late_opens_nothing() => Assert.Empty(
        Events(After(Company.Known, Company.Known.TakeOver(Wallet("2024-Q3", "0.50", "2024-09-30"), Day("2026-04-05")))
            .TakeOver(Wallet("2024-Q4", "0.20", "2024-12-31"), Day("2026-04-05"))).OfType<LossReviewOpened>());

    [Fact]
    public void INV_29_it_is_not_closed_without_a_named_cause_and_the_people_we_did_not_cover()
    {
        IsRefused(
            Ask(Lost, "2026-05-20", new CloseLossReview(Review)),
            "loss-not-explained",
            "We do not know yet why we lost the deal “RAN renewal” of 30 M EUR (INV-29).",
            "No cause is named.",
            "Nobody is named whom we did not cover.",
            "No lesson is drawn.");
        IsRefused(
            Ask(Asked(Lost, "2026-05-20", Findings with { Missed = [] }), "2026-05-20", new CloseLossReview(Review)),
            "loss-not-explained",
            "We do not know yet why we lost the deal “RAN renewal” of 30 M EUR (INV-29).",
            "Nobody is named whom we did not cover.");

        var closed = Asked(Asked(Lost, "2026-05-20", Findings), "2026-05-20", new CloseLossReview(Review));
        Assert.Equal(Day("2026-05-20"), closed.Losses.Reviews[Review].ClosedOn);
        NothingHappens(Ask(closed, "2026-05-21", new CloseLossReview(Review)));
        IsRefused(
            Ask(closed, "2026-05-21", Findings with { Missed = [], Causes = [] }), "loss-review-closed", "The loss review deal-ran is closed.");
    }

    [Fact]
    public void INV_29_a_cause_without_words_is_none_and_causes_are_a_tree() => IsRefused(
        Ask(Lost, "2026-05-20", Findings with
        {
            Causes = [new LossCause("a", CauseKind.Price, " ", "b"), new LossCause("b", CauseKind.Price, "Too dear", "a"), new LossCause("a", CauseKind.Price, "x")],
            Missed = [new MissedPerson("")],
            Promises = [Key<Commitment>("c-9")],
        }),
        "command-flawed",
        "It cannot be done as it is asked.",
        "Causes[0].Text is empty.",
        "Causes[0].Under is “b”, which is no cause named before it.",
        "Causes[2].Key is “a” a second time.",
        "Missed[0].Part is empty.",
        "Promises names c-9, which nobody has promised.");

    [Fact]
    public void somebody_finds_out()
    {
        Assert.Contains(
            new Waiting("task", "find out why we lost the deal “RAN renewal” of 30 M EUR", "ACCOUNT_HEAD", null), Waiting.Of(Lost));
        Assert.Contains(
            new Waiting("task", "find out why we lost the deal “RAN renewal” of 30 M EUR", "anna-keller", null),
            Waiting.Of(Asked(Lost, "2026-05-05", new AssignLossReview(Review, Helvia.Anna))));
        NothingHappens(Ask(Lost, "2026-05-05", Deal));
    }

    private static CustomerRecord Wallet(string period, string share, string on) => new(null)
    {
        Metrics =
        [
            new MetricSnapshot(
                Metric.ShareOfWallet, Q(period), decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), null, Day(on), "CRM"),
        ],
    };
}
