using System.Collections.Immutable;
using System.Diagnostics;
using Planning.Accounts.Tiers;
using Planning.Accounts.Wording;
using Planning.Rules.Decisions;
using Planning.Rules.Evaluation;
using Planning.Rules.Wording;

namespace Planning.Workflows.Tiering;

/// <summary>Says in one language what a tier rule did to a customer, and why (METHOD §4.4, 8).</summary>
/// <param name="from">The tier in force when the rule spoke.</param>
internal sealed class TierWording(Language language, Tier from)
{
    private static readonly DecisionWords Words = new(
        new Label("quarter", "个季度"),
        new Dictionary<string, Label>
        {
            ["open_certification"] = new("open certification", "认证进行中"),
            ["handover_in_progress"] = new("handover in progress", "交接进行中"),
            ["plan_freeze_window"] = new("plan freeze window", "计划冻结期"),
        });

    /// <summary>The reason alone: "match 76 ≥ 60, two quarters in a row".</summary>
    public string Reason(RuleOutcome outcome, Explanation why) =>
        language.Tell(outcome, why.Tell(language), Words);

    /// <summary>The whole finding: "Promoted to A because match 76 ≥ 60, two quarters in a row (REGION_HEAD
    /// decides)".</summary>
    /// <param name="asked">What the rule asks for, in order.</param>
    public string Finding(RuleOutcome outcome, Explanation why, ImmutableArray<Move> asked) =>
        outcome is RuleOutcome.Fired && asked is [var first, ..]
            ? language.Therefore(Deed(first), language.Tell(outcome, Brief(why, first), Words)) + Approval(first)
            : Reason(outcome, why);

    private string Deed(Move move) => language.Of(move switch
    {
        Move.NoChange => new Label("No change", "维持不变"),
        Move.Propose propose => Proposed(propose),
        Move.SetTier set => Moved(set.Tier, null),
        Move.SetPosture set => Put(set.Posture),
        Move.SetCoverageLevel set => new Label(
            $"Covered like {set.Level} for {set.Months} months", $"按 {set.Level} 级覆盖 {set.Months} 个月"),
        Move.SetInsightDepth set => new Label(
            $"Insight depth set to {Words<InsightDepth>.Of(set.Depth)}", $"洞察深度设为 {Words<InsightDepth>.Of(set.Depth)}"),
        Move.Flag flag => new Label($"Flagged {flag.Value}", $"标记为 {flag.Value}"),
        Move.OpenTask task => new Label($"Task {task.Task} opened for {task.Role}", $"为 {task.Role} 开出任务 {task.Task}"),
        Move.Escalate escalate => new Label($"{escalate.Escalation} raised", $"触发 {escalate.Escalation}"),
        Move.Notify notify => new Label($"{notify.Role} told", $"通知 {notify.Role}"),
        _ => throw new UnreachableException($"Unknown move {move.GetType().Name}."),
    });

    private Label Proposed(Move.Propose propose)
    {
        var tier = propose.OneStepDown && from > Tier.C ? from - 1 : propose.Tier;
        Label[] wishes =
        [
            .. tier is { } to ? [Moved(to, propose.Lane)] : Array.Empty<Label>(),
            .. propose.Posture is { } posture ? [Put(posture)] : Array.Empty<Label>(),
            .. propose.Cap is { } cap
                ? [new Label($"tier no higher than {cap}", $"级别不高于 {cap}")]
                : Array.Empty<Label>(),
            .. propose.LargestCut is { } percent
                ? [new Label($"resources cut by at most {percent} % in a half-year", $"半年内资源削减不超过 {percent} %")]
                : Array.Empty<Label>(),
        ];
        return new Label(
            string.Join(", ", wishes.Select(wish => wish.English)), string.Join('，', wishes.Select(wish => wish.Chinese)));
    }

    private Label Moved(Tier to, Lane? lane)
    {
        var (english, chinese) = lane is { } word
            ? ($" in lane {Words<Lane>.Of(word)}", $"（{Words<Lane>.Of(word)} 通道）")
            : ("", "");
        return (to > from, to < from) switch
        {
            (true, _) => new Label($"Promoted to {to}{english}", $"晋升为 {to} 级{chinese}"),
            (_, true) => new Label($"Demoted to {to}{english}", $"降为 {to} 级{chinese}"),
            _ => new Label($"Kept at {to}{english}", $"保持 {to} 级{chinese}"),
        };
    }

    private static Label Put(Posture posture) => new(
        $"Posture set to {Words<Posture>.Of(posture)}", $"投入姿态调整为 {Words<Posture>.Of(posture)}");

    private string Approval(Move move) => move is not Move.Propose { Approvals: { Length: > 0 } roles }
        ? ""
        : language.Of(new Label(
            $" ({string.Join(", then ", roles)} {(roles is [_] ? "decides" : "decide")})", $"（待 {string.Join("、", roles)} 批准）"));

    // The deed says the tier, and what a customer is not goes without saying, as long as something else is said.
    private string Brief(Explanation why, Move move)
    {
        var movesTier = move is Move.SetTier or Move.Propose { Tier: not null } or Move.Propose { OneStepDown: true };
        Phrase[] telling =
        [
            .. why.Phrases.Where(phrase => phrase switch
            {
                Phrase.IsNot => false,
                Phrase.Is same => !movesTier || !IsTier(same.Subject),
                Phrase.OneOf oneOf => !movesTier || !IsTier(oneOf.Item),
                _ => true,
            }),
        ];
        return language.Tell(telling is [] ? why.Phrases : telling);
    }

    private static bool IsTier(Operand operand) => operand.Label == TierLabels.All[nameof(TierFacts.Tier)];
}
