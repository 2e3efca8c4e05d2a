using System.Globalization;
using System.Text;

namespace Planning.Workflows.Generation;

/// <summary>The text of a generated file: the importer's own format.</summary>
internal static class Cells
{
    /// <summary>Adds one row; a cell is quoted where it must be.</summary>
    public static void Row(this StringBuilder text, params ReadOnlySpan<object?> cells)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            text.Append(index == 0 ? "" : ",").Append(Quoted(Cell(cells[index])));
        }

        text.Append('\n');
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\n")
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
