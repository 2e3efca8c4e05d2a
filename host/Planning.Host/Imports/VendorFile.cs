using System.Text.Json;
using System.Text.Unicode;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;

namespace Planning.Host.Imports;

/// <summary>vendor.json: who we are, and our own figures by quarter.</summary>
internal static class VendorFile
{
    private const int MaxBytes = 1_048_576;

    private const string NoObject =
        "the file is no JSON object with name, reportingCurrency and figures; look at the quotes, commas and brackets here";

    private static readonly string[] VendorColumns = ["name", "reportingCurrency"];
    private static readonly string[] FigureColumns = ["period", "revenueTtm", "contributionPct", "frontlineFte"];

    public static void Take(ImportFile file, Intake intake, Action<int> onBytes)
    {
        var bytes = Bytes(file, onBytes);
        if (Flaw(bytes) is { } flaw)
        {
            intake.Mistakes.Add(new ImportMistake(file.Name, flaw.Row, "", "", flaw.Reason));
            return;
        }

        try
        {
            var (root, figures) = new JsonRows(WithoutMark(bytes), "figures").Read();
            Take(file.Name, root, figures, intake);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            var row = broken is JsonException { LineNumber: { } line } ? (int)line + 1 : 0;
            intake.Mistakes.Add(new ImportMistake(file.Name, row, "", "", NoObject));
        }
    }

    private static void Take(string file, JsonRow root, IReadOnlyList<JsonRow> figures, Intake intake)
    {
        var vendor = AsRow(file, root, VendorColumns, intake);
        var name = vendor.Text("name");
        var currency = vendor.Text("reportingCurrency");
        vendor.Check(FieldMistake.Among(FieldMistake.Blank("name", name)), column => column);
        if (currency.Length == 3 && currency.All(char.IsAsciiLetterUpper))
        {
            intake.ReportingCurrency = currency;
        }
        else
        {
            vendor.Refuse("reportingCurrency", "is no currency; write three capital letters like EUR");
        }

        var periods = new Register<Quarter>(file);
        var sound = figures.Select(row => AsRow(file, row, FigureColumns, intake))
            .Select(row => Figures(row, periods, currency))
            .OfType<VendorFigures>()
            .ToList();
        intake.Vendor = vendor.IsSound ? new VendorImport(name, currency, sound) : null;
    }

    private static VendorFigures? Figures(Row row, Register<Quarter> periods, string currency)
    {
        var figures = new VendorFigures(
            row.Quarter("period"),
            new Money(row.Number("revenueTtm"), currency),
            row.Number("contributionPct"),
            row.Number("frontlineFte"));
        row.Check(figures.Mistakes(), property => property == nameof(VendorFigures.Revenue)
            ? "revenueTtm"
            : JsonNamingPolicy.CamelCase.ConvertName(property));
        if (figures.Period != default)
        {
            Intake.Enter(row, "period", periods, figures.Period, "each quarter");
        }

        return row.IsSound ? figures : null;
    }

    private static Row AsRow(string file, JsonRow row, string[] columns, Intake intake)
    {
        foreach (var name in row.Texts.Keys.Except(columns, StringComparer.Ordinal))
        {
            intake.Mistakes.Warn(new ImportMistake(
                file, row.Line, ImportMistake.Shorten(name), "", "nobody reads this property"));
        }

        return new Row(
            new ImportRow(file, row.Line),
            columns.Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal),
            [.. columns.Select(column => row.Texts.GetValueOrDefault(column, "").Trim())],
            intake.Mistakes);
    }

    private static byte[] Bytes(ImportFile file, Action<int> onBytes)
    {
        using var stream = file.Open();
        var bytes = new byte[MaxBytes + 1];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        onBytes(read);
        return bytes[..read];
    }

    private static (int Row, string Reason)? Flaw(byte[] bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return (0, FormattableString.Invariant(
                $"the file has more than {MaxBytes:N0} bytes; it holds only our own name and figures"));
        }

        if (bytes.Length == 0)
        {
            return (0, "the file is empty; it must be a JSON object with name, reportingCurrency and figures");
        }

        return Utf8.IsValid(bytes) ? null : (LineOfBadByte(bytes), "the row " + ImportMistake.NotUtf8);
    }

    private static int LineOfBadByte(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var lines = new LineReader(stream, static _ => { });
        while (lines.Next() is { } line)
        {
            if (line.Text.Contains(LineReader.Undecodable, StringComparison.Ordinal))
            {
                return line.Number;
            }
        }

        return 0;
    }

    private static ReadOnlySpan<byte> WithoutMark(byte[] bytes) =>
        bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
}
