using System.Reflection;
using System.Text.Json;
using Planning.Rules.Compatibility.Tests.Probes;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Plans;
using Planning.Workflows.Tiering;

namespace Planning.Benchmarks.Fuzzing;

/// <summary>Something rules can be about, with facts to judge it by and real rules about it.</summary>
internal sealed record Subject(
    FactSchema Schema,
    NullPolicy Nulls,
    IReadOnlyList<RuleParameter> Facts,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Expressions)
{
    private const int Samples = 4;

    public static IReadOnlyList<Subject> All { get; } =
    [
        .. Shipped("tiering.json", TierRules.Schema),
        .. Shipped("plan-gates.json", GateKind.Plan.Schema),
        OfProbes(NullPolicy.Unknown),
        OfProbes(NullPolicy.RulesEngine),
    ];

    private static IEnumerable<Subject> Shipped(string name, FactSchema schema)
    {
        var file = PlaybookFile.Shipped.Single(one => one.Name == name).Body;
        var input = schema.Inputs[0];
        return Enumerable.Range(0, Samples).Select(sample => new Subject(
            schema,
            NullPolicy.Unknown,
            [new RuleParameter(input.Name, Made(input.Type, new Chance((ulong)sample)))],
            [file],
            ExpressionsIn(JsonDocument.Parse(file).RootElement)));
    }

    private static Subject OfProbes(NullPolicy nulls) => new(
        new FactSchema(new FactInput("a", typeof(Account))),
        nulls,
        [new RuleParameter("a", Account.Sample())],
        [
            .. JsonDocument.Parse(File.ReadAllText(Data("workflows.json"))).RootElement.EnumerateArray()
                .Where(probe => probe.TryGetProperty("workflows", out _))
                .Select(probe => probe.GetProperty("workflows").GetRawText()),
        ],
        [
            .. File.ReadLines(Data("expressions.jsonl")).Where(line => line.Length > 0)
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("expr").GetString()!),
        ]);

    private static string Data(string name) => Path.Combine(AppContext.BaseDirectory, "Probes", "Data", name);

    private static string[] ExpressionsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(ExpressionsIn)],
        JsonValueKind.Object =>
        [
            .. element.EnumerateObject().SelectMany(member =>
                member is { Name: "Expression", Value.ValueKind: JsonValueKind.String }
                    ? [member.Value.GetString()!]
                    : ExpressionsIn(member.Value)),
        ],
        _ => [],
    };

    // Whatever may be missing is missing half the time.
    private static object Made(Type record, Chance chance)
    {
        var made = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(record);
        foreach (var field in record.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (field.SetMethod is not null)
            {
                field.SetValue(made, Value(field.PropertyType, chance));
            }
        }

        return made;
    }

    private static object? Value(Type type, Chance chance)
    {
        if (Nullable.GetUnderlyingType(type) is { } bare)
        {
            return chance.OneIn(2) ? null : Value(bare, chance);
        }

        return type.IsEnum ? chance.Of(type.GetEnumValues().Cast<object>().ToArray())
            : type == typeof(bool) ? chance.OneIn(2)
            : type == typeof(int) ? chance.Below(90)
            : type == typeof(double) ? chance.Below(1_000) / 10.0
            : type == typeof(string) ? "text"
            : type.IsAssignableFrom(typeof(string[])) ? Enumerable.Repeat("text", chance.Below(3)).ToArray()
            : type.IsValueType ? System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type)
            : null;
    }
}
