using System.Globalization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Host.Imports;

/// <summary>A row whose cells are read as what they mean; every cell that cannot be is a mistake.</summary>
/// <remarks>A flawed cell reads as some value of its type, so that the other cells are checked too. Whether the row may be
/// taken in says <see cref="IsSound"/>.</remarks>
internal sealed class Row(
    ImportRow source, IReadOnlyDictionary<string, int> columns, string[] cells, MistakeList mistakes)
{
    private const NumberStyles Plain =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly HashSet<string> _flawed = new(StringComparer.Ordinal);
    private bool _isBroken;

    public ImportRow Source => source;

    public bool IsSound => !_isBroken && _flawed.Count == 0;

    public bool IsWell(string column) => !_flawed.Contains(column);

    /// <summary>The whole row is wrong; what its cells seem to say is no mistake of its own.</summary>
    public void RefuseWhole(string reason)
    {
        mistakes.Add(new ImportMistake(source.File, source.Row, "", "", reason));
        _isBroken = true;
    }

    public void Refuse(string column, string reason) => Refuse(column, Cell(column), reason);

    public void Refuse(string column, string value, string reason)
    {
        _flawed.Add(column);
        if (!_isBroken)
        {
            mistakes.Add(new ImportMistake(source.File, source.Row, column, value, reason));
        }
    }

    /// <summary>What the domain has against the values, where the cell itself was not wrong already.</summary>
    /// <param name="columnOf">The column of a property.</param>
    public void Check(IEnumerable<FieldMistake> found, Func<string, string> columnOf)
    {
        foreach (var (column, message) in found
            .Select(mistake => (Column: columnOf(mistake.Field), mistake.Message))
            .Where(mistake => IsWell(mistake.Column))
            .ToList())
        {
            var cell = Cell(column);
            Refuse(column, cell.Length == 0
                ? message
                : message.Replace(cell, ImportMistake.Shorten(cell), StringComparison.Ordinal));
        }
    }

    public string Text(string column)
    {
        var cell = Cell(column);
        if (cell.AsSpan().IndexOfAny(LineReader.Undecodable, '\uFFFE') >= 0)
        {
            cell = cell.Replace(LineReader.Undecodable, '\uFFFD').Replace('\uFFFE', '\uFFFD');
            Once(column, cell, ImportMistake.NotUtf8);
        }

        if (cell.Contains('\0', StringComparison.Ordinal))
        {
            Once(column, cell, "has a NUL character; the file is damaged here, write the cell again");
        }

        return cell;
    }

    public string? TextOrNothing(string column) => Text(column) is { Length: > 0 } text ? text : null;

    public Id<T> Key<T>(string column) =>
        Read<Id<T>>(column, Id<T>.TryParse, "is no id", "write 1 to 64 lower-case letters, digits and hyphens");

    public Id<T>? KeyOrNothing<T>(string column) => IsEmpty(column) ? null : Key<T>(column);

    public DateOnly Day(string column) => Read<DateOnly>(column, TryDay, "is no day", "write it like 2026-09-30");

    public DateOnly? DayOrNothing(string column) => IsEmpty(column) ? null : Day(column);

    public Quarter Quarter(string column) =>
        Read<Quarter>(column, Accounts.Calendars.Quarter.TryParse, "is no quarter", "write it like 2026-Q3");

    public bool YesNo(string column) => Read<bool>(column, TryYesNo, "is neither true nor false", "write true or false");

    public bool? YesNoOrNothing(string column) => IsEmpty(column) ? null : YesNo(column);

    public int Whole(string column) => Read<int>(column, TryWhole, "is no whole number", "write it like 3");

    public int? WholeOrNothing(string column) => IsEmpty(column) ? null : Whole(column);

    public decimal Number(string column) =>
        Read<decimal>(
            column, TryNumber, "is no number", "write it like 1380.5, with a point and without thousands separators");

    public decimal? NumberOrNothing(string column) => IsEmpty(column) ? null : Number(column);

    public T Word<T>(string column)
        where T : struct, Enum =>
        Read<T>(
            column, (string text, IFormatProvider _, out T word) => Words<T>.TryParse(text, out word), "is none of the words", $"write one of {Words<T>.Listed}");

    public T? WordOrNothing<T>(string column)
        where T : struct, Enum => IsEmpty(column) ? null : Word<T>(column);

    /// <summary>The parts of a cell that is divided by semicolons.</summary>
    public IReadOnlyList<string> List(string column) =>
    [
        .. Text(column)
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal),
    ];

    public IReadOnlyList<T> WordList<T>(string column)
        where T : struct, Enum
    {
        var words = new List<T>();
        foreach (var part in List(column))
        {
            if (Words<T>.TryParse(part, out var word))
            {
                words.Add(word);
            }
            else
            {
                Refuse(column, part, $"is none of the words; write one of {Words<T>.Listed}");
            }
        }

        return words;
    }

    public IReadOnlyList<Id<T>> Keys<T>(string column)
    {
        var keys = new List<Id<T>>();
        var parts = List(column);
        var isText = IsWell(column);
        foreach (var part in parts)
        {
            if (Id<T>.TryParse(part, CultureInfo.InvariantCulture, out var key))
            {
                keys.Add(key);
            }
            else if (isText)
            {
                Refuse(column, part, "is no id; write 1 to 64 lower-case letters, digits and hyphens");
            }
        }

        return keys;
    }

    private static bool TryDay(string text, IFormatProvider provider, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", provider, DateTimeStyles.None, out day);

    private static bool TryYesNo(string text, IFormatProvider provider, out bool yes) => bool.TryParse(text, out yes);

    private static bool TryWhole(string text, IFormatProvider provider, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, provider, out number);

    private static bool TryNumber(string text, IFormatProvider provider, out decimal number) =>
        decimal.TryParse(text, Plain, provider, out number);

    private T Read<T>(string column, Parse<T> parse, string wrong, string right)
        where T : struct
    {
        var text = Text(column);
        if (!parse(text, CultureInfo.InvariantCulture, out var value) && IsWell(column))
        {
            Refuse(column, $"{(text.Length == 0 ? "is empty" : wrong)}; {right}");
        }

        return value;
    }

    private bool IsEmpty(string column) => Cell(column).Length == 0;

    // A column that a file may leave out and does is empty in every row.
    private string Cell(string column) =>
        columns.TryGetValue(column, out var place) && place < cells.Length ? cells[place] : "";

    // A cell may be read twice, as a text and as a part of a check.
    private void Once(string column, string value, string reason)
    {
        if (IsWell(column))
        {
            Refuse(column, value, reason);
        }
    }

    private delegate bool Parse<T>(string text, IFormatProvider provider, out T value);
}
