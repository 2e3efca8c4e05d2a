using System.Collections.Immutable;
using System.Text.Json;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;

namespace Planning.Host.Imports;

/// <summary>What the files say of one customer, and where they say it.</summary>
internal sealed record CustomerImport(Id<Customer> Id, CustomerRecord Record, ImportSources Sources)
{
    /// <summary>The rows to which a customer's refusal of the whole record goes back.</summary>
    public IReadOnlyList<ImportMistake> Blame(Decision.Refused refused) => refused.Missing is []
        ? [new ImportMistake(Sources.First.File, Sources.First.Row, "", "", refused.Sentence.TrimEnd('.'))]
        : [.. refused.Missing.Select(Blame)];

    // A customer writes the mistakes of its record so: “People[p-helvia-frei].Owner is empty.”.
    private ImportMistake Blame(string mistake)
    {
        var (what, row, columnOf) = Elements(mistake)
            .Where(element => mistake.StartsWith(element.What, StringComparison.Ordinal))
            .DefaultIfEmpty(("", Sources.First, JsonNamingPolicy.SnakeCaseLower.ConvertName))
            .First();
        var field = mistake[what.Length..].Split(' ')[0];
        return new ImportMistake(
            row.File, row.Row, columnOf(field), "", mistake[(what.Length + field.Length)..].Trim().TrimEnd('.'));
    }

    private IEnumerable<(string What, ImportRow Row, Func<string, string> ColumnOf)> Elements(string mistake) =>
    [
        .. Record.Units.Zip(Sources.Units, (unit, row) =>
            ($"Units[{unit.Name}].", row, (Func<string, string>)UnitRows.ColumnOf)),
        .. Record.People.Zip(Sources.People, (person, row) =>
            ($"People[{person.Id}].", row, (Func<string, string>)PersonRows.ColumnOf)),
        .. Record.Metrics.Zip(Sources.Metrics, (metric, row) =>
            ($"Metrics[{MetricDefinition.Of(metric.Metric).Name} {metric.Period}].",
                row,
                (Func<string, string>)MetricRows.ColumnOf)),
        .. Record.Interactions.Zip(Sources.Interactions, (interaction, row) =>
            ($"Interactions[{interaction.Id}].", row, (Func<string, string>)InteractionRows.ColumnOf)),
        .. Record.Seats.Zip(Sources.Seats, (seat, row) => (seat.Employee, row))
            .Where(seat => mistake.Contains($" {seat.Employee} ", StringComparison.Ordinal))
            .Select(seat => ("Seats.", seat.row, (Func<string, string>)JsonNamingPolicy.SnakeCaseLower.ConvertName)),
    ];
}

/// <summary>The rows a record was read from, in the order of the record's elements.</summary>
/// <param name="Registration">Nothing when customers.csv does not name the customer.</param>
internal sealed record ImportSources(
    ImportRow? Registration,
    ImmutableArray<ImportRow> Units,
    ImmutableArray<ImportRow> People,
    ImmutableArray<ImportRow> Seats,
    ImmutableArray<ImportRow> Metrics,
    ImmutableArray<ImportRow> Interactions)
{
    public ImportRow First =>
        Registration ?? Units.Concat(People).Concat(Seats).Concat(Metrics).Concat(Interactions).First();
}
