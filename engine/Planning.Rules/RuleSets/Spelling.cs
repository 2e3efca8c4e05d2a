namespace Planning.Rules.RuleSets;

/// <summary>Finds the name an author probably meant.</summary>
internal static class Spelling
{
    private const int LongestName = 64;

    /// <returns>The nearest name, if it is near: about one slip for every three letters.</returns>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        if (written.Length > LongestName)
        {
            return null;
        }

        var nearest = names
            .Where(name => name.Length <= LongestName)
            .Select(name => (Name: name, Slips: Distance(written, name)))
            .OrderBy(near => near.Slips)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        var slipsAllowed = Math.Min(Math.Max(1, written.Length / 3), written.Length - 1);
        return nearest.Name is not null && nearest.Slips <= slipsAllowed ? nearest.Name : null;
    }

    // A name cut short is near as well: one slip for whatever was left off.
    private static int Distance(string written, string name) => written.Length < name.Length
        ? Math.Min(Slips(written, name), Slips(written, name[..written.Length]) + 1)
        : Slips(written, name);

    // Optimal string alignment: insert, delete, change, or swap two neighbours.
    private static int Slips(string left, string right)
    {
        var row = new int[left.Length + 1][];
        for (var i = 0; i <= left.Length; i++)
        {
            row[i] = new int[right.Length + 1];
            for (var j = 0; j <= right.Length; j++)
            {
                row[i][j] = i == 0 || j == 0 ? i + j : Cheapest(row, left, right, i, j);
            }
        }

        return row[left.Length][right.Length];
    }

    private static int Cheapest(int[][] row, string left, string right, int i, int j)
    {
        var change = Same(left[i - 1], right[j - 1]) ? 0 : 1;
        var best = Math.Min(Math.Min(row[i - 1][j] + 1, row[i][j - 1] + 1), row[i - 1][j - 1] + change);
        var swapped = i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]);
        return swapped ? Math.Min(best, row[i - 2][j - 2] + 1) : best;
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
