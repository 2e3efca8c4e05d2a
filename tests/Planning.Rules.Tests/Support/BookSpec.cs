using System.Text.Json;
using Planning.Rules.Books;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Tests.Support;

/// <summary>Puts workflows into a rule book and has them evaluated over JSON.</summary>
public abstract class BookSpec
{
    protected RuleBook Book { get; private set; } = new(RuleSettings.RulesEngine);

    protected static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    protected void GivenABook(RuleSettings settings, FactSchema? schema = null) => Book = new(settings, schema);

    protected void GivenTheWorkflow(string json) =>
        Assert.All(Book.AddOrUpdate(json), answer => Assert.IsType<BookAnswer.Accepted>(answer));

    protected IReadOnlyList<string> MistakesOfAdding(string json) =>
        [.. Book.Add(json).OfType<BookAnswer.Refused>().SelectMany(no => no.Mistakes).Select(one => one.ToString())];

    protected async Task<IReadOnlyList<RuleResult>> EvaluateAsync(string workflow, string json = "{}") =>
        (await Book.EvaluateAsync(workflow, [Input(json)], CancellationToken)).Results;

    protected async Task<RuleRun> RunAsync(string workflow, string rule, string json = "{}") =>
        await Book.RunAsync(workflow, rule, [Input(json)], CancellationToken);

    protected object? Compute(string expression, string json = "{}") =>
        Assert.IsType<Computation.Known>(Book.Compute(expression, Input(json))).Value;

    protected string MistakeIn(string expression, string json = "{}") => Book.Compute(expression, Input(json)) switch
    {
        Computation.Flawed flawed => flawed.Mistakes[0].Message,
        Computation.Failed failed => failed.Reason,
        var known => $"no mistake: {known}",
    };

    protected static RuleParameter Input(string json) => new("input1", JsonSerializer.Deserialize<JsonElement>(json));
}
