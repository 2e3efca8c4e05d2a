using System.Text.Json;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Compatibility.Tests.Support;

/// <summary>Says RulesEngine's settings in our words.</summary>
internal static class ReferenceSettings
{
    public static RuleSettings Read(JsonElement settings, params IReadOnlyList<Type> inputTypes)
    {
        var read = RuleSettings.RulesEngine with { Clock = new FixedClock(), Types = inputTypes };
        if (settings.ValueKind is not JsonValueKind.Object)
        {
            return read;
        }

        foreach (var setting in settings.EnumerateObject())
        {
            read = Apply(read, setting.Name, setting.Value);
        }

        return read;
    }

    private static RuleSettings Apply(RuleSettings settings, string name, JsonElement value) => name switch
    {
        "EnableExceptionAsErrorMessage" =>
            settings with { Flaws = value.GetBoolean() ? FlawPolicy.FailTheRule : FlawPolicy.Throw },
        "IgnoreException" => settings with { TellsFailures = !value.GetBoolean() },
        "EnableFormattedErrorMessage" => settings with { FillsMessages = value.GetBoolean() },
        "EnableScopedParams" => settings with { ReadsParameters = value.GetBoolean() },
        "IsExpressionCaseSensitive" => settings with { NamesIgnoreCase = !value.GetBoolean() },
        "NestedRuleExecutionMode" => settings with { StopsAtDecidingRule = value.GetString() is "Performance" },
        "AutoExecuteActions" => settings with { RunsActions = value.GetBoolean() },
        "CustomTypes" => settings with { Types = [.. settings.Types, .. Names(value).SelectMany(Registered.Type)] },
        "CustomActions" => settings with
        {
            Actions = Names(value).ToDictionary(action => action, Registered.Action),
        },

        // How fast, and how much is kept: ours needs no such setting. Types of inputs are registered by the caller.
        "UseFastExpressionCompiler" or "EnableParallelRuleCompilation" or "CacheConfig" or "AutoRegisterInputType" =>
            settings,
        _ => throw new NotSupportedException($"No word of ours for the setting {name}."),
    };

    private static IEnumerable<string> Names(JsonElement list) =>
        list.EnumerateArray().Select(item => item.GetString()!);

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
    }
}
