using System.Globalization;
using System.Text.Json;
using Planning.Workflows.Escalating;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Escalating;

/// <summary>METHOD §5.5 has 32 numbers. Each stands in this table: by which rules of the file it is raised and whom it tells, as
/// METHOD's ladder says; or why it has none.</summary>
public sealed class When_all_32_escalations_are_looked_for
{
    private static readonly EscalationRules Rules = Shipped.Playbook.Escalations.On(new DateOnly(2026, 10, 5));

    /// <summary>E1 AR, E2 head of the account department, E3 head of the region, E4 board; times from the trigger, as wd working days.</summary>
    public static TheoryData<string, string> Ladders => new()
    {
        { "ESC-01", "E1, E2 14d, E3 30d" },
        { "ESC-02", "E1, E2 15d, E3 45d" },
        { "ESC-03", "E2, E3 45d" },
        { "ESC-04", "E2 24h" },
        { "ESC-04-TOP", "E2 24h, E3 72h" },
        { "ESC-05", "E2, E3 60d" },
        { "ESC-06", "E2, E3 5wd" },
        { "ESC-06-S", "E2, E3 5wd, SPONSOR 7wd" },
        { "ESC-07", "E2, E3 5wd" },
        { "ESC-07-S", "E2, E3 5wd, E4 10wd" },
        { "ESC-08", "E2 24h, COMPLIANCE 72h, E3 72h" },
        { "ESC-09", "E2" },
        { "ESC-09-DUE", "E3" },
        { "ESC-09-LATE", "E4" },
        { "ESC-10", "E2, E3 10wd" },
        { "ESC-11", "E1, E2 10wd" },
        { "ESC-11-VISITS", "E1, E2 10wd" },
        { "ESC-19", "E1, FINANCE 10wd, E2 10wd, E3 30d" },
        { "ESC-21", "E4 10wd, E4 30d" },
        { "ESC-22", "E4 5wd, E4 30d" },
        { "ESC-23", "E3 20wd" },
        { "ESC-24", "LEGAL 4h, E3 4h" },
        { "ESC-29", "E3, E4 30d" },
        { "ESC-31", "E2, E3 30d" },
    };

    /// <summary>Numbers without a rule. Each of them may get one.</summary>
    public static IReadOnlyDictionary<int, string> Elsewhere { get; } = new Dictionary<int, string>
    {
        [12] = "raised by nothing yet: satisfaction of one tier against another is known to the portfolio alone",
    };

    [Theory]
    [MemberData(nameof(Ladders))]
    public void its_ladder_is_METHODs(string rule, string ladder) => Assert.Equal(ladder, string.Join(", ", Rules.Terms(rule).Ladder.Select(step =>
    {
        var role = step.Role switch
        {
            "AR" => "E1",
            "ACCOUNT_HEAD" => "E2",
            "REGION_HEAD" => "E3",
            "STRATEGIC_CUSTOMER_BOARD" => "E4",
            var other => other,
        };
        var time = (step.Hours, step.Days, step.WorkingDays) switch
        {
            (int hours, _, _) => string.Create(CultureInfo.InvariantCulture, $" {hours}h"),
            (_, int days, _) => string.Create(CultureInfo.InvariantCulture, $" {days}d"),
            (_, _, int days) => string.Create(CultureInfo.InvariantCulture, $" {days}wd"),
            _ => "",
        };
        return role + time;
    })));

    [Fact]
    public void none_of_the_32_is_silently_missing()
    {
        using var file = JsonDocument.Parse(Shipped.Body("escalations.json"));
        var raised = file.RootElement.GetProperty("Rules").EnumerateArray()
            .Select(rule => int.Parse(rule.GetProperty("RuleName").GetString()!.Split('-')[1], CultureInfo.InvariantCulture))
            .ToHashSet();

        Assert.Subset(Elsewhere.Keys.ToHashSet(), Enumerable.Range(1, 32).Except(raised).ToHashSet());
        Assert.All(raised, number => Assert.InRange(number, 1, 32));
    }
}
