namespace Planning.Host.Api;

/// <summary>What a body gives, where the reader of JSON cannot judge it.</summary>
internal static class Given
{
    /// <summary>A list without holes: no type can forbid a null in it.</summary>
    /// <exception cref="BadHttpRequestException">An item is null; the message says which.</exception>
    public static IReadOnlyList<T> Whole<T>(IReadOnlyList<T> items)
        where T : class
    {
        foreach (var (at, item) in items.Index())
        {
            if (item is null)
            {
                throw new BadHttpRequestException(FormattableString.Invariant($"Item {at + 1} of the list is null."));
            }
        }

        return items;
    }
}
