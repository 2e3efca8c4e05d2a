using System.Text.Json.Serialization;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Host.Imports;

/// <summary>interactions.csv: a row is a contact with people of a customer.</summary>
internal static class InteractionRows
{
    [JsonConverter(typeof(JsonStringEnumConverter<Direction>))]
    private enum Direction
    {
        [JsonStringEnumMemberName("ours")]
        Ours,
        [JsonStringEnumMemberName("theirs")]
        Theirs,
    }

    public static IReadOnlyList<string> Columns { get; } =
    [
        "id", "customer", "people", "employees", "on", "means", "direction", "two_way", "topic", "outcome", "next_step",
    ];

    /// <summary>What a file may leave out: then nobody has said.</summary>
    public static IReadOnlyList<string> Optional { get; } = ["minutes", "mass"];

    public static void Take(Row row, Intake intake)
    {
        var draft = intake.Customer(row, "customer");
        var interaction = new Interaction(
            row.Key<Interaction>("id"),
            row.Day("on"),
            row.Word<Means>("means"),
            row.Word<Direction>("direction") == Direction.Theirs,
            row.YesNo("two_way"),
            [.. row.Keys<Person>("people")],
            [.. row.Keys<Employee>("employees")],
            row.Text("topic"),
            row.TextOrNothing("outcome"),
            row.TextOrNothing("next_step"))
        {
            Minutes = row.WholeOrNothing("minutes"),
            Mass = row.YesNoOrNothing("mass") ?? false,
        };
        foreach (var employee in interaction.Employees)
        {
            intake.RequireEmployee(row, "employees", employee);
        }

        foreach (var person in interaction.People.Where(person => draft is not null && !draft.PersonIds.Contains(person)))
        {
            row.Refuse("people", person.Value, WhyUnknown(intake, draft!.Id, person));
        }

        // Of an unknown customer nobody can tell the people.
        row.Check(interaction.Mistakes(person => draft?.PersonIds.Contains(person) ?? true, intake.Today), ColumnOf);
        if (interaction.Id.Value is null)
        {
            return;
        }

        Intake.Enter(row, "id", intake.InteractionRows, interaction.Id, "each interaction");
        if (draft is not null && row.IsSound)
        {
            draft.Interactions.Add(new(interaction, row.Source));
        }
    }

    /// <summary>The column of a property.</summary>
    public static string ColumnOf(string property) => property.ToLowerInvariant();

    private static string WhyUnknown(Intake intake, Id<Customer> customer, Id<Person> person) =>
        intake.PersonRows.HasTaken(person)
            ? $"is nobody at {customer}, but at another customer"
            : intake.PersonRows.WhyNot(person, $"is nobody known at {customer}; add the person to people.csv");
}
