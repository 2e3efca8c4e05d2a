using System.Globalization;

namespace Planning.Benchmarks;

/// <summary>A directory on the disk of the checkout for one run of the benchmarks; gone afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string _root = Path.Combine(
        Artifacts, string.Create(CultureInfo.InvariantCulture, $"benchmarks-{Environment.ProcessId}"));

    private int _directories;

    /// <summary>Where builds go: benchmarks run from artifacts/bin/Planning.Benchmarks/release.</summary>
    public static string Artifacts { get; } =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."));

    /// <returns>A new, empty directory.</returns>
    public string Directory(string name) => System.IO.Directory.CreateDirectory(
        Path.Combine(_root, string.Create(CultureInfo.InvariantCulture, $"{++_directories}-{name}"))).FullName;

    public void Dispose()
    {
        if (System.IO.Directory.Exists(_root))
        {
            System.IO.Directory.Delete(_root, recursive: true);
        }
    }
}
