using System.Collections.Immutable;
using System.Text;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Accounts.Wording;

namespace Planning.Workflows.Generation;

/// <summary>The rows of one generated customer, in all files.</summary>
internal sealed class CustomerPages(PortfolioPlan plan, Roster roster, int customer)
{
    private static readonly ImmutableArray<string> Industries = ["telecom", "energy", "public", "transport", "finance"];
    private static readonly ImmutableArray<string> Kinds =
        ["Networks", "Telecom", "Broadband", "Grid", "Fibre", "Mobile", "Cable", "Utilities"];

    private static readonly ImmutableArray<Means> Usual =
    [
        Means.Meeting, Means.Call, Means.Mail, Means.TechnicalExchange, Means.ServiceVisit, Means.Meeting, Means.Mail,
    ];

    private static readonly ImmutableArray<string> Topics =
    [
        "Capacity for next year", "Acceptance of the second phase", "Service levels", "Road map", "Open invoices", "Spare parts",
        "Security audit",
    ];

    private readonly Id<Customer> _id = plan.Customer(customer);
    private readonly Tier _tier = plan.Size.TierOf(customer);
    private readonly Folk _folk = new(plan, roster, customer);
    private readonly Figures _figures = Figures.Of(plan, customer);

    public void Write(IReadOnlyDictionary<string, StringBuilder> files)
    {
        Customer(files["customers.csv"]);
        People(files["units.csv"], files["people.csv"]);
        Seats(files["seats.csv"]);
        Metrics(files["metrics.csv"]);
        Interactions(files["interactions.csv"]);
        Plan(files["history.jsonl"]);
        foreach (var truth in Truths())
        {
            files["truths.csv"].Row(
                Words<TruthKind>.Of(truth.Kind), truth.Customer, truth.Object, truth.Rule, truth.Note);
        }
    }

    private void Customer(StringBuilder text)
    {
        var chance = plan.Chance("customer", customer);
        var place = Place.Of(customer);
        var target = plan.IsTarget(customer);
        text.Row(
            _id,
            $"{chance.Of(place.LastNames)} {chance.Of(Kinds)} {customer + 1}",
            roster.CountryOf(customer),
            chance.Of(Industries),
            place.Region,
            Words<Tier>.Of(_tier),
            Words<Lane>.Of(target ? Lane.Target : Lane.Standard),
            Words<Posture>.Of(_tier is Tier.S && !target ? Posture.Invest : Posture.Build),
            target ? plan.Newest.Add(-chance.Among(1, 6)) : plan.Newest.Add(-PortfolioPlan.Quarters - chance.Among(1, 20)),
            plan.Newest.Add(-PortfolioPlan.Quarters - chance.Among(1, 12)),
            Words<Lifecycle>.Of(Lifecycle.Active),
            _figures.OnTargetList,
            _figures.Benchmark,
            _id,
            chance.Happens(0.97),
            roster.CityOf(customer));
    }

    private void People(StringBuilder units, StringBuilder people)
    {
        foreach (var unit in _folk.Units)
        {
            units.Row(_id, unit.Name, Words<UnitFunction>.Of(unit.Function), unit.Relevance, unit.Headcount);
        }

        foreach (var person in _folk.People)
        {
            people.Row(
                person.Id, _id, person.Name, person.Title, person.Unit, Words<ProcessRole>.Of(person.Role), person.InfluenceNow,
                person.InfluenceFuture, Words<Stance>.Of(person.Stance), person.Level, person.Target, plan.Employee(person.Owner));
        }
    }

    private void Seats(StringBuilder text)
    {
        foreach (var seat in roster.SeatsOf(customer))
        {
            text.Row(
                _id, Words<SeatRole>.Of(seat.Role), Words<SeatKind>.Of(seat.Kind),
                seat.Employee is { } employee ? plan.Employee(employee) : null, seat.Since);
        }
    }

