using Planning.Rules.Books;
using Planning.Rules.RuleSets;

namespace Planning.Host.Commands.Rules;

/// <summary>Puts cases to rules, one or many, and prints the answers.</summary>
/// <param name="asOf">What rules that ask for the time are told; nothing where they may not ask.</param>
/// <param name="batched">Cases come as lines on standard input.</param>
/// <param name="asText">One answer is printed for people; several are always JSON.</param>
internal sealed class CaseRun(DateTimeOffset? asOf, bool batched, bool asText = false)
{
    // Cases of a batch tend to share their rules; those of one that does not are not kept for ever.
    private const int KeptBooks = 64;

    private readonly Dictionary<(string? Workflows, string? Settings), RuleBook> _books = [];

    /// <summary>The day the facts are of, where somebody said it.</summary>
    public DateOnly? AsOf => asOf is { } moment ? DateOnly.FromDateTime(moment.UtcDateTime) : null;

    /// <returns>0 when every case was answered, 1 when one was not.</returns>
    public async Task<int> RunAsync(
        Func<RuleCase> start, Func<RuleCase, ValueTask<RuleAnswer>> answer, CancellationToken cancellationToken)
    {
        RuleCase first;
        try
        {
            first = start();
        }
        catch (CaseRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return DataDirectory.Refused;
        }

        if (!batched)
        {
            return await PrintAsync(() => answer(first));
        }

        var exit = 0;
        while (await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                exit |= await PrintAsync(() => answer(first.With(line)));
            }
        }

        return exit;
    }

    /// <summary>A book with the workflows of the case, in the way its settings say.</summary>
    /// <exception cref="BookRefusedException">A workflow or a setting is flawed.</exception>
    public RuleBook BookFor(RuleCase asked)
    {
        var key = (asked.Workflows?.GetRawText(), asked.Settings?.GetRawText());
        if (_books.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_books.Count == KeptBooks)
        {
            _books.Clear();
        }

        var mistakes = new List<Diagnostic>();
        var settings = RuleSettings.RulesEngine with { Clock = asOf is { } moment ? new StoppedClock(moment) : null };
        if (asked.Settings is { } given)
        {
            settings = RuleSettingsReader.Read(given, settings, mistakes);
        }

        var book = new RuleBook(settings);
        var answers = asked.Workflows is { } workflows ? book.Add(workflows.GetRawText()) : [];
        mistakes.AddRange(answers.OfType<BookAnswer.Refused>().SelectMany(refused => refused.Mistakes));
        return mistakes is [] ? _books[key] = book : throw new BookRefusedException(mistakes);
    }

    private async Task<int> PrintAsync(Func<ValueTask<RuleAnswer>> answer)
    {
        var told = await ToldAsync(answer);
        Console.WriteLine(asText && !batched ? told.ToText() : told.ToJson(onOneLine: batched));
        return told.IsAnswered ? 0 : 1;
    }

    private static async ValueTask<RuleAnswer> ToldAsync(Func<ValueTask<RuleAnswer>> answer)
    {
        try
        {
            return await answer();
        }
        catch (BookRefusedException refused)
        {
            return new RuleAnswer { Mistakes = refused.Mistakes };
        }
        catch (Exception refusal) when (refusal is CaseRefusedException or RuleFailedException or ArgumentException)
        {
            return new RuleAnswer { Failure = refusal.Message };
        }
    }

    private sealed class StoppedClock(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}

/// <summary>The rules or settings of a case cannot be worked by.</summary>
internal sealed class BookRefusedException(IReadOnlyList<Diagnostic> mistakes) : Exception
{
    public IReadOnlyList<Diagnostic> Mistakes { get; } = mistakes;
}
