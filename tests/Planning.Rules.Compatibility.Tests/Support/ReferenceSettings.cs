using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Compatibility.Tests.Support;

/// <summary>Says RulesEngine's settings in our words.</summary>
internal static class ReferenceSettings
{
    private const string Types = "CustomTypes";
    private const string Actions = "CustomActions";

    public static RuleSettings Read(JsonElement settings, params IReadOnlyList<Type> inputTypes)
    {
        var read = RuleSettings.RulesEngine with { Clock = new FixedClock(), Types = inputTypes };
        if (settings.ValueKind is not JsonValueKind.Object)
        {
            return read;
        }

        // Types and actions are registered in code, so a file cannot name them.
        var inFile = JsonObject.Create(settings)!;
        inFile.Remove(Types);
        inFile.Remove(Actions);
        var mistakes = new List<Diagnostic>();
        read = RuleSettingsReader.Read(JsonSerializer.SerializeToElement(inFile), read, mistakes);
        Assert.Empty(mistakes);
        return read with
        {
            Types = [.. read.Types, .. Names(settings, Types).SelectMany(Registered.Type)],
            Actions = Names(settings, Actions).ToDictionary(action => action, Registered.Action),
        };
    }

    private static IEnumerable<string> Names(JsonElement settings, string list) =>
        settings.TryGetProperty(list, out var names)
            ? names.EnumerateArray().Select(item => item.GetString()!)
            : [];

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
    }
}
