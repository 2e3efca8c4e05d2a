using System.Collections.Immutable;
using System.Text.Json;
using Planning.Accounts.Tiers;
using Planning.Rules.RuleSets;
using Planning.Workflows.Playbooks;

namespace Planning.Workflows.Tiering;

/// <summary>Reads what a tier rule asks for: the “then” of its properties, all mistakes at once.</summary>
internal sealed class MoveReader(Rule rule, string file, string path, List<PlaybookMistake> mistakes)
{
    private const string OneStepDown = "one_step_down";

    private static readonly string[] Verbs =
    [
        "no_change", "propose_tier", "propose_posture", "propose_tier_cap", "cap_resource_cut", "approval", "set_tier",
        "set_posture", "set_coverage_level", "set_insight_depth", "flag", "task", "require", "escalate", "notify",
    ];

    private Move.Propose _proposal = new(rule.Name, "", null, false, null, null, null, null, []);
    private bool _proposes;

    /// <returns>The moves in the order of the file; everything that is proposed becomes one proposal, which comes first.</returns>
    public ImmutableArray<Move> Read()
    {
        var moves = rule.Terms.Then.Index().Select(entry => Read(entry.Item, $"{path}[{entry.Index}]")).OfType<Move>().ToList();
        if (_proposes && _proposal.Approvals is [])
        {
            Report(path, "A proposal needs people who decide on it: add { \"do\": \"approval\", \"chain\": [\"REGION_HEAD\"] }.");
        }

        return _proposes ? [_proposal, .. moves] : [.. moves];
    }

    private Move? Read(JsonElement action, string at)
    {
        var verb = action.GetProperty("do").GetString();
        switch (verb)
        {
            case "no_change":
                return new Move.NoChange(rule.Name, "");
            case "propose_tier" when Text(action, "value", at) == OneStepDown:
                return Propose(_proposal with { OneStepDown = true });
            case "propose_tier":
                return Propose(_proposal with
                {
                    Tier = Word<Tier>(action, "value", at),
                    Lane = action.TryGetProperty("lane", out _) ? Word<Lane>(action, "lane", at) : null,
                });
            case "propose_posture":
                return Propose(_proposal with { Posture = Word<Posture>(action, "value", at) });
            case "propose_tier_cap":
                return Propose(_proposal with { Cap = Word<Tier>(action, "value", at) });
            case "cap_resource_cut":
                return Propose(_proposal with { LargestCut = Number(action, "max_pct_per_half_year", at) });
            case "approval":
                _proposal = _proposal with { Approvals = Roles(action, at) };
                return null;
            case "set_tier":
                return new Move.SetTier(rule.Name, "", Word<Tier>(action, "value", at));
            case "set_posture":
                return new Move.SetPosture(rule.Name, "", Word<Posture>(action, "value", at));
            case "set_coverage_level":
                return new Move.SetCoverageLevel(
                    rule.Name, "", Word<Tier>(action, "value", at), Number(action, "months", at) ?? 0);
            case "set_insight_depth":
                return new Move.SetInsightDepth(rule.Name, "", Word<InsightDepth>(action, "value", at));
            case "flag":
                return new Move.Flag(rule.Name, "", Text(action, "value", at));
            case "task":
                return new Move.OpenTask(
                    rule.Name, "", Text(action, "type", at), Text(action, "role", at), Number(action, "due_days", at));
            case "require":
                return new Move.OpenTask(rule.Name, "", $"PROVIDE_{Text(action, "artifact", at)}", "AR", null);
            case "escalate":
                return new Move.Escalate(rule.Name, "", Text(action, "rule", at));
            case "notify":
                return new Move.Notify(rule.Name, "", Text(action, "role", at));
            default:
                Report($"{at}.do", $"“{verb}” is nothing a tier rule can ask for; it can ask for {string.Join(", ", Verbs)}.");
                return null;
        }
    }

    private Move? Propose(Move.Propose proposal)
    {
        _proposal = proposal;
        _proposes = true;
        return null;
    }

    private string Text(JsonElement action, string member, string at)
    {
        if (action.TryGetProperty(member, out var value)
            && value.ValueKind is JsonValueKind.String
            && value.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Report($"{at}.{member}", $"A text is needed here: \"{member}\": \"…\".");
        return "";
    }

    private int? Number(JsonElement action, string member, string at)
    {
        if (action.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.Number
            && value.TryGetInt32(out var number) && number > 0)
        {
            return number;
        }

        Report($"{at}.{member}", $"A whole number above 0 is needed here: \"{member}\": 14.");
        return null;
    }

    private ImmutableArray<string> Roles(JsonElement action, string at)
    {
        if (action.TryGetProperty("chain", out var chain) && chain.ValueKind is JsonValueKind.Array
            && chain.EnumerateArray().All(role => role.ValueKind is JsonValueKind.String))
        {
            return [.. chain.EnumerateArray().Select(role => role.GetString()!)];
        }

        Report($"{at}.chain", "The roles that decide, in order, are needed here: \"chain\": [\"REGION_HEAD\"].");
        return [];
    }

    private TEnum Word<TEnum>(JsonElement action, string member, string at)
        where TEnum : struct, Enum
    {
        try
        {
            return action.GetProperty(member).Deserialize<TEnum>();
        }
        catch (Exception mistake) when (mistake is JsonException or KeyNotFoundException)
        {
            var words = Enum.GetValues<TEnum>().Select(word => JsonSerializer.SerializeToElement(word).GetString());
            Report($"{at}.{member}", $"One of these words is needed here: {string.Join(", ", words)}.");
            return default;
        }
    }

    private void Report(string where, string message) =>
        mistakes.Add(new PlaybookMistake(file, "PLAYBOOK004", where, message));
}
