using System.Text.Json;
using Planning.Rules.Books;

namespace Planning.Rules.Compatibility.Tests.Support;

/// <summary>The actions and types the recorded cases register, written again from what the cases say of
/// them.</summary>
internal static class Registered
{
    public static IRuleAction Action(string name) => name switch
    {
        "ReturnContext" => new ReturnContextAction(),
        "noctx" or "counting" => new DoneAction(),
        "throwing" => new ThrowingAction(),
        _ => throw new NotSupportedException($"No action {name} here."),
    };

    public static IEnumerable<Type> Type(string name) => name.Split('.', '+')[^1] switch
    {
        "Issue714Counter" => [typeof(Issue714Counter)],
        "FunctionsForIssue717" => [typeof(FunctionsForIssue717)],
        "ReturnTypeForIssue717" => [typeof(ReturnTypeForIssue717)],
        "Tier" => [typeof(Probes.Tier)],
        _ => [],
    };

    /// <returns>An input that is more than data, written again; null for any other.</returns>
    /// <param name="again">Whether an earlier call had the same input.</param>
    public static object? Input(JsonElement input, bool again) => RawType(input) switch
    {
        "Issue590Test+FlakyInput" => new FlakyInput(again),
        "RulesEngineTest+TestInstanceUtils" => new TestInstanceUtils(),
        _ => null,
    };

    /// <summary>The reference registers the types of inputs by itself; here the caller does.</summary>
    public static IReadOnlyList<Type> InputTypes(JsonElement inputs) =>
        inputs.ValueKind is JsonValueKind.Array && inputs.EnumerateArray().Any(
            input => RawType(input) is "RulesEngineTest+TestInstanceUtils")
            ? [typeof(TestInstanceUtils)]
            : [];

    private static string? RawType(JsonElement input) =>
        input.TryGetProperty("rawType", out var raw) ? raw.GetString() : null;

    private sealed class FlakyInput(bool again)
    {
        public string SimpleProp => !again
            ? throw new InvalidOperationException("first-call-failure")
            : "simpleProp";
    }

    public sealed class TestInstanceUtils
    {
        private readonly int _least = 1;

        public bool CheckExists(string? text) => text?.Length >= _least;
    }

    private sealed class ReturnContextAction : IRuleAction
    {
        public ValueTask<object?> RunAsync(ActionCall call, CancellationToken cancellationToken) => new(call.Context);
    }

    private sealed class DoneAction : IRuleAction
    {
        public ValueTask<object?> RunAsync(ActionCall call, CancellationToken cancellationToken) => new("done");
    }

    private sealed class ThrowingAction : IRuleAction
    {
        public ValueTask<object?> RunAsync(ActionCall call, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("boom from custom action");
    }

    public static class Issue714Counter
    {
        public static string FromDb(string text) => text;
    }

    public sealed record ReturnTypeForIssue717(int Val);

    public static class FunctionsForIssue717
    {
        public static ReturnTypeForIssue717 CheckValueTyped(object input) =>
            new(input is null ? 0 : 1);

        public static object CheckValueAsObject(object input) => new ReturnTypeForIssue717(input is null ? 0 : 1);
    }
}
