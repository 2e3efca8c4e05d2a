using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.People;

namespace Planning.Accounts.Plans;

/// <summary>What the exit gates A3 to A7 may ask of what the plan says. Rules see it as <c>plan.Content</c>.</summary>
public sealed record ContentFacts
{
    /// <summary>The tier whose template the plan follows.</summary>
    public required string Form { get; init; }

    public required string Posture { get; init; }

    public required IReadOnlyList<string> MissingAmbition { get; init; }

    public required int Objectives { get; init; }

    /// <summary>All objectives together (INV-16).</summary>
    public required int WeightSum { get; init; }

    public required IReadOnlyList<string> ObjectivesWithoutMeasure { get; init; }

    /// <summary>Measures without base, or without a target for every plan year.</summary>
    public required IReadOnlyList<string> IncompleteMeasures { get; init; }

    /// <summary>Objectives whose owner has left the team since (INV-16).</summary>
    public required IReadOnlyList<string> OwnersOffTeam { get; init; }

    /// <summary>Hill, share and steady growth, by their keys.</summary>
    public required IReadOnlyList<string> GrowthObjectives { get; init; }

    /// <summary>Plan years, Y0 included, that lack a target.</summary>
    public required IReadOnlyList<string> IncompleteYears { get; init; }

    /// <summary>Revenue of the last plan year less that of Y0, in millions; nothing as long as one is not known.</summary>
    public double? GrowthTarget { get; init; }

    /// <summary>The potential of all cells in which something is done next, in millions.</summary>
    public required double WhitespacePotential { get; init; }

    /// <summary>Units with a part in the process of whose people the plan names none that somebody of ours owns.</summary>
    public required IReadOnlyList<string> UncoveredUnits { get; init; }

    /// <summary>Units with a part in the process for which the plan has no coverage target; nothing in the journal from before.</summary>
    public IReadOnlyList<string>? UnitsWithoutCoverage { get; init; }

    /// <summary>Key people that the plan names.</summary>
    public int? KeyPeople { get; init; }

    /// <summary>People with a part in the process whom nobody of ours owns (INV-09).</summary>
    public required IReadOnlyList<string> UnownedPeople { get; init; }

    /// <summary>Units in which the plan counts on a supporter: lines that do not hang on each other.</summary>
    public required int SupporterLines { get; init; }

    /// <summary>Regular meetings of company and company: those that the plan intends, and those that are agreed and go on.</summary>
    public required int Mechanisms { get; init; }

    /// <summary>Our people who carry key people in the plan; one alone must not (METHOD §3.1, must never 9).</summary>
    public required int RelationshipBearers { get; init; }

    /// <summary>Of universal, key and organisational, those that the plan has no target for (INV-14).</summary>
    public required IReadOnlyList<string> DimensionsWithoutTarget { get; init; }

    /// <summary>Plan years without a budget or FTE.</summary>
    public required IReadOnlyList<string> YearsWithoutResources { get; init; }

    /// <summary>Of all plan years together with what certification costs, in millions.</summary>
    public required double Budget { get; init; }

    /// <summary>In millions; nothing as long as the region has given nothing (INV-15).</summary>
    public double? EnvelopeBudget { get; init; }

    /// <summary>Of the largest plan year.</summary>
    public required double Fte { get; init; }

    public double? EnvelopeFte { get; init; }

    /// <summary>FTE of all seats that the plan asks for.</summary>
    public required double SeatLoad { get; init; }

    /// <summary>FTE that the region has free for them.</summary>
    public double? FreeFte { get; init; }

    public required bool HiringApproved { get; init; }

    /// <summary>The deepest fall of FTE from one year to the next, 0 to 1; 0 when it never falls (INV-11).</summary>
    public required double LargestCut { get; init; }

    /// <summary>The greatest influence, now or later, of those who were led through the plan; nothing without a meeting.</summary>
    public int? ValidationInfluence { get; init; }

