namespace Planning.Grains.Store;

/// <summary>The database file is not one this program may open; it was left as it is.</summary>
/// <param name="path">The file.</param>
/// <param name="reason">What is wrong with it and what to do.</param>
public sealed class StoreRefusedException(string path, string reason) : Exception($"{path}: {reason}")
{
    public string Path { get; } = path;

    public string Reason { get; } = reason;
}
