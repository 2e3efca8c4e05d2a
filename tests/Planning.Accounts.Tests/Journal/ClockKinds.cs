using Planning.Accounts.Customers;

namespace Planning.Accounts.Tests.Journal;

/// <summary>One example of every kind of event about the clock of a workflow that runs for no customer.</summary>
internal static class ClockKinds
{
    private static readonly DateTimeOffset Tuesday = new(2026, 5, 5, 2, 0, 0, TimeSpan.Zero);

    public static (string Name, CustomerEvent Example, string Sentence)[] All { get; } =
    [
        ("clock-set", new ClockSet(new WorkflowClock(
            "nightly", "nightly-2", 2, "Nightly report", 7,
            [
                new ClockStart("night", Tuesday),
                new ClockStart("once", null, Tuesday),
                new ClockStart("odd", null) { Problem = "“soon” is no time." },
            ])),
            "Nightly report begins by the clock in version 2: night at 2026-05-05 02:00:00; once never; odd never (“soon” is no time)."),
        ("clock-set", new ClockSet(new WorkflowClock("nightly", "nightly-3", 3, "Nightly report", 9, [])),
            "Nightly report begins by the clock no more, as of version 3."),
        ("clock-struck", new ClockStruck(
            "Nightly report", new ClockStart("night", Tuesday.AddDays(1), Tuesday), "_nightly.8.1", Why: null),
            "Nightly report (_nightly.8.1) began, due at 2026-05-05 02:00:00. Next at 2026-05-06 02:00:00."),
        ("clock-struck", new ClockStruck("Nightly report", new ClockStart("once", null, Tuesday), null, "Another is running."),
            "Nightly report was to begin at 2026-05-05 02:00:00 and did not: Another is running. It was the last time."),
    ];
}
