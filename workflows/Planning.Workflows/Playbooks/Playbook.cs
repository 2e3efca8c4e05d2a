using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Policies;
using Planning.Flows.Definitions;
using Planning.Flows.Runtime;
using Planning.Workflows.Escalating;
using Planning.Workflows.Plans;
using Planning.Workflows.Tiering;

namespace Planning.Workflows.Playbooks;

/// <summary>What the company works by: workflows, rules and policies, read and checked. Immutable and thread-safe.</summary>
public sealed record Playbook
{
    /// <summary>A quarter is judged by the version in force on its last day.</summary>
    public required VersionedRules<TierRules> Tiering { get; init; }

    /// <summary>A stage is judged by the version in force on the day it wants to be left.</summary>
    public required ProcessGates Gates { get; init; }

    /// <summary>What is watched is judged by the version in force on the day.</summary>
    public required VersionedRules<EscalationRules> Escalations { get; init; }

    public required WorkingCalendars Calendars { get; init; }

    public required MethodPolicies Policies { get; init; }

    /// <summary>The policies through time; nothing where they never change.</summary>
    public PolicyTimes? PolicyTimes { get; init; }

    /// <summary>The same with the policies and calendars in force on a day.</summary>
    public Playbook On(DateOnly day) => PolicyTimes?.On(day) is { } set && !ReferenceEquals(set.Method, Policies)
        ? this with { Policies = set.Method, Calendars = set.Calendars }
        : this;

    /// <summary>Every version of every workflow that is known; instances stay on the one they began with.</summary>
    public required ImmutableArray<WorkflowDefinition> Workflows
    {
        get;
        init
        {
            field = value;
            Definitions = new DefinitionSet(value);
        }
    }

    /// <summary>The same, to be found by id and version.</summary>
    public DefinitionSet Definitions { get; private init; } = new([]);

    /// <summary>What is wrong with versions in shadow, which judge nobody then.</summary>
    public ImmutableArray<PlaybookMistake> Troubles { get; init; } = [];
}
