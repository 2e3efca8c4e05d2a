using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Escalations;

/// <summary>What is raised at a customer, and what may be raised soon (METHOD §5.5).</summary>
/// <param name="Open">By key.</param>
/// <param name="Begun">Conditions that hold, but not yet for long enough; by key.</param>
public sealed record EscalationLedger(
    ImmutableSortedDictionary<string, Escalation> Open, ImmutableSortedDictionary<string, BegunCondition> Begun)
{
    public static EscalationLedger Empty { get; } = new(
        ImmutableSortedDictionary.Create<string, Escalation>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, BegunCondition>(StringComparer.Ordinal));

    public ImmutableSortedDictionary<string, Escalation> Open
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = Open.WithComparers(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, BegunCondition> Begun
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = Begun.WithComparers(StringComparer.Ordinal);

    /// <summary>What people have decided on although it still is so: nobody is told again before it has passed. What each is about, by
    /// key.</summary>
    public ImmutableSortedDictionary<string, string> Settled
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>When something is to be looked at without anybody asking.</summary>
    public DateTimeOffset? Next() => Open.Values.Select(escalation => escalation.Next())
        .Concat(Begun.Values.Select(begun => (DateTimeOffset?)new DateTimeOffset(begun.RaisedOn, TimeOnly.MinValue, TimeSpan.Zero)))
        .Min();

    /// <summary>What follows from what the rules say of what is watched, and from the time.</summary>
    /// <param name="conditions">Of everything that was judged; what is missing and not left out is not there any more.</param>
    /// <param name="leftOut">Ids of things that were not judged: about them all stays as it is.</param>
    public IEnumerable<EscalationEvent> Watch(IReadOnlyCollection<Condition> conditions, IReadOnlySet<string> leftOut, Occasion on)
    {
        var byKey = conditions.ToDictionary(condition => condition.Key, StringComparer.Ordinal);
        bool IsJudged(string key) => !leftOut.Contains(Condition.ThingOf(key));
        return
        [
            .. conditions.Where(condition =>
                    condition.Holds is true && !Open.ContainsKey(condition.Key) && !Settled.ContainsKey(condition.Key))
                .SelectMany(condition => Holds(condition, on)),
            .. Begun.Where(begun => IsJudged(begun.Key) && IsOver(byKey, begun.Key))
                .Select(begun => new ConditionPassed(begun.Key, begun.Value.About)),
            .. Settled.Where(settled => IsJudged(settled.Key) && IsOver(byKey, settled.Key))
                .Select(settled => new ConditionPassed(settled.Key, settled.Value)),
            .. Open.Values.Where(open => IsJudged(open.Key)).SelectMany(open => Go(open, byKey, on)),
        ];
    }

    public EscalationLedger Apply(EscalationEvent happened) => happened switch
    {
        ConditionBegan began => this with
        {
            Begun = Begun.SetItem(began.Key, new BegunCondition(began.About, began.On, began.RaisedOn)),
        },
        ConditionPassed passed => this with { Begun = Begun.Remove(passed.Key), Settled = Settled.Remove(passed.Key) },
        EscalationOpened opened => this with
        {
            Open = Open.SetItem(opened.Key, opened.Escalation with
            {
                Come = opened.Escalation.ToldAtOnce,
                Level = Math.Max(0, opened.Escalation.ToldAtOnce - 1),
            }),
            Begun = Begun.Remove(opened.Key),
        },
        EscalationRose rose => With(rose, open => open with { Come = rose.Step + 1, Level = rose.Step }),
        EscalationSpared spared => With(spared, open => open with { Come = spared.Step + 1 }),
        EscalationAcknowledged taken => With(taken, open => open with { AcknowledgedBy = taken.By }),
        EscalationProgressed progressed => With(
            progressed, open => open with { ProgressAt = progressed.At, Progress = progressed.Progress }),
        EscalationSnoozed snoozed => With(snoozed, open => open with { SnoozedUntil = snoozed.Until }),
        EscalationEased eased => With(eased, open => open with { FalseSince = eased.On }),
        EscalationRelapsed relapsed => With(relapsed, open => open with { FalseSince = null }),
        EscalationClosed closed => this with
        {
            Open = Open.Remove(closed.Key),
            Settled = closed.By is null ? Settled : Settled.SetItem(closed.Key, closed.About),
        },
        _ => this,
    };

    private IEnumerable<EscalationEvent> Holds(Condition condition, Occasion on)
    {
        var terms = on.Escalations.Terms(condition.Rule);
        if (terms.HoldDays == 0 || (Begun.TryGetValue(condition.Key, out var begun) && begun.RaisedOn <= on.Today))
        {
            var opened = Escalation.Open(condition, terms, on.Escalations.Version, on);
            yield return new EscalationOpened(opened);

            // Several roles may be told at once; a time that has come already is nothing to wait for.
            foreach (var rose in Rise(opened with { Come = 1 }, on))
            {
                yield return rose;
            }
        }
        else if (!Begun.ContainsKey(condition.Key))
        {
            yield return new ConditionBegan(
                condition.Key, condition.About.Name, on.Today, on.Today.AddDays(terms.HoldDays), condition.Because);
        }
    }

    private static IEnumerable<EscalationEvent> Go(Escalation open, Dictionary<string, Condition> byKey, Occasion on)
    {
        if (IsOver(byKey, open.Key))
        {
            return Ease(open, on);
        }

        // What cannot be decided leaves it as it is: neither closed nor begun anew.
        IEnumerable<EscalationEvent> relapse = open.FalseSince is not null && byKey[open.Key].Holds is true
            ? [new EscalationRelapsed(open.Key, open.About)]
            : [];
        return relapse.Concat(Rise(open, on));
    }

    private static IEnumerable<EscalationEvent> Ease(Escalation open, Occasion on)
    {
        if (open.HoldDays == 0 || open.FalseSince?.AddDays(open.HoldDays) <= on.Today)
        {
            yield return new EscalationClosed(open.Key, open.About, null, "it is so no longer");
        }
        else if (open.FalseSince is null)
        {
            yield return new EscalationEased(open.Key, open.About, on.Today);
        }
    }

    // Whoever has taken it and has written down since the time before what was done, has it in hand.
    private static IEnumerable<EscalationEvent> Rise(Escalation open, Occasion on)
    {
        if (open.SnoozedUntil > on.Today)
        {
            yield break;
        }

        for (var step = open.Come; step < open.Ladder.Length && open.Ladder[step].At <= on.Now; step++)
        {
            var inHand = open.AcknowledgedBy is not null && open.ProgressAt > open.Before(step);
            yield return inHand
                ? new EscalationSpared(open.Key, open.About, step, open.Ladder[step].Role)
                : new EscalationRose(open.Key, open.About, step, open.Ladder[step].Role);
        }
    }

    private static bool IsOver(Dictionary<string, Condition> byKey, string key) =>
        !byKey.TryGetValue(key, out var condition) || condition.Holds is false;

    private EscalationLedger With(EscalationEvent happened, Func<Escalation, Escalation> change) =>
        Open.TryGetValue(happened.Key, out var open) ? this with { Open = Open.SetItem(happened.Key, change(open)) } : this;
}

/// <summary>A condition that holds, but not yet for long enough.</summary>
/// <param name="Since">The first day it held.</param>
/// <param name="RaisedOn">The day it is raised when it holds until then.</param>
public sealed record BegunCondition(string About, DateOnly Since, DateOnly RaisedOn);
