namespace Planning.Host.Imports;

/// <summary>The text of one row of a CSV file: a line, or several when a quoted cell holds line breaks.</summary>
/// <param name="Line">The line it starts in.</param>
/// <param name="Flaw">Why it cannot be divided into cells; nothing for a sound row.</param>
internal readonly record struct RowText(int Line, string Text, RowFlaw? Flaw);

/// <param name="Cell">Which cell it is, from 0.</param>
internal sealed record RowFlaw(int Cell, string Value, string Reason);

/// <summary>Finds where each row ends, so that a broken row takes no other row with it.</summary>
/// <remarks>A row whose quotes do not come out even is taken to be its first line only, and the lines after it are read
/// again as rows of their own. That stays linear: a line that leaves an open quote open has an even number of quotes, and
/// so opens none when it is read again.</remarks>
internal sealed class RowReader(LineReader lines)
{
    private const string NoCsv = "the file is no CSV text; save it as CSV in UTF-8";
    private const string NeverClosed =
        "a quote opens the cell and is never closed; close it, and double a quote that belongs to the text, as \"\"";
    private const string AfterQuote = "text follows the closing quote; double a quote that belongs to the text, as \"\"";
    private const string QuoteInside =
        "a quote stands inside the cell; put the whole cell in quotes and double the quote, as \"\"";

    private static readonly string TooLong =
        FormattableString.Invariant($"the line has more than {LineReader.MaxCharacters:N0} characters");

    private readonly Stack<Line> _again = new();
    // The first row says how many cells a row has.
    private int? _width;

    /// <returns>Nothing after the last row; lines with nothing in them are no rows.</returns>
    public RowText? Next()
    {
        while (Take() is { } line)
        {
            if (line.TooLong)
            {
                return Flawed(line, new RowFlaw(0, line.Text, TooLong));
            }

            if (_width is null && line.Text.Any(c => char.IsControl(c) && c != '\t'))
            {
                return Flawed(line, new RowFlaw(0, line.Text, NoCsv));
            }

            if (!line.Text.AsSpan().Trim().Trim(LineReader.ByteOrderMark).IsEmpty)
            {
                return Whole(line);
            }
        }

        return null;
    }

    private static RowText Flawed(Line line, RowFlaw flaw) => new(line.Number, line.Text, flaw);

    private RowText Whole(Line first)
    {
        var scan = new QuoteScan();
        List<Line> all = [first];
        var length = first.Text.Length;
        scan.Follow(first.Text);
        while (scan.IsOpen && Take() is { } line)
        {
            all.Add(line);
            length += line.Text.Length + 1;
            if (line.TooLong || length > LineReader.MaxCharacters)
            {
                break;
            }

            scan.Follow(line.Text);
        }

        var reason = scan switch
        {
            { IsOpen: true } => NeverClosed,
            { HasTextAfterQuote: true } => AfterQuote,
            { HasQuoteInside: true } => QuoteInside,
            _ when all.Count > 1 && _width is { } width && scan.Cell + 1 != width => NeverClosed,
            _ => null,
        };
        if (reason is null)
        {
            _width ??= scan.Cell + 1;
            return new RowText(first.Number, string.Join('\n', all.Select(line => line.Text)), null);
        }

        all.Skip(1).Reverse().ToList().ForEach(_again.Push);
        return Flawed(first, all.Count == 1 ? scan.FlawIn(first.Text, reason) : Opened(first));
    }

    // However a row of several lines ends, its trouble began with the quote that its first line leaves open.
    private static RowFlaw Opened(Line first)
    {
        var scan = new QuoteScan();
        scan.Follow(first.Text);
        return scan.FlawIn(first.Text, NeverClosed);
    }

    private Line? Take() => _again.TryPop(out var line) ? line : lines.Next();
}