    private void Metrics(StringBuilder text)
    {
        var target = plan.IsTarget(customer);
        var perHead = plan.TotalRevenue / VendorPage.FrontlineFte(roster);
        for (var age = PortfolioPlan.Quarters - 1; age >= 0; age--)
        {
            var period = plan.Newest.Add(-age);
            var of = _figures.ByAge[age];
            var fte = of.Revenue * (0.5 + (0.5 * of.Contribution / VendorPage.Contribution))
                / (of.PerHead * perHead * PortfolioPlan.Market(age));
            var unknown = _figures.Story is TruthKind.InputsMissing && age < 2;
            void Row(Metric metric, double value, string source)
            {
                var definition = MetricDefinition.Of(metric);
                var unit = definition.IsMoney ? $"{MetricDefinition.MoneyUnit} {VendorPage.Currency}" : definition.Unit;
                object written = definition.Unit == MetricDefinition.YesNoUnit ? value > 0 : value;
                text.Row(_id, period, definition.Name, written, unit, period.EndsOn, source);
            }

            Row(Metric.RevenueTtm, of.Revenue, "ERP");
            Row(Metric.ContributionPct, of.Contribution, "ERP");
            Row(Metric.Fte, Math.Max(0.000001, Math.Round(fte, 6)), "HR");
            Row(Metric.ShareOfWallet, of.ShareOfWallet, "account team");
            Row(Metric.Match, of.Match, "strategy desk");
            Row(Metric.DsoOverrun, of.DsoOverrun, "ERP");
            Row(Metric.Overdue60, of.Overdue, "ERP");
            Row(Metric.Survival5Y, of.Survival, "credit desk");
            Row(Metric.StickinessLayer, _figures.Stickiness, "account team");
            Row(Metric.BusFactor, of.BusFactor, "coverage");
            Row(Metric.SanctionsHit, _figures.Story is TruthKind.SanctionsHit && age == 0 ? 1 : 0, "compliance");
            Row(Metric.Insolvency, 0, "compliance");
            if (target)
            {
                Row(Metric.PcIndexForecastY3, 1.4, "plan");
            }

            if (!unknown)
            {
                Row(Metric.Potential3Y, of.Potential, "market desk");
                Row(Metric.Growth3Y, of.Growth, "market desk");
                Row(Metric.Satisfaction, of.Satisfaction, "survey");
                Row(Metric.Credit, of.Credit, "credit desk");
                Row(Metric.RelevantSpendShare, _figures.RelevantSpend, "account team");
            }
        }
    }

    // METHOD §8.1: a Poisson number a year, on working days; 3 % are not answered.
    private void Interactions(StringBuilder text)
    {
        var chance = plan.Chance("interactions", customer);
        var met = _folk.People.Where(person => person.Touched).ToList();
        var ours = roster.SeatsOf(customer).Where(seat => seat.Employee is not null)
            .OrderBy(seat => seat.Kind).ThenBy(seat => seat.Role).ToList();
        if (met.Count == 0)
        {
            return;
        }

        var calendar = roster.Calendar(customer);
        var days = Enumerable.Range(1, 365).Select(back => plan.Today.AddDays(-back)).Where(calendar.IsWorkingDay).Reverse().ToList();
        var count = chance.Poisson(_tier switch { Tier.S => 900, Tier.A => 250, Tier.B => 40, _ => 5 });
        var chosen = Enumerable.Range(0, count).Select(_ => days[chance.Below(days.Count)]).Order().ToList();
        foreach (var (number, day) in chosen.Index())
        {
            var people = chance.Shuffled(Enumerable.Range(0, Math.Min(met.Count, 1 + chance.Poisson(0.6)))
                .Select(_ => chance.Below(met.Count)).Distinct()).Select(index => met[index].Id);
            var means = chance.Of(Usual);
            var answered = !chance.Happens(0.03);
            text.Row(
                FormattableString.Invariant($"i{plan.Seed}-{customer:000000}-{number:0000}"),
                _id,
                string.Join(';', people),
                plan.Employee(ours[Math.Min(chance.Zipf(3), ours.Count - 1)].Employee!.Value),
                day,
                Words<Means>.Of(means),
                chance.Happens(0.35) ? "theirs" : "ours",
                answered,
                chance.Of(Topics),
                answered ? "Noted" : null,
                null,
                means is Means.Mail ? null : chance.Among(10, 120));
        }
    }

