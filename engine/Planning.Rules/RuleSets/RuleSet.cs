using Planning.Rules.Books;
using Planning.Rules.Compiling;
using Planning.Rules.Decisions;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;

namespace Planning.Rules.RuleSets;

/// <summary>Rules that were read together: a RulesEngine workflow, checked and compiled.</summary>
/// <remarks>Immutable and safe to use from several threads. Judging is pure: same inputs, same answers.</remarks>
public sealed class RuleSet
{
    private readonly Frames _frames;
    private readonly Operands _operands = new();
    private readonly Judge _judge;
    private readonly Decider _decider;

    internal RuleSet(string name, string version, Frames frames, RuleSettings settings, IReadOnlyList<Rule> rules)
    {
        Name = name;
        Version = version;
        Rules = rules;
        HasActions = rules.Any(HasAction);
        _frames = frames;
        _judge = new Judge(settings, _operands);
        _decider = new Decider(_judge, rules);
    }

    public string Name { get; }

    /// <summary>Why no rule can be judged: a global parameter does not bind.</summary>
    internal Flaw? Flaw { get; init; }

    /// <summary>Whether a rule has an action, or a rule inside it.</summary>
    internal bool HasActions { get; }

    internal Operands Operands => _operands;

    internal FactSchema Schema => _frames.Schema;

    internal IReadOnlyList<ScopedValue> GlobalParameters => _frames.Globals;

    /// <summary>The file's own version, "1" if it names none.</summary>
    public string Version { get; }

    /// <summary>The enabled rules, in the order of the file.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Judges every rule. The fast way: no trace is kept.</summary>
    /// <exception cref="ArgumentException">An input is missing or not of the schema's type.</exception>
    public RuleSetResult Evaluate(params IReadOnlyList<RuleParameter> parameters)
    {
        return new RuleSetResult(Name, Version, Evaluate(Rules, parameters));
    }

    /// <summary>Judges some rules of this set, in their order.</summary>
    /// <exception cref="ArgumentException">An input is missing or not of the schema's type.</exception>
    public IReadOnlyList<RuleResult> Evaluate(IReadOnlyList<Rule> rules, params IReadOnlyList<RuleParameter> parameters)
    {
        var frame = _frames.Make(parameters);
        var failure = _frames.Compute(frame);
        var results = new RuleResult[rules.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Result(rules[i], frame, failure);
        }

        return results;
    }

    /// <summary>Judges one rule of this set and says why it came out so.</summary>
    public Explanation Explain(Rule rule, params IReadOnlyList<RuleParameter> parameters)
    {
        if (!Rules.Contains(rule))
        {
            throw new ArgumentException($"The rule {rule.Name} is not a rule of {Name}.", nameof(rule));
        }

        return Explainer(parameters).Explain(rule);
    }

    /// <summary>Judges every rule and tells everything it did: each value, each part, each sentence. Slow beside
    /// <see cref="Evaluate(IReadOnlyList{RuleParameter})"/>, which keeps nothing of it.</summary>
    /// <param name="asOf">The day the facts are of; only told.</param>
    /// <exception cref="ArgumentException">An input is missing or not of the schema's type.</exception>
    public RuleSetExplanation ExplainAll(DateOnly? asOf, params IReadOnlyList<RuleParameter> parameters)
    {
        var explainer = Explainer(parameters);
        return new RuleSetExplanation(
            Name, Version, asOf, explainer.Parameters(_frames.Globals), [.. Rules.Select(explainer.Explain)]);
    }

    /// <summary>Decides, as <see cref="Decide"/> does, and tells everything it did.</summary>
    /// <param name="asOf">The day the facts are of; only told.</param>
    public RuleSetExplanation ExplainDecision(
        DateOnly? asOf,
        DecisionState state,
        IReadOnlySet<string> predicates,
        params IReadOnlyList<RuleParameter> parameters)
    {
        var decision = Decide(state, predicates, parameters);
        var explainer = Explainer(parameters);
        return new RuleSetExplanation(
            Name,
            Version,
            asOf,
            explainer.Parameters(_frames.Globals),
            [.. decision.Outcomes.Select(explainer.Explain)]);
    }

    /// <summary>Judges by priority, with groups, holds and stops. Nothing is remembered here: the next state is part
    /// of the answer.</summary>
    /// <param name="predicates">What is true of the customer's state now: <c>open_certification</c>.</param>
    public DecisionResult Decide(
        DecisionState state, IReadOnlySet<string> predicates, params IReadOnlyList<RuleParameter> parameters)
    {
        var frame = _frames.Make(parameters);
        var failure = _frames.Compute(frame);
        var (outcomes, next) = _decider.Decide(
            state, predicates, failure is null && Flaw is null ? frame : null);
        var globals = failure is null && Flaw is null ? Shown(frame) : Unknowns();
        return new DecisionResult(Name, Version, outcomes, next, globals);
    }

    /// <summary>The values of the global parameters, such as scores. All null when computing one of them
    /// failed.</summary>
    public IReadOnlyDictionary<string, object?> Globals(params IReadOnlyList<RuleParameter> parameters)
    {
        var frame = _frames.Make(parameters);
        return _frames.Compute(frame) is null && Flaw is null ? Shown(frame) : Unknowns();
    }

    /// <summary>Lays out one evaluation, for whoever judges rule by rule.</summary>
    /// <returns>The frame, and why the globals could not be computed, if so.</returns>
    internal (object?[] Frame, string? Failure) Prepare(IReadOnlyList<RuleParameter> parameters)
    {
        var frame = _frames.Make(parameters);
        return (frame, _frames.Compute(frame));
    }

    /// <summary>The truth of one rule alone.</summary>
    /// <param name="frame">From <see cref="Prepare"/>, which told no failure.</param>
    internal bool? Holds(Rule rule, object?[] frame) =>
        (Flaw is null ? _judge.Holds(rule, frame) : _judge.AfterFailure).ToBool();

    internal RuleResult Result(Rule rule, object?[] frame, string? failure) =>
        Flaw is not null ? _judge.Flawed(rule, Flaw, frame)
        : failure is null ? _judge.Result(rule, frame)
        : _judge.Failed(rule, failure, frame, inParameters: true);

    private static bool HasAction(Rule rule) => rule.Body.Actions != RuleActions.None || rule.Rules.Any(HasAction);

    private Explainer Explainer(IReadOnlyList<RuleParameter> parameters)
    {
        var (frame, failure) = Prepare(parameters);
        return new Explainer(_judge, _operands, frame, Flaw, failure);
    }

    private Dictionary<string, object?> Shown(object?[] frame) => _frames.Globals.ToDictionary(
        global => global.Formula.Name, global => ((ISlot)frame[global.Formula.Slot]!).Boxed);

    private Dictionary<string, object?> Unknowns() =>
        _frames.Globals.ToDictionary(global => global.Formula.Name, object? (_) => null);
}
