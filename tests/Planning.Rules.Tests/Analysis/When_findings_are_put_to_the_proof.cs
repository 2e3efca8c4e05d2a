using System.Text.Json;
using Planning.Rules.Analysis;
using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Analysis;

#pragma warning disable CA5394 // chance with a seed, for tests

/// <summary>Rules written by chance, and what was proved of them tried out on customers made by chance.</summary>
public sealed class When_findings_are_put_to_the_proof : RuleSpec
{
    private const int Written = 3_000;
    private const int Tried = 10_000;
    private const int AtLeast = 25;

    private static readonly Customer[] Customers = [.. Made(new Random(20260930))];

    [Theory]
    [InlineData(NullPolicy.Unknown)]
    [InlineData(NullPolicy.RulesEngine)]
    public void what_can_never_be_true_is_true_of_nobody(NullPolicy nulls)
    {
        var chance = new Random(1);
        var proved = 0;
        for (var i = 0; i < Written && proved < AtLeast; i++)
        {
            var set = Sound(Workflow(Condition(chance, depth: 3)), nulls);
            if (RuleSetAnalysis.Of(set).Any(finding => finding.Code is FindingCode.NeverTrue
                && finding.Sentence.StartsWith("R can never be true", StringComparison.Ordinal)))
            {
                proved++;
                Assert.All(Customers, customer => Assert.NotEqual(true, Holds(set, 0, customer)));
            }
        }

        Assert.True(proved >= AtLeast, $"Only {proved} contradictions were written by chance.");
    }

    [Fact]
    public void what_is_true_whenever_it_is_known_is_false_of_nobody()
    {
        var chance = new Random(2);
        var proved = 0;
        for (var i = 0; i < Written && proved < AtLeast; i++)
        {
            var set = Sound(Workflow($"!({Condition(chance, depth: 3)})"));
            if (RuleSetAnalysis.Of(set).Any(finding => finding.Sentence == "R is true whenever it is known."))
            {
                proved++;
                Assert.All(Customers, customer => Assert.NotEqual(false, Holds(set, 0, customer)));
            }
        }

        Assert.True(proved >= AtLeast, $"Only {proved} tautologies were written by chance.");
    }

    [Fact]
    public void a_shadowed_rule_is_true_of_nobody_without_the_rule_above_it()
    {
        var chance = new Random(3);
        var proved = 0;
        for (var i = 0; i < Written && proved < AtLeast; i++)
        {
            var set = Sound($$"""
                { "WorkflowName": "w", "Rules": [
                  { "RuleName": "HIGH", "Expression": {{JsonSerializer.Serialize(Condition(chance, depth: 2))}}, "Properties": { "group": "g", "priority": 2 } },
                  { "RuleName": "LOW", "Expression": {{JsonSerializer.Serialize(Condition(chance, depth: 2))}}, "Properties": { "group": "g", "priority": 1 } } ] }
                """);
            if (RuleSetAnalysis.Of(set).Any(finding => finding.Code is FindingCode.Shadowed))
            {
                proved++;
                Assert.All(Customers, customer =>
                    Assert.True(Holds(set, 1, customer) is not true || Holds(set, 0, customer) is true));
            }
        }

        Assert.True(proved >= AtLeast, $"Only {proved} shadowed rules were written by chance.");
    }

    [Fact]
    public void what_is_told_with_an_example_is_so_at_the_example()
    {
        var chance = new Random(4);
        var told = new Dictionary<string, int>
        {
            [FindingCode.Shadowed] = 0,
            [FindingCode.Conflict] = 0,
            [FindingCode.Gap] = 0,
            [FindingCode.NoBand] = 0,
        };
        for (var i = 0; i < Written && told.Values.Min() < AtLeast; i++)
        {
            var set = Sound($$"""{ "WorkflowName": "w", "Rules": [ {{string.Join(",", Enumerable.Range(0, 3).Select(at => Rule(chance, at)))}} ] }""");
            foreach (var finding in RuleSetAnalysis.Of(set).Where(finding => finding.Example is not null))
            {
                told[finding.Code]++;
                bool?[] truths = [.. finding.Rules.Select(rule => Holds(set, rule[1] - '0', Like(finding.Example!)))];
                Assert.True(
                    finding.Code switch
                    {
                        FindingCode.Gap => truths.All(truth => truth is false),
                        FindingCode.NoBand => truths[1] is true,
                        _ => truths[0] is true && truths.Skip(1).Any(truth => truth is true),
                    },
                    $"{finding} {JsonSerializer.Serialize(set.Rules.Select(rule => rule.Expression))}");
            }
        }

        Assert.All(told, one => Assert.True(one.Value >= AtLeast, $"Only {one.Value} of {one.Key} came by chance."));
    }