    internal static ContentFacts Of(Customer customer, AccountPlan plan)
    {
        var content = plan.Draft;
        var objectives = content.Of<Objective>().ToList();
        var people = content.Of<KeyPerson>().ToList();
        var years = plan.Years.Targeted.Select(content.Year).ToList();
        return new ContentFacts
        {
            Form = plan.Form.ToString(),
            Posture = Wording.Words<Tiers.Posture>.Of(customer.Standing.Posture),
            MissingAmbition =
            [
                .. content.Ambition is { } ambition && ambition.Year == plan.HorizonTo ? ambition.Missing() : ["the picture of the last year"],
            ],
            Objectives = objectives.Count,
            WeightSum = objectives.Sum(objective => objective.Weight),
            ObjectivesWithoutMeasure = [.. Titles(objectives.Where(objective => objective.Measures is []))],
            IncompleteMeasures =
            [
                .. from objective in objectives
                   from measure in objective.Measures
                   let missing = string.Join(" and ", measure.Missing(plan.Years))
                   where missing.Length > 0
                   select $"{objective.Title} {measure.Metric} without {missing}",
            ],
            OwnersOffTeam = [.. Titles(objectives.Where(objective => !customer.Team.Includes(objective.Owner)))],
            GrowthObjectives = [.. Titles(objectives.Where(objective => objective.IsGrowth))],
            IncompleteYears =
            [
                .. from year in plan.Years.All
                   let missing = content.Year(year) is { } known ? string.Join(" and ", known.Missing()) : "everything"
                   where missing.Length > 0
                   select FormattableString.Invariant($"{year} without {missing}"),
            ],
            GrowthTarget = (double?)(content.Year(plan.Years.To)?.Revenue?.Millions - content.Year(plan.Years.Base)?.Revenue?.Millions),
            WhitespacePotential = (double)content.Of<WhitespaceCell>()
                .Where(cell => !string.IsNullOrWhiteSpace(cell.NextAction))
                .Sum(cell => cell.Potential?.Millions ?? 0),
            UncoveredUnits = [.. Uncovered(customer, people)],
            UnitsWithoutCoverage =
            [
                .. customer.Units.Values
                    .Where(unit => unit.Relevance >= 1 && !content.Entries.ContainsKey($"unit-coverage:{unit.Name}")).Select(unit => unit.Name),
            ],
            KeyPeople = people.Count,
            UnownedPeople = [.. InProcess(customer).Where(person => person.Owner is null).Select(person => person.Name)],
            SupporterLines = people.Where(person => person.Supporter)
                .Select(person => customer.People.GetValueOrDefault(person.Person)?.Unit).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            Mechanisms = Meetings(customer, content).Count(),
            RelationshipBearers = people.Select(person => person.Owner).Distinct().Count(),
            DimensionsWithoutTarget =
            [
                .. content.Of<UnitCoverage>().Any() ? [] : new[] { "universal" },
                .. people is [] ? ["key people"] : Array.Empty<string>(),
                .. Meetings(customer, content).Any() ? [] : new[] { "organisational" },
            ],
            YearsWithoutResources =
            [
                .. from year in plan.Years.Targeted
                   where content.Year(year) is not { Budget: not null, Fte: not null }
                   select FormattableString.Invariant($"{year}"),
            ],
            Budget = (double)(years.Sum(year => year?.Budget?.Millions ?? 0) + (content.Resources?.Certification?.Millions ?? 0)),
            EnvelopeBudget = (double?)plan.Envelope?.Budget.Millions,
            Fte = (double)years.Max(year => year?.Fte ?? 0),
            EnvelopeFte = (double?)plan.Envelope?.Fte,
            SeatLoad = (double)(content.Resources?.Seats.Sum(seat => seat.Load) ?? 0),
            FreeFte = (double?)plan.Envelope?.FreeFte,
            HiringApproved = plan.HiringApproved,
            LargestCut = (double)DeepestFall(plan.Years.All.Select(year => content.Year(year)?.Fte)),
            ValidationInfluence = plan.Validation?.People.Max(id => customer.People.TryGetValue(id, out var person)
                ? Math.Max(person.InfluenceNow, person.InfluenceFuture)
                : 0),
        };
    }

    // One that is intended and agreed goes by one id and counts once.
    private static IEnumerable<string> Meetings(Customer customer, PlanContent content) =>
        content.Of<Mechanism>().Select(mechanism => mechanism.Id.Value).Union(
            customer.Organisation.Mechanisms.Values.Where(mechanism => mechanism.EndedOn is null).Select(mechanism => mechanism.Id.Value));

    private static IEnumerable<Person> InProcess(Customer customer) => customer.People.Values.Where(person => person.Role is not null);

    // A unit at relevance 0 is not concerned by what we offer, whoever sits there.
    private static IEnumerable<string> Uncovered(Customer customer, List<KeyPerson> planned)
    {
        var covered = planned.Select(person => customer.People.GetValueOrDefault(person.Person)?.Unit).ToHashSet(StringComparer.Ordinal);
        return customer.Units.Values.Where(unit => unit.Relevance >= 1 && !covered.Contains(unit.Name)).Select(unit => unit.Name);
    }

    private static decimal DeepestFall(IEnumerable<decimal?> yearly)
    {
        var known = yearly.OfType<decimal>().ToList();
        return known.Zip(known.Skip(1), (before, after) => before > 0 ? (before - after) / before : 0).Append(0).Max();
    }

    private static IEnumerable<string> Titles(IEnumerable<PlanEntry> entries) => entries.Select(entry => entry.Title);
}
