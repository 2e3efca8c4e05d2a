using System.Collections.Immutable;
using Planning.Accounts.Approvals;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Stages;

/// <summary>Where a process stands: the stages it is in, and those it has passed. A workflow leads it.</summary>
/// <param name="Open">More than one while a workflow has parallel stages; in the order they began.</param>
/// <param name="Passed">Their codes, in order.</param>
public sealed record StageTrack(ImmutableArray<Stage> Open, ImmutableArray<string> Passed)
{
    public static StageTrack Empty { get; } = new([], []);

    /// <summary>What happens when a workflow reaches a stage.</summary>
    /// <param name="workingDays">How long the stage may take in the customer's calendar; 0 or more.</param>
    public static StageEntered Enter(
        string code,
        string title,
        string owner,
        string approver,
        int workingDays,
        DateOnly today,
        WorkingCalendar calendar) =>
        new(new Stage(code, title, owner, approver, today, calendar.Add(today, workingDays)));

    /// <returns>Nothing when the process is not in that stage.</returns>
    public Stage? Find(string code) =>
        Open.FirstOrDefault(stage => string.Equals(stage.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The stages that people may leave by a way other than the gate.</summary>
    public IEnumerable<StageLeft> LeaveBy(string way) =>
        from stage in Open
        where stage.Ways?.Contains(way) is true
        select new StageLeft(stage.Code, stage.Title) { Towards = way };

    /// <summary>Lets the process leave a stage when its exit gate is open; the workflow then enters the next.</summary>
    /// <param name="code">The stage the asker believes the process is in: a second click does not skip a stage.</param>
    /// <param name="process">What is led, as <c>plan</c>, for the refusal.</param>
    /// <param name="gate">Asked only when the process is in that stage.</param>
    /// <param name="waived">The waiver that is in force for a criterion; nothing for none.</param>
    public Decision Advance(string code, string process, Func<GateResult> gate, Func<string, Waiver?> waived)
    {
        if (Open is [])
        {
            return Decision.Refuse("no-stage", $"The {process} has no stage to advance from.");
        }

        return Find(code) is { } stage
            ? Leave(stage, gate(), waived)
            : Decision.Refuse(
                "other-stage",
                $"The {process} is in stage {string.Join(" and ", Open.Select(open => $"{open.Code} {open.Title}"))}, not in {code}.");
    }

    /// <summary>Notes once of each stage that it is still open after its last day.</summary>
    public IEnumerable<StageOverdue> Overdue(DateOnly today) =>
        from stage in Open
        where !stage.OverdueNoted && stage.Due < today
        select new StageOverdue(stage.Code, stage.Title, stage.Due);

    /// <summary>The day after the first last day that nobody has been told of.</summary>
    public DateOnly? NextOverdue() => Open.Where(stage => !stage.OverdueNoted)
        .Select(stage => (DateOnly?)stage.Due.AddDays(1)).Min();

    /// <summary>The same with more days for the stages that are open.</summary>
    public StageTrack Later(int days) => this with { Open = [.. Open.Select(stage => stage with { Due = stage.Due.AddDays(days) })] };

    public StageTrack Apply(StageEvent happened) => happened switch
    {
        StageEntered entered => this with { Open = Open.Add(entered.Stage) },
        StagePassed passed => new StageTrack(Open.RemoveAll(stage => stage.Code == passed.Code), Passed.Add(passed.Code)),
        StageOverdue overdue => this with
        {
            Open = [.. Open.Select(stage => stage.Code == overdue.Code ? stage with { OverdueNoted = true } : stage)],
        },
        StageLeft left => this with { Open = Open.RemoveAll(stage => stage.Code == left.Code) },
        _ => this,
    };

    public bool Equals(StageTrack? other) => other is not null
        && Open.AsSpan().SequenceEqual(other.Open.AsSpan()) && Passed.AsSpan().SequenceEqual(other.Passed.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Open.Length, Passed.Length);

    private static Decision Leave(Stage stage, GateResult gate, Func<string, Waiver?> waived)
    {
        var waivers = gate.Unmet.Select(waived).OfType<Waiver>().ToList();
        var missing = gate.Without(waivers.Select(waiver => waiver.Criterion));
        return missing is []
            ? Decision.Record(StagePassed.By(stage, gate, waivers))
            : new Decision.Refused("gate-not-passed", $"Stage {stage.Code} {stage.Title} cannot be passed yet.", [.. missing])
            {
                Gate = gate.Facts is { } facts ? JudgedGate.Of(stage.Code, gate.Version, facts, waivers) : null,
            };
    }
}