    // A plan is opened and passes its first stage where somebody may; a stale one has rested in the next stage since.
    private void Plan(StringBuilder text)
    {
        if (_tier is not (Tier.S or Tier.A))
        {
            return;
        }

        var chance = plan.Chance("plan", customer);
        var seat = roster.SeatsOf(customer).First(held => held.Role is SeatRole.AR && held.Kind is SeatKind.Primary);
        var actor = plan.Employee(
            seat.Employee ?? roster.SeatsOf(customer).First(held => held.Employee is not null).Employee!.Value);
        var day = plan.Today.AddDays(-(plan.HasStalePlan(customer) ? chance.Among(120, 200) : chance.Among(8, 12)));
        Acts.Line(text, _id, day, actor.Value, "open-plan");
        if (seat.Employee is not null)
        {
            Acts.Line(text, _id, day.AddDays(1), actor.Value, "confirm-group-root");
            Acts.Line(text, _id, day.AddDays(2), actor.Value, "advance-plan", """{"stage":"A0"}""");
        }
    }

    private IEnumerable<Truth> Truths()
    {
        if (_figures.Story is { } story)
        {
            yield return new Truth(story, _id.Value, "", RuleOf(story), "");
        }

        foreach (var person in _folk.People.Where(person => !person.Touched))
        {
            yield return new Truth(TruthKind.IgnoredRisingPerson, _id.Value, person.Id, "ESC-02", $"{person.Name}, {person.Title}");
        }

        foreach (var person in _folk.People.Where(person => person.SameAs is not null))
        {
            yield return new Truth(TruthKind.DuplicatePerson, _id.Value, person.Id, "ESC-14", $"the same as {person.SameAs}");
        }

        var city = roster.CityOf(customer) ?? "";
        foreach (var seat in roster.SeatsOf(customer).Where(seat => seat.Kind is SeatKind.Primary))
        {
            if (seat.IsLate)
            {
                yield return new Truth(TruthKind.SeatVacant, _id.Value, $"{seat.Role}", _tier is Tier.S ? "ESC-07-S" : "ESC-07", "");
            }
            else if (seat.Employee is { } holder && roster.Members[holder].Found.Contains(city))
            {
                yield return new Truth(
                    TruthKind.ConflictAfterAssignment, _id.Value, $"{seat.Role}", "ESC-08", $"{plan.Employee(holder)}");
            }
        }

        if (plan.HasStalePlan(customer))
        {
            yield return new Truth(TruthKind.StalePlan, _id.Value, "plan", "ESC-20-INSIGHT", "");
        }
    }

    private string RuleOf(TruthKind story) => (story, _tier) switch
    {
        (TruthKind.CashCowDrift, _) => "T-10-CASH-COW-ENTER",
        (TruthKind.PromotionDue, Tier.A) => "T-20-PROMOTE-S",
        (TruthKind.PromotionDue, Tier.B) => "T-22-PROMOTE-A",
        (TruthKind.PromotionDue, _) => "T-23-PROMOTE-B",
        (TruthKind.DemotionDue, Tier.S) => "T-30-DEMOTE-S",
        (TruthKind.DemotionDue, Tier.A) => "T-32-DEMOTE-A",
        (TruthKind.DemotionDue, _) => "T-33-DEMOTE-B",
        (TruthKind.SanctionsHit, _) => "T-01-LEGAL-HOLD",
        _ => "T-00-DATA-GATE",
    };
}
