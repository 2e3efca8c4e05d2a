using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.Instances;
using Planning.Flows.JavaScript;

namespace Planning.Benchmarks.Flows;

/// <summary>JavaScript expressions as people write them: how many a second, and what reading them costs.</summary>
internal static class JavaScriptBenchmark
{
    private const int Rounds = 5;
    private const int WorkflowTimes = 20;
    private const double ElsaPerSecond = 480;

    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(0.4);

    private static readonly JavaScriptLanguage Language = new();

    private static readonly (string Name, string Text)[] Expressions =
    [
        ("a function of a variable", "getCounter() + 1"),
        ("a comparison", "variables.Amount > 1000 && variables.Tier === 'A'"),
        ("a template", "`Order ${getVariable('Counter')} of ${variables.Tier}: ${variables.Amount * 2}`"),
        ("a member of an object", "variables.Order?.customer?.name ?? 'nobody'"),
        ("filter, map and join over 20 lines", "variables.Order.lines.filter(l => l.quantity > 1).map(l => l.name).join(', ')"),
        ("reduce over 20 lines", "variables.Order.lines.reduce((sum, {price, quantity}) => sum + price * quantity, 0)"),
        ("a loop of 100 rounds", "let sum = 0; for (let i = 0; i < 100; i++) { if (i % 3 === 0) sum += i } sum"),
        ("a class", "class P { constructor(n) { this.n = n } get twice() { return this.n * 2 } } new P(21).twice"),
    ];

    public static void Run()
    {
        List<(string Name, Action Run, int Times)> ways =
        [
            .. Expressions.Select(one => (one.Name, Repeated(one.Text), RepeatedEvaluation.Times)),
            .. Expressions.Select(one => ($"reading {one.Name}", Reading(one.Text), 1)),
            ("10 activities, each with an expression", TenActivities(), WorkflowTimes),
        ];
        var measured = ways.Select(_ => new List<Cost>()).ToList();

        // The first round warms up; then every round runs everything. The middle round of each counts.
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (index, way) in ways.Index())
            {
                measured[index].Add(Cost.Of(way.Run, way.Times, RoundLength));
            }
        }

        Table.Print(
            "javascript: per second of processor time, one thread",
            ["", "a second", "bytes each"],
            ways.Index().Select(way => Row(way.Item.Name, Cost.MiddleOf(measured[way.Index][1..]))));
        var workflows = Cost.MiddleOf(measured[^1][1..]).PerSecond;
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  workflows of 10 activities with an expression each: {workflows / ElsaPerSecond:N0} x Elsa (aim: 10)"));
    }

    private static string[] Row(string name, Cost cost) =>
    [
        name, cost.PerSecond.ToString("N0", CultureInfo.InvariantCulture), cost.Bytes.ToString("N0", CultureInfo.InvariantCulture),
    ];

    private static Action Reading(string text)
    {
        var scope = new ExpressionScope([], [], DataType.Any);
        return () => _ = Language.Compile(text, scope);
    }

    private static Action Repeated(string text)
    {
        var definition = Read([Step("Bench.Evaluate", "value", 1, text)]);
        return () => Finish(definition);
    }

    private static Action TenActivities()
    {
        var definition = Read([.. Enumerable.Range(1, 10).Select(number =>
            Step("Elsa.WriteLine", "text", number, "`Line ${variables.Counter + 1} of ${getTier()}`"))]);
        return () =>
        {
            for (var time = 0; time < WorkflowTimes; time++)
            {
                Finish(definition);
            }
        };
    }

    private static void Finish(WorkflowDefinition definition)
    {
        var ids = 0;
        var burst = WorkflowRunner.Start(
            definition, "instance", null, ImmutableDictionary<string, object?>.Empty,
            new BurstEnvironment(
                new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), () =>
                    string.Create(CultureInfo.InvariantCulture, $"{++ids}"), null));
        if (burst.State.SubStatus is not WorkflowSubStatus.Finished || burst.NewIncidents.Count > 0)
        {
            throw new InvalidOperationException(string.Join(' ', burst.NewIncidents.Select(incident =>
                incident.Message).Prepend("A workflow did not finish.")));
        }
    }

    private static WorkflowDefinition Read(string[] steps)
    {
        var lines = Enumerable.Range(1, 20).Select(number =>
            new { name = $"Item {number}", price = number * 1.25, quantity = number % 4 });
        var order = JsonSerializer.Serialize(JsonSerializer.Serialize(new { customer = new { name = "Helvia" }, lines }));
        var json =
            $$"""
            { "id": "js-1", "definitionId": "js", "version": 1, "isPublished": true,
              "variables": [
                { "id": "c", "name": "Counter", "typeName": "Int32", "value": "5" }, { "id": "t", "name": "Tier", "typeName": "String", "value": "A" },
                { "id": "a", "name": "Amount", "typeName": "Decimal", "value": "1500.5" },
                { "id": "o", "name": "Order", "typeName": "JSON", "value": {{order}} } ],
              "root": { "type": "Elsa.Sequence", "version": 1, "id": "root", "activities": [ {{string.Join(", ", steps)}} ] } }
            """;
        return WorkflowReader.Read(json, ActivityCatalog.BuiltIn.With(new RepeatedEvaluation()), Language) switch
        {
            WorkflowReading.Sound sound => sound.Definition,
            WorkflowReading.Flawed flawed => throw new InvalidOperationException(string.Join('\n', flawed.Mistakes)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Step(string type, string input, int number, string text) =>
        $$"""
        { "type": "{{type}}", "version": 1, "id": "step{{number}}", "name": "Step{{number}}",
          "{{input}}": { "typeName": "String", "expression": { "type": "JavaScript", "value": {{JsonSerializer.Serialize(text)}} } } }
        """;

    /// <summary>Evaluates its input again and again, so that the workflow around it does not count.</summary>
    private sealed class RepeatedEvaluation : IActivity
    {
        public const int Times = 100;

        public ActivityDescriptor Descriptor { get; } = new()
        {
            TypeName = "Bench.Evaluate",
            Category = "Bench",
            Inputs = [new InputDescriptor("Value") { AutoEvaluate = false }],
        };

        public void Execute(ActivityContext context)
        {
            for (var time = 0; time < Times; time++)
            {
                context.Evaluate<object>("Value");
            }
        }

        public void Resume(ActivityContext context, Resumption resumption) { }
    }
}
