using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Turns;
using Planning.Workflows.Generation;

namespace Planning.Grains.TimeLapses;

/// <summary>What an account team does for its plan in a week: it hands in what the stage asks for and tries to go on.</summary>
internal sealed class PlanWork(Customer customer, int seed, DateOnly today, Chance chance)
{
    private readonly string _head = $"the-ACCOUNT_HEAD of {customer.Id}";

    public IEnumerable<Act> Acts()
    {
        var lazy = AccountTeam.IsLazy(customer, seed);
        if (customer.Team.Holder(SeatRole.AR) is not { } lead || !chance.Happens(lazy ? 0.15 : 0.7))
        {
            return [];
        }

        var second = customer.Team.Holder(SeatRole.SR) ?? customer.Team.Holder(SeatRole.FR) ?? lead;
        return customer.Plan is { Ended: null } plan
            ? [.. Standing(plan, lead), .. plan.Track.Open.SelectMany(stage => Of(plan, stage, lead, second))]
            : customer.Standing.Tier is Tier.B && !lazy ? [new Act(lead.Value, new Request.OpenPlan())] : [];
    }

    private IEnumerable<Act> Of(AccountPlan plan, Stage stage, Id<Employee> lead, Id<Employee> second)
    {
        var writing = new PlanWriting(customer, plan, today, lead, second);
        IEnumerable<Act> work = stage.Code switch
        {
            "A0" => [new Act(_head, new Request.ConfirmGroupRoot())],
            "A1" => Insight(lead),
            "A2" => Match(lead, second),
            "A3" => Written(lead, writing.Ambition),
            "A4" => [.. Written(lead, writing.Objectives), .. Signed("A4")],
            "A5" => [.. Written(lead, writing.Relationship), .. Signed("A5")],
            "A6" => [.. Written(lead, writing.Resources), .. Signed("A6")],
            "A7" => Written(lead, writing.Validation),
            "A8" => [.. Signed("A4", "A5", "A6"), .. Opinions()],
            "A10" or "A11" => Again(plan, writing, lead, second),
            "L1" or "L3" or "L4" => [new Act(_head, new Request.ConfirmGroupRoot()), .. Written(lead, writing.OnePage), .. Lesson(plan, lead), .. Explained(lead)],
            "A12" or "L5" => [.. Lesson(plan, lead), Held(lead, ReviewType.Closing)],
            _ => [],
        };
        return stage.Code is "A9" or "L2" ? work : [.. work, new Act(lead.Value, new Request.AdvancePlan(stage.Code))];
    }

    // What a plan in force asks of its team: reviews, and in December what the year was.
    private IEnumerable<Act> Standing(AccountPlan plan, Id<Employee> lead)
    {
        if (plan.InForce is not { } version)
        {
            return [];
        }

        var due = plan.ReviewDates.Where(date => date.Value.Due <= today.AddDays(3)).Select(date => Held(lead, date.Key));
        var year = version.Content.Year(today.Year);
        return today.Month >= 10 && year is not null && !plan.Actuals.ContainsKey(today.Year)
            ? [.. due, Act.Do(lead.Value, new RecordActuals(year with { Satisfaction = Latest(Accounts.Metrics.Metric.Satisfaction) ?? year.Satisfaction }))]
            : due;
    }

    private Act Held(Id<Employee> lead, ReviewType type) => Act.Do(lead.Value, new HoldReview(new PlanReview(
        Id<PlanReview>.Parse(FormattableString.Invariant($"r-{type.ToString().ToLowerInvariant()}-{today:yyyyMMdd}"), null),
        type,
        today,
        [lead],
        [.. customer.People.Values.Where(person => person.LeftOn is null).Take(2).Select(person => person.Id)],
        [])));

    private IEnumerable<Act> Insight(Id<Employee> lead) =>
    [
        .. customer.Units.Values.Where(unit => unit.HeadcountInProcess is null).Select(unit => new Act(
            lead.Value, new Request.TakeOver(new CustomerRecord(null) { Units = [unit with { HeadcountInProcess = 3 }] }))),
        .. Enum.GetValues<ProfileTopic>().Select(topic => new Act(lead.Value, new Request.SubmitArtefact(new Artefact.Profile(
            new ProfileSection(
                topic,
                "What we know of it",
                today.AddDays(-7),
                [
                    new InsightSource(SourceClass.AnnualReport, "Annual report", true),
                    new InsightSource(SourceClass.Press, "Press review", true),
                    new InsightSource(SourceClass.Meeting, "Talks", false),
                ]))))),
        new Act(lead.Value, new Request.SubmitArtefact(new Artefact.Vendors([new VendorShare("Lanternfish", 0.4m), new VendorShare("Kestrel", 0.55m)]))),
    ];

    private IEnumerable<Act> Match(Id<Employee> lead, Id<Employee> second)
    {
        var match = Math.Clamp(Latest(Accounts.Metrics.Metric.Match) ?? 60, 4, 96);
        return new[] { (lead, match + 3), (second, match - 3) }.Select(view => new Act(
            view.Item1.Value,
            new Request.SubmitArtefact(new Artefact.Match(new MatchAssessment(
                view.Item1,
                today,
                5,
                new MatchFactors(view.Item2, view.Item2, view.Item2, view.Item2, view.Item2),
                ["plan", "study", "talk", "policy", "report"])))));
    }

    private IEnumerable<Act> Again(AccountPlan plan, PlanWriting writing, Id<Employee> lead, Id<Employee> second) =>
    [
        .. Insight(lead),
        .. Match(lead, second),
        .. Written(lead, [.. writing.Ambition, .. writing.Objectives, .. writing.Relationship, .. writing.Resources, .. writing.Validation]),
        .. Signed("A4", "A5", "A6"),
        .. Opinions(),
        .. Lesson(plan, lead),
        .. Explained(lead),
    ];

    private static IEnumerable<Act> Written(Id<Employee> lead, IEnumerable<CustomerCommand> commands) =>
        commands.Select(command => Act.Do(lead.Value, command));

    private IEnumerable<Act> Signed(params IEnumerable<string> stages) =>
        from stage in stages
        from seat in new[] { SeatRole.SR, SeatRole.FR }
        where customer.Team.Holder(seat) is not null
        select Act.Do(customer.Team.Holder(seat)!.Value.Value, new CoSign(stage, seat));

    private static IEnumerable<Act> Opinions() => Enum.GetValues<OpinionFunction>()
        .Select(function => Act.Do($"the-{function}", new GiveOpinion(function, Agrees: true, "Looked at it")));

    private IEnumerable<Act> Lesson(AccountPlan plan, Id<Employee> lead) => plan.InForce is null ? [] :
    [
        Act.Do(lead.Value, new RecordLesson(new PlanLesson(
            Id<PlanLesson>.Parse(FormattableString.Invariant($"l-{today:yyyyMMdd}"), null), "We came late", "We begin in spring"))),
    ];

    private static IEnumerable<Act> Explained(Id<Employee> lead) => [Act.Do(lead.Value, new ExplainLowering("The year before taught us"))];

    private decimal? Latest(Accounts.Metrics.Metric metric) => customer.Metrics.Periods.OrderDescending()
        .Select(period => customer.Metrics.Value(metric, period)).FirstOrDefault(value => value is not null);
}
