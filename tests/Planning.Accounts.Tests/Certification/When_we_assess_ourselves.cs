using System.Globalization;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Certification;

public sealed class When_we_assess_ourselves
{
    private static readonly Customer Start = Campaigns.In(Asked(Campaigns.Targeted, "2026-05-04", Campaigns.Chartered), "B3", "B0", "B1", "B2");

    [Fact]
    public void every_criterion_is_marked_by_two_people()
    {
        var one = Asked(Start, "2026-05-05", Campaigns.Marked(Campaigns.Quality, 4));
        var again = Asked(one, "2026-05-06", Campaigns.Marked(Campaigns.Quality, 4.5m));
        var two = Asked(again, "2026-05-06", Campaigns.Marked(Campaigns.Quality, 3), "bruno-frei");

        Assert.Equal((1, 1), (Campaigns.Facts(one).CriteriaNotScored, Campaigns.Facts(again).CriteriaScoredByOne));
        Assert.Equal((1, 0), (Campaigns.Facts(two).CriteriaNotScored, Campaigns.Facts(two).CriteriaScoredByOne));
        NothingHappens(Ask(two, "2026-05-07", Campaigns.Marked(Campaigns.Quality, 3), "bruno-frei"));
    }

    [Fact]
    public void the_lowest_mark_counts_until_quality_stands_for_another()
    {
        var marked = Campaigns.Story(
            Start,
            ("2026-05-05", "anna-keller", Campaigns.Marked(Campaigns.Quality, 4)),
            ("2026-05-05", "bruno-frei", Campaigns.Marked(Campaigns.Quality, 2)));
        var calibrated = Asked(marked, "2026-05-06", Calibrate(3), "e-hq-02");

        Assert.Equal((2, 3), (Score(marked), Score(calibrated)));
        Assert.Equal((2, 1), (Campaigns.Facts(marked).CriteriaNotCalibrated, Campaigns.Facts(calibrated).CriteriaNotCalibrated));
    }

    [Fact]
    public void a_new_mark_makes_the_calibration_void()
    {
        var calibrated = Asked(Campaigns.Scored(Start, 3, 3), "2026-05-06", Calibrate(4), "e-hq-02");
        var changed = Asked(calibrated, "2026-05-07", Campaigns.Marked(Campaigns.Quality, 5));

        Assert.Equal((4, 3), (Score(calibrated), Score(changed)));
    }

    [Fact]
    public void whoever_gave_marks_does_not_calibrate_them() => IsRefused(
        Ask(Campaigns.Scored(Start, 3, 3), "2026-05-06", Calibrate(4), "bruno-frei"),
        "assessor-calibrates",
        "bruno-frei gave marks in the campaign core-2026, so somebody else calibrates them.");

    [Theory]
    [InlineData(5, 5, "100", "pass", "0.985")]
    [InlineData(3, 5, "81.82", "pass", "0.757")]
    [InlineData(3, 4, "70.91", "conditional", "0.336")]
    [InlineData(3, 3, "60", "fail", "0.076")]
    public void the_score_weighs_the_domains(double quality, double product, string total, string outlook, string probability)
    {
        var score = Of(Campaigns.Scored(Start, (decimal)quality, (decimal)product));

        Assert.Equal(
            (total, outlook, probability),
            (decimal.Round(score.Total, 2).ToString("0.##", CultureInfo.InvariantCulture),
                Accounts.Wording.Words<Outlook>.Of(score.Outlook),
                score.Probability.ToString("0.000", CultureInfo.InvariantCulture)));
    }

    // Never must happen (B) 3, INV-19.
    [Fact]
    public void a_gate_that_failed_is_not_hidden_by_the_total()
    {
        var score = Of(Campaigns.Scored(Start, 2.9m, 5));

        Assert.True(score.Total > 75);
        Assert.Equal((Outlook.Fail, 0.0), (score.Outlook, score.Probability));
        Assert.Equal([Campaigns.Quality], score.FailedGates);
        Assert.Equal(["cr3-01"], Campaigns.Facts(Campaigns.Scored(Start, 2.9m, 5)).OpenGates);
    }

    [Fact]
    public void a_schemes_own_marks_and_weights_take_the_place_of_ours()
    {
        var strict = Campaigns.RuleBook with
        {
            RuleBook = "5.0",
            Marks = SchemeMarks.Default with { Pass = 90, Gate = 4 },
            Domains = [new Domain("Cr3", "Quality", 30, Gate: false), new Domain("Cr4", "Product", 10, Gate: true)],
        };
        var marked = Asked(Campaigns.Scored(Start, 3, 4), "2026-05-06", new RegisterScheme(strict));
        var score = Of(marked);

        Assert.Equal((65m, Outlook.Conditional), (score.Total, score.Outlook));
        Assert.Empty(score.FailedGates);
        Assert.Equal(95, Campaigns.Facts(marked).ScoreWanted);
    }

    // Never must happen (B) 2: our own score shown as the customer's decision.
    [Fact]
    public void the_best_score_changes_nothing_of_where_we_stand()
    {
        var best = Campaigns.Scored(Start, 5, 5);

        Assert.Equal(
            (CampaignStatus.Registered, CampaignStatus.Registered),
            (Start.Certification.StatusOf(Campaigns.Of(Start), Day("2026-05-06")), best.Certification.StatusOf(Campaigns.Of(best), Day("2026-05-06"))));
        Assert.Null(best.Certification.ListingOf(Campaigns.Core));
    }

    [Fact]
    public void each_owner_names_the_worst_problems_of_his_domain()
    {
        var named = new NameTopProblems(Campaigns.Id, "Cr3", ["late audits", "no trend"]);

        Assert.Equal(2, Campaigns.Of(Asked(Start, "2026-05-06", named)).Problems["Cr3"].Problems.Length);
        IsRefused(Ask(Start, "2026-05-06", named, "bruno-frei"), "other-owner", "anna-keller owns Cr3, not bruno-frei.");
        IsRefused(
            Ask(Start, "2026-05-06", named with { Problems = ["1", "2", "3", "4", "5", "6"] }),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Problems are 6; name one to 5.");
    }

    private static CalibrateScores Calibrate(decimal quality) =>
        new(Campaigns.Id, [new CalibratedScore(Campaigns.Quality, quality)], "as the last audit said");

    private static decimal? Score(Customer customer) => Campaigns.Of(customer).Self.Score(Campaigns.Quality);

    private static CampaignScore Of(Customer customer) => CampaignScore.Of(
        Campaigns.Of(customer), customer.Certification.Schemes[Campaigns.Scheme], CertificationPolicy.Default);

    [Fact]
    public void many_marks_come_at_once_as_from_a_questionnaire()
    {
        var given = new ScoreCriteria(
            Campaigns.Id, [new GivenScore(Campaigns.Quality, 4, "seen"), new GivenScore(Campaigns.Product, 3.5m, "asked")], "File 7");
        var marked = Asked(Campaigns.Targeted, "2026-05-04", given);

        Assert.Equal((0, 2), (Campaigns.Facts(marked).CriteriaNotScored, Campaigns.Facts(marked).CriteriaScoredByOne));
        NothingHappens(Ask(marked, "2026-05-05", given));
        IsRefused(
            Ask(marked, "2026-05-05", given with { Scores = [new GivenScore(Key<Criterion>("cr9-99"), 6, "seen")] }),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Scores[cr9-99].Criterion is cr9-99, which helvia-core does not ask for.",
            "Scores[cr9-99].Score is 6; it must be from 0 to 5.");
    }
}
