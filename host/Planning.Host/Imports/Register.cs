namespace Planning.Host.Imports;

/// <summary>Which rows of one file are about what, so that a second one is noticed.</summary>
/// <param name="file">The file in which the keys are at home.</param>
internal sealed class Register<TKey>(string file)
    where TKey : notnull
{
    private readonly Dictionary<TKey, (int Row, bool IsTaken)> _rows = [];

    /// <returns>The earlier row about the same; nothing when this is the first.</returns>
    public int? Enter(TKey key, int row) => _rows.TryAdd(key, (row, false)) ? null : _rows[key].Row;

    public void Take(TKey key) => _rows[key] = _rows[key] with { IsTaken = true };

    public bool HasTaken(TKey key) => _rows.GetValueOrDefault(key).IsTaken;

    /// <summary>Why nothing is known of a key: its own row is flawed, or there is none.</summary>
    public string WhyNot(TKey key, string otherwise) => _rows.TryGetValue(key, out var entry)
        ? FormattableString.Invariant($"is left out itself, for the mistake in row {entry.Row} of {file}")
        : otherwise;
}
