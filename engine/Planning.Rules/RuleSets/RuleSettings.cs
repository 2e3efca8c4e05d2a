using System.Collections.Frozen;
using Planning.Rules.Books;

namespace Planning.Rules.RuleSets;

/// <summary>How rules are read and judged where files differ. What is not said is our own way.</summary>
public sealed record RuleSettings
{
    /// <summary>The way RulesEngine 6 does it when nobody changes its settings.</summary>
    public static RuleSettings RulesEngine { get; } =
        new() { Nulls = NullPolicy.RulesEngine, Flaws = FlawPolicy.FailTheRule };

    public NullPolicy Nulls { get; init; } = NullPolicy.Unknown;

    /// <summary>What an expression that does not bind means to the file it stands in.</summary>
    public FlawPolicy Flaws { get; init; } = FlawPolicy.Refuse;

    /// <summary>RulesEngine: <c>IsExpressionCaseSensitive = false</c>. Functions ignore case either way.</summary>
    public bool NamesIgnoreCase { get; init; } = true;

    /// <summary>Whether global and local parameters are read. RulesEngine: <c>EnableScopedParams</c>.</summary>
    public bool ReadsParameters { get; init; } = true;

    /// <summary>Whether a false rule shows its error message. RulesEngine:
    /// <c>EnableFormattedErrorMessage</c>.</summary>
    public bool FillsMessages { get; init; } = true;

    /// <summary>Whether a rule that failed says why; if not, its error message shows instead. RulesEngine:
    /// <c>IgnoreException = false</c>.</summary>
    public bool TellsFailures { get; init; } = true;

    /// <summary>Whether a rule with an operator leaves out the rules behind the one that decides. RulesEngine:
    /// <c>NestedRuleExecutionMode.Performance</c>.</summary>
    public bool StopsAtDecidingRule { get; init; }

    /// <summary>Whether evaluating a rule book runs the actions of its rules. RulesEngine:
    /// <c>AutoExecuteActions</c>.</summary>
    public bool RunsActions { get; init; } = true;

    /// <summary>Types whose public methods rules may call and whose names they may use. Nothing is registered by
    /// itself, not even the inputs' types: register only what is safe in any author's hands. RulesEngine:
    /// <c>CustomTypes</c>.</summary>
    public IReadOnlyList<Type> Types { get; init; } = [];

    /// <summary>What actions of rules may be called, by name in any case. RulesEngine: <c>CustomActions</c>.</summary>
    public IReadOnlyDictionary<string, IRuleAction> Actions { get; init; } =
        FrozenDictionary<string, IRuleAction>.Empty;

    /// <summary>What <c>DateTime.Now</c>, <c>UtcNow</c> and <c>Today</c> read, in UTC. Without one they are refused: a
    /// rule that asks the clock judges the same facts differently tomorrow.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>How long one evaluation may take; null for as long as its steps last. What exceeds it fails as a rule
    /// that divides by zero does.</summary>
    public TimeLimit? TimeLimit { get; init; }
}

/// <summary>What is done about a rule whose expression does not bind.</summary>
public enum FlawPolicy
{
    /// <summary>Ours: the file is not accepted, and every mistake in it is told.</summary>
    Refuse,

    /// <summary>RulesEngine's: the rule is false and says why; the others are judged.</summary>
    FailTheRule,

    /// <summary>RulesEngine's without <c>EnableExceptionAsErrorMessage</c>: evaluating throws, also for a rule that
    /// fails while it runs.</summary>
    Throw,
}
