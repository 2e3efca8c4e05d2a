using Planning.Grains.Store;

namespace Planning.Host.Api;

/// <summary>Lists of workflow instances and of what they did, page by page.</summary>
internal static class WorkflowPages
{
    private const int MostRows = 1000;

    /// <exception cref="BadHttpRequestException">Too few or too many were asked for.</exception>
    public static int Size(int take) => take is >= 1 and <= MostRows
        ? take
        : throw new BadHttpRequestException($"take is {take}; it must be from 1 to {MostRows}.");

    /// <param name="rows">As many as were asked for when there may be more.</param>
    public static ListView<InstanceRow> Of(IReadOnlyList<InstanceRow> rows, bool incidents, int take) => new(
        [.. rows.Where(row => !incidents || row.HasOpenIncidents)],
        rows.Count == take ? rows[^1].Id : null);

    public static async Task<ListView<LogEntry>> LogAsync(
        IWorkflows workflows, string instance, long from, int take, CancellationToken cancellationToken)
    {
        var entries = await workflows.LogAsync(instance, from, Size(take), cancellationToken);
        return new ListView<LogEntry>(
            entries, entries.Count == take ? FormattableString.Invariant($"{entries[^1].Sequence + 1}") : null);
    }
}
