using System.Text.Json;
using Planning.Rules.Books;
using Planning.Rules.Compatibility.Tests.Support;

namespace Planning.Rules.Compatibility.Tests.Probes;

/// <summary>Our own expressions, with what RulesEngine 6.0.1 computed for each.</summary>
public sealed class When_an_expression_probe_is_computed
{
    private static readonly Dictionary<string, string> Probes = File.ReadLines(
        Path.Combine(AppContext.BaseDirectory, "Probes", "Data", "expressions.jsonl"))
        .Where(line => line.Length > 0)
        .ToDictionary(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!);

    public static TheoryData<string> Ids => [.. Probes.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void we_answer_as_the_reference_unless_the_table_says_why_not(string id)
    {
        using var probe = JsonDocument.Parse(Probes[id]);
        var difference = Difference(probe.RootElement);
        if (ProbeDifferences.OnPurpose.ContainsKey(id))
        {
            Assert.True(difference is not null, "This is answered as the reference does: take it off the list.");
        }
        else
        {
            Assert.True(difference is null, $"{probe.RootElement.GetProperty("expr")}: {difference}");
        }
    }

    // Of lists and of records that a rule makes each engine has types of its own.
    private static bool IsPlain(JsonElement type) => type.ValueKind is JsonValueKind.String
        && System.Type.GetType($"System.{type.GetString()}") is { IsArray: false };

    private static string? Difference(JsonElement probe)
    {
        var settings = probe.TryGetProperty("settings", out var given) ? given : default;
        var book = new RuleBook(ReferenceSettings.Read(settings, typeof(Account), typeof(Address), typeof(Contact)));
        var expression = probe.GetProperty("expr").GetString()!;
        var computed = book.Compute(expression, ReferenceInputs.Read(probe.GetProperty("inputs")));
        return (probe.TryGetProperty("result", out var result), computed) switch
        {
            (false, Computation.Known known) => $"refused by the reference; we say {known.Value}",
            (false, _) => null,
            (true, Computation.Known known) => !Alike.Value(result.GetProperty("value"), known.Value)
                ? $"should be {result.GetProperty("value")}, is {known.Value}"
                : IsPlain(result.GetProperty("type")) && !Alike.Type(result.GetProperty("type"), known.Value)
                    ? $"should be a {result.GetProperty("type")}, is a {known.Value?.GetType().Name}"
                    : null,
            (true, Computation.Flawed flawed) => string.Join(' ', flawed.Mistakes),
            (true, Computation.Failed failed) => failed.Reason,
            _ => computed.ToString(),
        };
    }
}
