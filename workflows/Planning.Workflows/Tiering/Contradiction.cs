using System.Collections.Immutable;
using Planning.Accounts.Tiers;

namespace Planning.Workflows.Tiering;

/// <summary>Whether two rules want something different of the same thing.</summary>
internal static class Contradiction
{
    public static bool Between(ImmutableArray<Move> moves, ImmutableArray<Move> others)
    {
        var wished = others.SelectMany(Wishes).ToLookup(wish => wish.Of, wish => wish.Value);
        return moves.SelectMany(Wishes).Any(wish => wished[wish.Of].Any(other => !other.Equals(wish.Value)));
    }

    // Flags, tasks, notices and escalations of two rules go side by side.
    private static IEnumerable<(string Of, object Value)> Wishes(Move move) => move switch
    {
        Move.SetTier set => [("tier", set.Tier)],
        Move.SetPosture set => [("posture", set.Posture)],
        Move.SetCoverageLevel set => [("coverage level", set.Level)],
        Move.SetInsightDepth set => [("insight depth", set.Depth)],
        Move.Propose propose => Wishes(propose),
        _ => [],
    };

    private static IEnumerable<(string Of, object Value)> Wishes(Move.Propose propose)
    {
        if (propose.OneStepDown)
        {
            yield return ("tier", "one step down");
        }

        if (propose.Tier is { } tier)
        {
            yield return ("tier", tier);
        }

        if (propose.Posture is { } posture)
        {
            yield return ("posture", posture);
        }
    }
}
