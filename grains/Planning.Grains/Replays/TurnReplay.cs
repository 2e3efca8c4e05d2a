using System.Collections.Frozen;
using System.Text.Json;
using Planning.Accounts.Customers;
using Planning.Accounts.Stages;
using Planning.Accounts.Tiers;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Tiering;

namespace Planning.Grains.Replays;

/// <summary>Judges again what rules decided in one turn. Pure: the customer before it, the journal's row, the rules.</summary>
internal static class TurnReplay
{
    /// <returns>Nothing for a turn in which no rule decided.</returns>
    public static Replayed? Of(Customer before, HistoryRow turn, IReadOnlyList<CustomerEvent> events, Playbook playbook)
    {
        if (events.OfType<TierEvent>().FirstOrDefault(happened => happened is TierReviewed or TierShadowed) is { } first)
        {
            // What we counted ourselves for the review came first in its turn.
            var counted = events.TakeWhile(happened => happened is MetricRecorded).ToList();
            var then = counted.Aggregate(before, (customer, happened) => customer.Apply(happened));
            return Review(then, turn, events, counted.Count, first, playbook);
        }

        if (events.OfType<StagePassed>().FirstOrDefault() is { } passed)
        {
            return Passed(turn, events, passed, playbook);
        }

        return events is [] && TurnJson.Read<Answer>(turn.Answer) is Answer.Refused { Code: "gate-not-passed" } refused
            ? Refused(turn, refused, playbook)
            : null;
    }

    private static Replayed Review(
        Customer before, HistoryRow turn, IReadOnlyList<CustomerEvent> events, int counted, TierEvent first, Playbook playbook)
    {
        var (review, inputs) = first switch
        {
            TierReviewed reviewed => (reviewed.Review, reviewed.Inputs),

            // The live version had nothing new to say of the quarter that it reviewed last.
            TierShadowed shadowed => (before.Standing.LastReview!, shadowed.Inputs),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var decision = $"tier review of {review.Period} by {review.RulesVersion}";
        if (inputs is null)
        {
            return new Replayed.NotReplayable(decision, "it was made before the figures it hangs on were kept");
        }

        var versions = new[] { review.RulesVersion }
            .Concat(events.OfType<TierShadowed>().Select(shadowed => shadowed.Review.RulesVersion))
            .Select(label => (Label: label, Rules: playbook.Tiering.Find(label))).ToList();
        if (versions.FirstOrDefault(version => version.Rules is null) is { Label: { } unknown })
        {
            return new Replayed.NotReplayable(decision, $"there is no {unknown}");
        }

        var predicates = inputs.Predicates.ToFrozenSet(StringComparer.Ordinal);
        TierReview Judge(TierRules rules) => rules.Review(before, review.Period, inputs.Vendor, predicates);
        var again = before.ReviewTier(
            Judge(versions[0].Rules!), inputs, [.. versions.Skip(1).Select(version => Judge(version.Rules!))]);
        return Compared(
            decision,
            JoinedTexts(turn.Events, counted, events.Skip(counted).TakeWhile(IsOfReview).Count()),
            again is Decision.Recorded recorded ? Text(recorded.Events) : ((Decision.Refused)again).Sentence);
    }

    // A task without a reason any more is closed after the review; the rules do not say so.
    private static bool IsOfReview(CustomerEvent happened) => happened is TierEvent and not TaskClosed;

    private static Replayed Passed(HistoryRow turn, IReadOnlyList<CustomerEvent> events, StagePassed passed, Playbook playbook)
    {
        var decision = $"exit of stage {passed.Code} by {passed.GateVersion}";
        if (passed.Judged() is not { } facts)
        {
            return new Replayed.NotReplayable(decision, "it was made before the facts it hangs on were kept");
        }

        if (playbook.Gates.Find(passed.GateVersion) is not { } gates)
        {
            return new Replayed.NotReplayable(decision, $"there is no {passed.GateVersion}");
        }

        var result = gates.Judge(passed.Code, facts);
        CustomerEvent again = passed with { GateVersion = result.Version, Grounds = result.Met };
        return Compared(
            decision,
            ElementAt(turn.Events, events.Index().First(entry => entry.Item == passed).Index),
            result.Without(passed.Waived?.Keys ?? []) is [] ? TurnJson.Write(again) : TurnJson.Write(result.Missing));
    }

    private static Replayed Refused(HistoryRow turn, Answer.Refused refused, Playbook playbook)
    {
        if (refused.Gate is not { } gate || gate.Judged() is not { } facts)
        {
            return new Replayed.NotReplayable("refused exit of a stage", "it was made before the facts it hangs on were kept");
        }

        var decision = $"refused exit of stage {gate.Stage} by {gate.Version}";
        if (playbook.Gates.Find(gate.Version) is not { } gates)
        {
            return new Replayed.NotReplayable(decision, $"there is no {gate.Version}");
        }

        Answer again = refused with { Missing = gates.Judge(gate.Stage, facts).Without(gate.Waived ?? []) };
        return Compared(decision, turn.Answer, TurnJson.Write(again));
    }

    private static Replayed Compared(string decision, string kept, string again) => kept == again
        ? new Replayed.Alike(decision)
        : new Replayed.Otherwise(decision, kept, again);

    private static string Text(IReadOnlyList<CustomerEvent> events) => TurnJson.Write(events);

    // The very bytes of the journal, not what reading and writing makes of them.
    private static string JoinedTexts(string events, int from, int count)
    {
        using var document = JsonDocument.Parse(events);
        return $"[{string.Join(',', document.RootElement.EnumerateArray().Skip(from).Take(count).Select(happened => happened.GetRawText()))}]";
    }

    private static string ElementAt(string events, int at)
    {
        using var document = JsonDocument.Parse(events);
        return document.RootElement[at].GetRawText();
    }
}
