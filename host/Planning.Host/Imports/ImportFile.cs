namespace Planning.Host.Imports;

/// <summary>A file that somebody wants taken in: on a disk, or handed over by an upload.</summary>
/// <param name="Name">Without folder; it says what the rows are, as <c>people.csv</c>.</param>
/// <param name="Length">In bytes, for the progress only; 0 when nobody knows.</param>
/// <param name="Open">Opens it at its beginning; the reader closes it.</param>
internal sealed record ImportFile(string Name, long Length, Func<Stream> Open)
{
    public static ImportFile OnDisk(FileInfo file) => new(file.Name, file.Length, file.OpenRead);
}

/// <summary>How far an import is.</summary>
/// <param name="File">The file being read.</param>
/// <param name="BytesRead">Of all files of the import so far.</param>
/// <param name="TotalBytes">Of all files of the import.</param>
internal readonly record struct ImportProgress(string File, long BytesRead, long TotalBytes);
