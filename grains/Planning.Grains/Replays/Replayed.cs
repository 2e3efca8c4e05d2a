namespace Planning.Grains.Replays;

/// <summary>What came of judging a past decision again.</summary>
/// <param name="Decision">Which one: “tier review of 2026-Q3 by tiering 2026.1”.</param>
public abstract record Replayed(string Decision)
{
    /// <summary>The same, byte for byte.</summary>
    public sealed record Alike(string Decision) : Replayed(Decision);

    /// <summary>It was decided before everything that it hangs on was kept, or its rules are gone.</summary>
    public sealed record NotReplayable(string Decision, string Why) : Replayed(Decision);

    /// <param name="Kept">The decision as the journal has it, in JSON.</param>
    /// <param name="Again">The same from the same facts, rules and program today.</param>
    public sealed record Otherwise(string Decision, string Kept, string Again) : Replayed(Decision);
}
