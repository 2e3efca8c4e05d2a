using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Planning.Rules.Analysis;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Workflows.Escalating;
using Planning.Workflows.Plans;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Tiering;

namespace Planning.Workflows.Versions;

/// <summary>The text of one version of a rule set, or of a policy.</summary>
/// <param name="RuleSet">The name of either.</param>
/// <param name="Body">RulesEngine's JSON or a policy's, as it was given.</param>
public sealed partial record RuleText(string RuleSet, string Version, string Body)
{
    public const string Tiering = "tiering";

    public const string Escalations = "escalations";

    private static readonly string[] Known = [Tiering, Escalations, .. GateKind.All.Select(kind => kind.RuleSet)];

    /// <summary>Whether a name is that of a policy: numbers that a company sets for itself, versioned as rules are.</summary>
    public static bool IsPolicy(string name) => PolicySet.Names.Contains(name);

    /// <summary>The kind of file that it is a version of.</summary>
    public string Kind => IsPolicy(RuleSet) ? PlaybookFile.Policies : PlaybookFile.Rules;

    /// <summary>SHA-256 of the text in UTF-8, lower-case hexadecimal.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body)));

    /// <summary>Reads a text that is to be worked by, and finds every mistake in it.</summary>
    /// <param name="file">What to call it in mistakes.</param>
    /// <param name="kind">Rules or policies.</param>
    public static RuleTextReading Read(string file, string body, string kind = PlaybookFile.Rules)
    {
        var mistakes = new List<PlaybookMistake>();
        if (Identity(file, body, kind, mistakes) is not { } text)
        {
            return new RuleTextReading.Flawed(mistakes);
        }

        text.Check(file, mistakes);
        return mistakes is [] ? new RuleTextReading.Sound(text) : new RuleTextReading.Flawed(mistakes);
    }

    /// <returns>What the rules of a set may know; nothing for a set that is not ours.</returns>
    public static FactSchema? FactsOf(string ruleSet) => ruleSet == Tiering ? TierRules.Schema
        : ruleSet == Escalations ? EscalationRules.Schema
        : GateKind.All.FirstOrDefault(kind => kind.RuleSet == ruleSet)?.Schema;

    /// <summary>What its author, and whoever approves it, should look at; nothing of a flawed text.</summary>
    public RuleRemarks Remarks() =>
        FactsOf(RuleSet) is { } facts && RuleSetReader.Read(Body, facts) is RuleSetReading.Sound sound
            ? new RuleRemarks(sound.Warnings, RuleSetAnalysis.Of(sound.RuleSet))
            : RuleRemarks.None;

    /// <summary>Finds every mistake in the rules.</summary>
    internal void Check(string file, List<PlaybookMistake> mistakes)
    {
        if (IsPolicy(RuleSet))
        {
            PolicySet.Check(RuleSet, file, Body, mistakes);
            return;
        }

        _ = RuleSet == Tiering ? (object?)RuleReading.Tiering(file, Body, mistakes)
            : RuleSet == Escalations ? RuleReading.Escalations(file, Body, mistakes)
            : RuleReading.Gates(GateKind.All.Single(kind => kind.RuleSet == RuleSet), file, Body, mistakes);
    }

    private static RuleText? Identity(string file, string body, string kind, List<PlaybookMistake> mistakes)
    {
        var policy = kind == PlaybookFile.Policies;
        IReadOnlyList<string> names = policy ? PolicySet.Names : Known;

        string? Report(string path, string message)
        {
            mistakes.Add(new PlaybookMistake(file, "PLAYBOOK006", path, message));
            return null;
        }

        string? Word(JsonElement root, string member, string message, Func<string, bool> isSound) =>
            root.ValueKind is JsonValueKind.Object && root.TryGetProperty(member, out var value)
            && value.ValueKind is JsonValueKind.String && isSound(value.GetString()!)
                ? value.GetString()
                : Report($"$.{member}", message);

        try
        {
            using var document = JsonDocument.Parse(body);
            var name = Word(
                document.RootElement,
                policy ? "policy" : "WorkflowName",
                $"Name the {(policy ? "policy" : "rule set")} that this is a version of: {string.Join(" or ", names)}.",
                names.Contains);
            var version = Word(
                document.RootElement,
                policy ? "version" : "Version",
                "Give the text a version of up to 32 letters, digits, dots, hyphens and underscores, as \"2026.2\".",
                VersionWord().IsMatch);
            return name is null || version is null ? null : new RuleText(name, version, body);
        }
        catch (JsonException flaw)
        {
            Report("$", $"The file is not JSON: {flaw.Message}");
            return null;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$")]
    private static partial Regex VersionWord();
}

/// <summary>What came of reading a text: a sound one, or every mistake in it.</summary>
public abstract record RuleTextReading
{
    private RuleTextReading()
    {
    }

    public sealed record Sound(RuleText Text) : RuleTextReading;

    public sealed record Flawed(IReadOnlyList<PlaybookMistake> Mistakes) : RuleTextReading;
}
