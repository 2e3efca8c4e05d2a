using System.Text.Json;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Host.Imports;

/// <summary>people.csv: a row is a person at a customer.</summary>
internal static class PersonRows
{
    public static IReadOnlyList<string> Columns { get; } =
    [
        "id", "customer", "name", "title", "unit", "process_role", "influence_now", "influence_future", "stance",
        "level", "target_level", "owner",
    ];

    /// <summary>What a file may leave out: then nothing is taken back.</summary>
    public static IReadOnlyList<string> Optional { get; } = ["reports_to", "rank", "preferred_channel", "consent"];

    public static void Take(Row row, Intake intake)
    {
        var draft = intake.Customer(row, "customer");
        var person = new Person(
            row.Key<Person>("id"),
            row.Text("name"),
            row.Text("title"),
            row.Text("unit"),
            row.WordOrNothing<ProcessRole>("process_role"),
            row.Whole("influence_now"),
            row.Whole("influence_future"),
            row.Word<Stance>("stance"),
            row.Whole("level"),
            row.Whole("target_level"),
            row.KeyOrNothing<Employee>("owner"))
        {
            ReportsTo = row.KeyOrNothing<Person>("reports_to"),
            Rank = row.WholeOrNothing("rank"),
            PreferredChannel = row.WordOrNothing<ContactKind>("preferred_channel"),
            Consent = row.WordOrNothing<ConsentBasis>("consent"),
        };
        if (person.Owner is { } owner)
        {
            intake.RequireEmployee(row, "owner", owner);
        }

        if (draft is not null && !draft.UnitNames.Contains(person.Unit))
        {
            row.Refuse("unit", intake.UnitRows.WhyNot(
                (draft.Id, person.Unit), $"is no unit of {draft.Id}; add it to units.csv"));
        }

        // Of an unknown customer nobody can tell the units.
        row.Check(person.Mistakes(unit => draft?.UnitNames.Contains(unit) ?? true), ColumnOf);
        if (person.Id.Value is not null)
        {
            Intake.Enter(row, "id", intake.PersonRows, person.Id, "each person");
        }

        if (draft is not null && person.Id.Value is not null)
        {
            Take(row, intake, draft, person);
        }
    }

    /// <summary>The column of a property.</summary>
    public static string ColumnOf(string property) => property == nameof(Person.Role)
        ? "process_role"
        : JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    private static void Take(Row row, Intake intake, CustomerDraft draft, Person person)
    {
        var named = (draft.Id, Intake.Folded(person.Name), Intake.Folded(person.Title));
        if (!intake.NamedPeople.TryAdd(named, (person.Id, row.Source.Row))
            && intake.NamedPeople[named] is var (id, line)
            && id != person.Id)
        {
            row.Refuse("name", FormattableString.Invariant(
                $"is a duplicate of {id} in row {line}: the same customer, name and title"));
        }

        if (row.IsSound)
        {
            intake.PersonRows.Take(person.Id);
            draft.PersonIds.Add(person.Id);
            draft.People.Add(new(person, row.Source));
        }
    }
}
