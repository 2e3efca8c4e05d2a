using System.Collections.Immutable;
using System.Globalization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Customers;

/// <summary>What a customer must refuse in a record before taking it over; all mistakes at once.</summary>
internal static class RecordCheck
{
    public static IEnumerable<FieldMistake> Mistakes(CustomerRecord record, Customer customer, DateOnly today)
    {
        bool IsUnit(string name) => customer.Units.ContainsKey(name) || record.Units.Any(unit => unit.Name == name);
        bool IsPerson(Id<Person> id) =>
            customer.People.ContainsKey(customer.Stakeholders.Resolve(id)) || record.People.Any(person => person.Id == id);
        return
        [
            .. record.Registration is { } registration ? OfRegistration(registration, today) : [],
            .. Twice("Units", record.Units, unit => unit.Name),
            .. Twice("People", record.People, person => person.Id.Value),
            .. Twice("Seats", record.Seats, seat => $"{seat.Seat} {seat.Kind}"),
            .. Twice("Metrics", record.Metrics, metric => $"{MetricDefinition.Of(metric.Metric).Name} {metric.Period}"),
            .. record.Units.SelectMany(unit => Under(() => $"Units[{unit.Name}]", unit.Mistakes())),
            .. record.People.SelectMany(person => Under(() => $"People[{person.Id}]", person.Mistakes(IsUnit))),
            .. record.People is [] ? [] : OfLines(record, customer, IsPerson),
            .. record.Seats is [] ? [] : Under(() => "Seats", OfSeats(record, customer, today)),
            .. record.Metrics.SelectMany(metric => Under(
                () => $"Metrics[{MetricDefinition.Of(metric.Metric).Name} {metric.Period}]", metric.Mistakes(today))),
            .. record.Interactions.SelectMany(interaction => Under(
                () => $"Interactions[{interaction.Id}]", interaction.Mistakes(IsPerson, today))),
        ];
    }

    private static IEnumerable<FieldMistake> OfRegistration(Registration registration, DateOnly today) =>
    [
        .. registration.Details.Mistakes(),
        .. FieldMistake.Among(
            NotYet("TierSince", registration.TierSince, today), NotYet("PostureSince", registration.PostureSince, today)),
    ];

    // The last line would win now and lose again when the same record comes a second time.
    private static IEnumerable<FieldMistake> Twice<T>(string what, ImmutableArray<T> lines, Func<T, string> key) =>
        lines.Length < 2
        ? []
        : lines.Distinct()
            .GroupBy(key)
            .Where(same => same.Count() > 1)
            .Select(same => new FieldMistake($"{what}[{same.Key}]", "is given more than once and differently"));

    private static IEnumerable<FieldMistake> OfLines(CustomerRecord record, Customer customer, Func<Id<Person>, bool> isPerson)
    {
        foreach (var person in record.People.Where(person => person.ReportsTo is { } above && !isPerson(above)))
        {
            yield return new FieldMistake(
                $"People[{person.Id}].ReportsTo", $"is {person.ReportsTo}, who is nobody known at the customer");
        }

        foreach (var person in record.People.Where(person => person.Owner is { } owner && customer.Stakeholders.Gone.Contains(owner)))
        {
            yield return new FieldMistake($"People[{person.Id}].Owner", $"is {person.Owner}, who has left; name somebody else");
        }

        if (record.People.Any(person => person.ReportsTo is not null)
            && ReportingLines.Loop(customer.People.SetItems(record.People.Select(person => KeyValuePair.Create(person.Id, person))))
                is { } loop)
        {
            yield return new FieldMistake($"People[{loop}].ReportsTo", "leads back to the person, over others");
        }
    }

    // One person holds at most one role of a customer's triangle (METHOD §3.3).
    private static IEnumerable<FieldMistake> OfSeats(CustomerRecord record, Customer customer, DateOnly today) =>
    [
        .. record.Seats.SelectMany(seat => seat.Mistakes()),
        .. OneRole(record, customer.Team),
        .. record.Seats.Where(seat => seat.Kind is SeatKind.Primary && IsRefused(seat, customer, today)).Select(seat => new FieldMistake(
            "Employee", $"{seat.Employee} may not hold a seat here: a conflict of interest is not waived (INV-23)")),
        .. record.Seats.Where(seat => IsHandedOver(seat, customer.Team)).Select(seat => new FieldMistake(
            "Employee", $"the {seat.Seat} seat is being handed over and changes hands with that (INV-25)")),
    ];

    private static bool IsRefused(SeatAssignment seat, Customer customer, DateOnly today) => seat.Employee is { } employee
        && customer.Team.CheckOf(employee) is { Allowed: false }
        && !customer.Team.ConflictIsWaived(customer.Approvals, employee, today);

    private static bool IsHandedOver(SeatAssignment seat, Team team) => seat.Kind is SeatKind.Primary
        && team.ProcessOf(seat.Seat) is { TakenOn: null, Need.Before: { } before } && seat.Employee != before;

    private static IEnumerable<FieldMistake> OneRole(CustomerRecord record, Team team) => record.Seats
        .Aggregate(team, (all, seat) => all.With(seat))
        .Seats.Where(seat => seat.Employee is not null)
        .GroupBy(seat => seat.Employee)
        .Where(seats => seats.DistinctBy(seat => seat.Role).Count() > 1)
        .Select(seats => new FieldMistake(
            "Employee",
            $"{seats.Key} would hold {string.Join(" and ", seats.Select(seat => $"{seat.Role} {seat.Kind}"))}; "
                + "one person has one role at a customer"));

    private static FieldMistake? NotYet(string field, Quarter quarter, DateOnly today) => quarter.StartsOn > today
        ? new FieldMistake(field, string.Create(CultureInfo.InvariantCulture, $"is {quarter}, which has not begun yet"))
        : null;

    // Most records have no mistake, so what a mistake would be called is made up only for one.
    private static IEnumerable<FieldMistake> Under(Func<string> what, IEnumerable<FieldMistake> mistakes) =>
        mistakes.Select(mistake => mistake with { Field = $"{what()}.{mistake.Field}" });
}
