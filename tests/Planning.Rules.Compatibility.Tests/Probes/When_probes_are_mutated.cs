using System.Text.Json;
using System.Text.RegularExpressions;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Compatibility.Tests.Probes;

/// <summary>Expressions cut and joined at random: whatever comes of them is judged or told to be wrong, and never an
/// exception.</summary>
public sealed partial class When_probes_are_mutated
{
    private const int Mutants = 2_000;

    private static readonly string[] Expressions =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Probes", "Data", "expressions.jsonl"))
            .Where(line => line.Length > 0)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("expr").GetString()!),
    ];

    private static readonly FactSchema Schema = new(new FactInput("a", typeof(Account)));

    [Theory]
    [InlineData(NullPolicy.Unknown, 1)]
    [InlineData(NullPolicy.Unknown, 2)]
    [InlineData(NullPolicy.RulesEngine, 3)]
    [InlineData(NullPolicy.RulesEngine, 4)]
    public void they_are_judged_or_refused(NullPolicy nulls, int seed)
    {
#pragma warning disable CA5394 // The mutants are to be the same in every run.
        var random = new Random(seed);
        var tokens = Expressions.Select(expression => Token().Matches(expression).Select(one => one.Value).ToArray())
            .Where(one => one is not []).ToArray();
        for (var i = 0; i < Mutants; i++)
        {
            var left = tokens[random.Next(tokens.Length)];
            var right = tokens[random.Next(tokens.Length)];
            string[] mutant = random.Next(3) switch
            {
                0 => [.. left[..random.Next(left.Length + 1)], .. right[random.Next(right.Length)..]],
                1 => [.. left.Select(one => random.Next(4) == 0 ? right[random.Next(right.Length)] : one)],
                _ => ["(", .. left, ")", random.Next(2) == 0 ? "==" : ">", "(", .. right, ")"],
            };
            Judge(string.Join(random.Next(2) == 0 ? " " : "", mutant), nulls);
        }
#pragma warning restore CA5394
    }

    [GeneratedRegex("""\w+|"[^"]*"|\s|[^\w\s]""")]
    private static partial Regex Token();

    private static void Judge(string expression, NullPolicy nulls)
    {
        var json = JsonSerializer.Serialize(new
        {
            WorkflowName = "w",
            GlobalParams = new[] { new { Name = "g", Expression = expression } },
            Rules = new[] { new { RuleName = "R", Expression = expression } },
        });
        try
        {
            var settings = new RuleSettings { Nulls = nulls, Flaws = FlawPolicy.FailTheRule };
            if (RuleSetReader.Read(json, Schema, settings) is RuleSetReading.Sound sound)
            {
                var set = sound.RuleSet;
                _ = set.Evaluate(new RuleParameter("a", Account.Sample()));
                _ = set.Explain(set.Rules[0], new RuleParameter("a", Account.Sample()));
            }
        }
        catch (Exception thrown)
        {
            throw new InvalidOperationException($"{expression} threw {thrown.Message}", thrown);
        }
    }
}
