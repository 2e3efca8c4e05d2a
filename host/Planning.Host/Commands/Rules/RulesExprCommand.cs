namespace Planning.Host.Commands.Rules;

/// <summary>Computes an expression that stands alone.</summary>
internal sealed class RulesExprCommand(CaseRun run)
{
    public Task<int> RunAsync(Func<RuleCase> start, CancellationToken cancellationToken) =>
        run.RunAsync(start, asked => ValueTask.FromResult(Answer(asked)), cancellationToken);

    private RuleAnswer Answer(RuleCase asked) => asked.Expression is { } expression
        ? RuleAnswer.Of(run.BookFor(asked).Compute(expression, NamedInputs.Read(asked.Inputs)))
        : throw new CaseRefusedException("The case has no `expression`.");
}
