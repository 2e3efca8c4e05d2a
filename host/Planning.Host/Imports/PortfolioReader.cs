using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Planning.Host.Tests")]

namespace Planning.Host.Imports;

/// <summary>Reads a portfolio from files: those of a folder, or one alone.</summary>
/// <remarks>Files are read row by row in bounded memory; what is kept are the good rows. It decides nothing and writes
/// nothing: taking over is the customers' matter.</remarks>
internal static class PortfolioReader
{
    private const string VendorName = "vendor.json";

    // In this order a file may name what an earlier one brings.
    private static readonly (string Name, TableColumns Columns, Action<Row, Intake> Take)[] Tables =
    [
        ("employees.csv", new(EmployeeRows.Columns, EmployeeRows.Optional), EmployeeRows.Take),
        ("customers.csv", new(CustomerRows.Columns, CustomerRows.Optional), CustomerRows.Take),
        ("units.csv", new(UnitRows.Columns, []), UnitRows.Take),
        ("people.csv", new(PersonRows.Columns, PersonRows.Optional), PersonRows.Take),
        ("seats.csv", new(SeatRows.Columns, SeatRows.Optional), SeatRows.Take),
        ("metrics.csv", new(MetricRows.Columns, []), MetricRows.Take),
        ("interactions.csv", new(InteractionRows.Columns, InteractionRows.Optional), InteractionRows.Take),
        ("criteria.csv", new(CriterionRows.Columns, CriterionRows.Optional), CriterionRows.Take),
        ("schemes.csv", new(SchemeRows.Columns, SchemeRows.Optional), SchemeRows.Take),
        ("evidence.csv", new(EvidenceRows.Columns, EvidenceRows.Optional), EvidenceRows.Take),
    ];

    private static readonly string[] Names = [VendorName, .. Tables.Select(table => table.Name)];

    private static readonly string AllNames = string.Join(", ", [.. Names, "history.jsonl"]);

    /// <param name="path">A folder with any of the files, or one of them.</param>
    /// <param name="today">What lies after it has not happened yet.</param>
    /// <param name="progress">Told after every 64 KiB.</param>
    public static ImportReading Read(
        string path,
        KnownPortfolio known,
        DateOnly today,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var files = Directory.Exists(path)
            ? new DirectoryInfo(path).GetFiles().Where(IsTable).OrderBy(file => file.Name, StringComparer.Ordinal)
            : new[] { new FileInfo(path) }.Where(file => file.Exists);
        return Read(path, [.. files.Select(ImportFile.OnDisk)], known, today, progress, cancellationToken);
    }

    /// <inheritdoc cref="Read(string, KnownPortfolio, DateOnly, IProgress{ImportProgress}?, CancellationToken)"/>
    public static ImportReading Read(
        IReadOnlyList<ImportFile> files,
        KnownPortfolio known,
        DateOnly today,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) => Read("import", files, known, today, progress, cancellationToken);

    private static ImportReading Read(
        string source,
        IReadOnlyList<ImportFile> files,
        KnownPortfolio known,
        DateOnly today,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (files is [])
        {
            return NoFile(source);
        }

        var intake = new Intake(known, today);
        List<ImportFile> ours =
        [
            .. Names.Select(name => files.FirstOrDefault(file => IsCalled(file, name))).OfType<ImportFile>(),
            .. files.Where(file => PastActs.IsCalled(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal),
        ];
        PassOver([.. files.Except(ours)], ours.Count, intake.Mistakes);
        var total = ours.Sum(file => file.Length);
        var done = 0L;
        foreach (var file in ours)
        {
            Take(file, intake, bytes =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                done += bytes;
                progress?.Report(new ImportProgress(file.Name, done, Math.Max(done, total)));
            });
        }

        return new ImportReading(
            intake.Vendor,
            intake.Employees,
            [.. intake.Drafts.Select(draft => draft.Finish()).OfType<CustomerImport>()],
            [.. intake.Acts.OrderBy(act => act.Act.On)],
            intake.Files,
            intake.Mistakes.InOrder([.. ours.Select(file => file.Name)]),
            intake.Mistakes.Unlisted,
            intake.Mistakes.Warnings);
    }

    private static void Take(ImportFile file, Intake intake, Action<int> onBytes)
    {
        try
        {
            if (IsCalled(file, VendorName))
            {
                VendorFile.Take(file, intake, onBytes);
                return;
            }

            if (PastActs.IsCalled(file.Name))
            {
                PastActs.Take(file, intake, onBytes);
                return;
            }

            var (name, columns, take) = Tables.Single(table => IsCalled(file, table.Name));
            foreach (var row in Table.Read(file, columns, intake.Mistakes, onBytes))
            {
                take(row, intake);
            }

            if (name == "seats.csv")
            {
                SeatRows.Settle(intake);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var reason = $"the file cannot be read: {fault.Message.TrimEnd('.')}";
            intake.Mistakes.Add(new ImportMistake(file.Name, 0, "", "", reason));
        }
    }

    private static ImportReading NoFile(string source)
    {
        var mistake = new ImportMistake(
            source,
            0,
            "",
            "",
            $"there is no file to read; give a folder with any of {AllNames}, or one of them");
        return new ImportReading(Vendor: null, [], [], [], [], [mistake], 0, []);
    }

    private static void PassOver(IReadOnlyList<ImportFile> others, int ours, MistakeList mistakes)
    {
        foreach (var file in others)
        {
            var remark = new ImportMistake(
                file.Name, 0, "", "", $"the name does not say what the rows are; call it one of {AllNames}");
            if (ours == 0)
            {
                mistakes.Add(remark);
            }
            else
            {
                mistakes.Warn(remark with { Reason = "nobody reads this file; " + remark.Reason });
            }
        }
    }

    private static bool IsCalled(ImportFile file, string name) => name.Equals(file.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsTable(FileInfo file) => file.Extension.ToUpperInvariant() is ".CSV" or ".JSON" or ".JSONL";
}
