using System.Text.Json;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Compatibility.Tests.Probes;

/// <summary>Rules are interpreted at first and become machine code when they are judged often; nobody may see when.</summary>
public sealed class When_a_rule_is_judged_often
{
    private const int Often = 120;

    private static readonly FactSchema Schema = new(new FactInput("a", typeof(Account)));

    private static readonly string[] Expressions =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Probes", "Data", "expressions.jsonl"))
            .Where(line => line.Length > 0)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("expr").GetString()!)
            .Distinct(),
    ];

    [Theory]
    [InlineData(NullPolicy.Unknown)]
    [InlineData(NullPolicy.RulesEngine)]
    public void its_last_answer_is_its_first(NullPolicy nulls)
    {
        var judged = 0;
        foreach (var expression in Expressions)
        {
            RuleSet[] sets = [.. ReadAsValue(expression, nulls), .. ReadAsCondition(expression, nulls)];
            foreach (var set in sets)
            {
                var first = Answer(set);
                for (var i = 0; i < Often; i++)
                {
                    _ = Answer(set);
                }

                Assert.Equal($"{expression}: {first}", $"{expression}: {Answer(set)}");
                judged++;
            }
        }

        Assert.True(judged > 200, $"Only {judged} expressions were judged.");
    }

    private static IEnumerable<RuleSet> ReadAsValue(string expression, NullPolicy nulls) => Read(
        new
        {
            WorkflowName = "w",
            GlobalParams = new[] { new { Name = "value", Expression = expression } },
            Rules = new[] { new { RuleName = "same", Expression = "value == value" } },
        },
        nulls);

    private static IEnumerable<RuleSet> ReadAsCondition(string expression, NullPolicy nulls) => Read(
        new { WorkflowName = "w", Rules = new[] { new { RuleName = "condition", Expression = expression } } },
        nulls);

    // Only what binds can be judged.
    private static IEnumerable<RuleSet> Read(object file, NullPolicy nulls) =>
        RuleSetReader.Read(JsonSerializer.Serialize(file), Schema, nulls) is RuleSetReading.Sound sound
            ? [sound.RuleSet]
            : [];

    private static string Answer(RuleSet set)
    {
        var account = new RuleParameter("a", Account.Sample());
        var results = set.Evaluate(account).Results.Select(result => $"{result.IsSuccess} {result.Message}");
        return $"{string.Join(' ', results)} {string.Join(' ', set.Globals(account).Values.Select(Shown))}";
    }

    private static string Shown(object? value) => value switch
    {
        DataRecord record => JsonSerializer.Serialize(record.ToDictionary()),
        System.Collections.IEnumerable list and not string => string.Join(',', list.Cast<object?>().Select(Shown)),
        _ => $"{value}",
    };
}
