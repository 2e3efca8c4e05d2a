namespace Planning.Benchmarks;

/// <summary>A small table of text: the first column to the left, numbers to the right.</summary>
internal static class Table
{
    public static void Print(string title, string[] head, IEnumerable<string[]> rows)
    {
        string[][] all = [head, .. rows];
        var widths = head.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        Console.WriteLine();
        Console.WriteLine(title);
        Console.WriteLine();
        foreach (var (number, row) in all.Index())
        {
            Console.WriteLine("  " + string.Join("  ", row.Select((cell, column) =>
                column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
            if (number == 0)
            {
                Console.WriteLine("  " + string.Join("  ", widths.Select(width => new string('-', width))));
            }
        }
    }
}