    private static string Rule(Random chance, int at)
    {
        var standing = chance.Next(2) == 0 ? "" : $"customer.Tier == \"{(Tier)chance.Next(2)}\" && ";
        return $$"""
            { "RuleName": "R{{at}}", "Expression": {{JsonSerializer.Serialize(standing + Condition(chance, chance.Next(2)))}},
              "Properties": { {{(chance.Next(4) == 0 ? "" : $"\"group\": \"g{chance.Next(4) / 3}\",")}} "priority": {{chance.Next(3)}},
                "stop": {{(chance.Next(6) == 0 ? "true" : "false")}}, "then": [ { "do": "set_tier", "value": "{{(Tier)chance.Next(2)}}" } ] } }
            """;
    }

    private static Customer Like(IReadOnlyDictionary<string, object?> facts) => new()
    {
        Match = (double?)facts.GetValueOrDefault("customer.Match"),
        Quality = (double?)facts.GetValueOrDefault("customer.Quality"),
        Stakeholders = (int)(facts.GetValueOrDefault("customer.Stakeholders") ?? 0),
        Tier = (Tier?)facts.GetValueOrDefault("customer.Tier"),
        OnTargetList = (bool?)facts.GetValueOrDefault("customer.OnTargetList"),
    };

    private static bool? Holds(RuleSet set, int rule, Customer customer) =>
        set.Evaluate(About(customer)).Results[rule].IsSuccess;

    private static string Condition(Random chance, int depth) => (depth == 0 ? 0 : chance.Next(5)) switch
    {
        1 or 2 => $"({Condition(chance, depth - 1)} && {Condition(chance, depth - 1)})",
        3 => $"({Condition(chance, depth - 1)} || {Condition(chance, depth - 1)})",
        4 => $"!({Condition(chance, depth - 1)})",
        _ => Comparison(chance),
    };

    private static string Comparison(Random chance) => chance.Next(10) switch
    {
        0 or 1 or 2 => $"customer.Match {Sign(chance)} {chance.Next(4)}{(chance.Next(2) == 0 ? ".5" : "")}",
        3 or 4 => $"customer.Stakeholders {Sign(chance)} {chance.Next(4)}{(chance.Next(4) == 0 ? ".5" : "")}",
        5 => $"customer.Tier {Sign(chance)} \"{(Tier)chance.Next(4)}\"",
        6 => $"customer.Tier in (\"{(Tier)chance.Next(4)}\", \"{(Tier)chance.Next(4)}\")",
        7 => chance.Next(2) == 0 ? "customer.OnTargetList == true" : "customer.OnTargetList != false",
        8 => $"customer.{(chance.Next(2) == 0 ? "Match" : "Tier")} {(chance.Next(2) == 0 ? "==" : "!=")} null",
        _ => $"customer.Match {Sign(chance)} customer.Quality",
    };

    private static string Sign(Random chance) => new[] { "==", "!=", "<", "<=", ">", ">=" }[chance.Next(6)];

    private static IEnumerable<Customer> Made(Random chance) => Enumerable.Range(0, Tried).Select(_ => new Customer
    {
        Match = Number(chance),
        Quality = Number(chance),
        Stakeholders = chance.Next(-1, 5),
        Tier = chance.Next(5) is var tier and < 4 ? (Tier)tier : null,
        OnTargetList = chance.Next(3) switch { 0 => true, 1 => false, _ => null },
    });

    private static double? Number(Random chance) => chance.Next(12) switch
    {
        0 => null,
        1 => double.NaN,
        2 => chance.NextDouble() * 5,
        3 => double.NegativeInfinity,
        var step => (step - 4) / 2.0,
    };
}
