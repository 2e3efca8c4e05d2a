using System.Text.Json;
using Planning.Rules.Books;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Compatibility.Tests.Support;

/// <summary>Makes one recorded call with our engine and says where the answers part.</summary>
internal sealed class ReferenceRun(RuleBook book)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <returns>The difference in words; null when we answer as the reference does.</returns>
    public async Task<string?> DifferenceAsync(JsonElement call, JsonElement expected, bool cancelled = false)
    {
        object? outcome;
        try
        {
            outcome = await AnswerAsync(call, cancelled);
        }
        catch (Exception thrown) when (thrown is ArgumentException or RuleFailedException or OperationCanceledException)
        {
            outcome = thrown;
        }

        if (expected.TryGetProperty("throws", out var throws))
        {
            return outcome is Exception ? null : $"expected {throws.GetProperty("type")}";
        }

        return outcome switch
        {
            Exception thrown => $"threw {thrown.Message}",
            Computation.Known known => Alike.Value(expected.GetProperty("result").GetProperty("value"), known.Value)
                ? null
                : $"computed {JsonSerializer.Serialize(known.Value)}",
            Computation flawed => $"did not compute: {flawed}",
            RuleSetResult set => Compare(expected.GetProperty("results"), set.Results, withActions: true, "")
                ?? Names(call, expected.GetProperty("results")),
            RuleRun run => Compare(expected.GetProperty("actionResult"), run.Action)
                ?? Compare(expected.GetProperty("results"), run.Results, withActions: false, ""),
            _ => $"answered {outcome}",
        };
    }

    private async Task<object?> AnswerAsync(JsonElement call, bool cancelled)
    {
        var again = call.TryGetProperty("name", out var name)
            && name.GetString()!.EndsWith(".2", StringComparison.Ordinal);
        var inputs = ReferenceInputs.Read(call.TryGetProperty("inputs", out var given) ? given : default, again);
        var token = cancelled ? new CancellationToken(canceled: true) : CancellationToken;
        return call.GetProperty("call").GetString() switch
        {
            "EvaluateExpression" => book.Compute(call.GetProperty("expression").GetString()!, inputs),
            "ExecuteActionWorkflow" => await book.RunAsync(
                call.GetProperty("workflowName").GetString()!,
                call.GetProperty("ruleName").GetString()!,
                inputs,
                token),
            "ExecuteAllRules" =>
                await book.EvaluateAsync(call.GetProperty("workflowName").GetString()!, inputs, token),
            var other => throw new NotSupportedException($"No call {other} here."),
        };
    }

    private static string? Compare(JsonElement recorded, ActionOutcome? ours)
    {
        if (!Alike.Type(Member(recorded, "outputType"), ours?.Output))
        {
            return $"output is a {ours?.Output?.GetType().Name}";
        }

        if (!Alike.Value(recorded.GetProperty("output"), ours?.Output))
        {
            return $"output is {JsonSerializer.Serialize(Plain(ours?.Output))}";
        }

        var failed = recorded.TryGetProperty("exception", out var failure) && failure.ValueKind is JsonValueKind.String;
        return Failure(failed ? failure : default, ours?.Failure);
    }

    private static string? Compare(
        JsonElement recorded, IReadOnlyList<RuleResult> ours, bool withActions, string inside)
    {
        if (recorded.GetArrayLength() != ours.Count)
        {
            return $"{inside}{ours.Count} results";
        }

        return recorded.EnumerateArray().Zip(ours, (one, our) => Compare(one, our, withActions, inside))
            .FirstOrDefault(difference => difference is not null);
    }

    private static string? Compare(JsonElement recorded, RuleResult ours, bool withActions, string inside)
    {
        var name = $"{inside}{ours.Rule.Name}";
        if (recorded.GetProperty("ruleName").GetString() != ours.Rule.Name)
        {
            return $"{name} stands in another place";
        }

        if (recorded.GetProperty("isSuccess").GetBoolean() != ours.IsSuccess)
        {
            return $"{name} is {ours.IsSuccess}: {ours.Message}";
        }

        if (!Message(recorded.GetProperty("message"), ours.Message))
        {
            return $"{name} says {ours.Message}";
        }

        if (withActions && !Alike.Value(Member(recorded, "output"), ours.Action?.Output))
        {
            return $"{name} puts out {JsonSerializer.Serialize(Plain(ours.Action?.Output))} {ours.Action?.Failure}";
        }

        if (withActions && !Alike.Type(Member(recorded, "outputType"), ours.Action?.Output))
        {
            return $"{name} puts out a {ours.Action?.Output?.GetType().Name}";
        }

        var children = Member(recorded, "children");
        return (withActions ? Failure(Member(recorded, "actionException"), ours.Action?.Failure) : null)
            ?? (children.ValueKind is JsonValueKind.Array
                ? Compare(children, ours.Children, withActions, $"{name}/")
                : null);
    }

    // What a rule could see: told by its explanation, which a rule that could not be judged has none of.
    private string? Names(JsonElement call, JsonElement recorded)
    {
        var inputs = ReferenceInputs.Read(call.TryGetProperty("inputs", out var given) ? given : default, again: true);
        var told = book.Explain(call.GetProperty("workflowName").GetString()!, null, inputs);
        string[] outside = [.. inputs.Select(input => input.Name), .. told.Globals.Select(one => one.Name)];
        return recorded.EnumerateArray().Zip(told.Rules, (one, our) => Names(one, our, outside))
            .FirstOrDefault(difference => difference is not null);
    }

    private static string? Names(JsonElement recorded, Explanation ours, string[] outside)
    {
        if (ours.Failure is not null || Member(recorded, "inputNames") is not { ValueKind: JsonValueKind.Array } names)
        {
            return null;
        }

        string[] visible = [.. outside, .. ours.Locals.Select(local => local.Name)];
        if (!visible.ToHashSet().SetEquals(names.EnumerateArray().Select(name => name.GetString()!)))
        {
            return $"{ours.RuleName} sees {string.Join(", ", visible)}, not {names}";
        }

        var children = Member(recorded, "children");
        return children.ValueKind is JsonValueKind.Array
            ? children.EnumerateArray().Zip(ours.Children, (one, our) => Names(one, our, visible))
                .FirstOrDefault(difference => difference is not null)
            : null;
    }

    // What an action's failure says behind the action's name is each engine's own.
    private static string? Failure(JsonElement recorded, string? ours)
    {
        var prefix = recorded.ValueKind switch
        {
            JsonValueKind.Object => recorded.GetProperty("prefix").GetString(),
            JsonValueKind.String => recorded.GetString()!.Split(": ")[0],
            _ => null,
        };
        return prefix is null
            ? ours is null ? null : $"action failed: {ours}"
            : ours?.StartsWith(prefix, StringComparison.Ordinal) is true ? null : $"action did not fail: {ours}";
    }

    private static bool Message(JsonElement recorded, string ours)
    {
        if (recorded.ValueKind is JsonValueKind.Object)
        {
            return ours.StartsWith(recorded.GetProperty("prefix").GetString()!, StringComparison.Ordinal);
        }

        var text = recorded.GetString()!;
        var end = EndOfPrefix(text);
        return end < 0 ? text == ours : ours.StartsWith(text[..end], StringComparison.Ordinal);
    }

    private static int EndOfPrefix(string message) =>
        message.StartsWith("Error while compiling rule `", StringComparison.Ordinal)
            ? message.IndexOf("`: ", StringComparison.Ordinal)
            : message.StartsWith("Exception while parsing expression `", StringComparison.Ordinal)
                || message.StartsWith("Error while executing ", StringComparison.Ordinal)
                ? message.IndexOf(" - ", StringComparison.Ordinal)
                : -1;

    private static JsonElement Member(JsonElement recorded, string name) =>
        recorded.TryGetProperty(name, out var value) ? value : default;

    private static object? Plain(object? value) => value is DataRecord record ? record.ToDictionary() : value;
}
