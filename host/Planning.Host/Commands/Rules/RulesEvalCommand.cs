using Planning.Rules.Books;

namespace Planning.Host.Commands.Rules;

/// <summary>Judges the rules of a workflow, or one of them with its action.</summary>
internal sealed class RulesEvalCommand(CaseRun run, bool explains)
{
    public Task<int> RunAsync(Func<RuleCase> start, CancellationToken cancellationToken) =>
        run.RunAsync(start, asked => AnswerAsync(asked, cancellationToken), cancellationToken);

    private async ValueTask<RuleAnswer> AnswerAsync(RuleCase asked, CancellationToken cancellationToken)
    {
        var book = run.BookFor(asked);
        var workflow = asked.Workflow ?? Only(book);
        var inputs = NamedInputs.Read(asked.Inputs);
        var answer = asked.Rule is { } rule
            ? RuleAnswer.Of(await book.RunAsync(workflow, rule, inputs, cancellationToken))
            : RuleAnswer.Of(await book.EvaluateAsync(workflow, inputs, cancellationToken));
        return explains ? answer with { Trace = book.Explain(workflow, run.AsOf, inputs) } : answer;
    }

    private static string Only(RuleBook book)
    {
        string[] names = [.. book.Names.Order(StringComparer.Ordinal)];
        return names switch
        {
            [var only] => only,
            [] => throw new CaseRefusedException("There are no workflows to judge by."),
            _ => throw new CaseRefusedException($"Say which workflow: {string.Join(", ", names)}."),
        };
    }
}
