namespace Planning.Rules.RuleSets;

/// <summary>How long one evaluation may take by a clock of the caller's.</summary>
/// <remarks>The clock is looked at every thousand steps, so an evaluation without lists and long texts never asks it.
/// Whether it is exceeded hangs on the machine: never inside a customer's turn, which must come out the same when it is
/// taken again. There only steps count, and they alone see to it that every evaluation ends.</remarks>
public sealed record TimeLimit(TimeSpan Length, TimeProvider Clock);
