using System.Collections.Immutable;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Books;

/// <summary>Workflows by name, which can have one another's rules evaluated: the counterpart of RulesEngine's
/// engine.</summary>
/// <remarks>Safe to share between threads. A change takes effect at once for the next evaluation; one that is under way
/// finishes on the workflows it began with.</remarks>
public sealed class RuleBook
{
    private readonly RuleSettings _settings;
    private readonly FactSchema? _schema;
    private readonly InputTypes? _promised;
    private readonly GivenInputs _inputs;
    private readonly Lock _writing = new();
    private ImmutableDictionary<string, Registered> _workflows =
        ImmutableDictionary.Create<string, Registered>(StringComparer.Ordinal);

    /// <param name="schema">What the rules may know. With one, everything is checked when a workflow is put in; without
    /// one, types come from the inputs of each evaluation and expressions are checked then.</param>
    public RuleBook(RuleSettings settings, FactSchema? schema = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings with
        {
            Actions = settings.Actions.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase),
        };
        _schema = schema;
        _promised = schema is null ? null : new InputTypes(schema.Inputs);
        _inputs = new GivenInputs(settings.Nulls);
    }

    public IEnumerable<string> Names => _workflows.Keys;

    internal ImmutableDictionary<string, Registered> Workflows => _workflows;

    public bool Contains(string workflow) => _workflows.ContainsKey(workflow);

    /// <summary>Puts in one workflow, or a list of them; refuses names the book has.</summary>
    public IReadOnlyList<BookAnswer> Add(string json) => Put(json, replaces: false);

    /// <summary>Puts in one workflow, or a list of them; those of the same name are replaced.</summary>
    public IReadOnlyList<BookAnswer> AddOrUpdate(string json) => Put(json, replaces: true);

    /// <returns>False when there was none.</returns>
    public bool Remove(string workflow)
    {
        lock (_writing)
        {
            if (!_workflows.ContainsKey(workflow))
            {
                return false;
            }

            _workflows = WithoutReadings(_workflows.Remove(workflow), workflow);
            return true;
        }
    }

    public void Clear()
    {
        lock (_writing)
        {
            _workflows = _workflows.Clear();
        }
    }

    /// <summary>Judges every rule of a workflow and runs the actions.</summary>
    /// <exception cref="ArgumentException">There is no such workflow, or one it brings in is not there.</exception>
    /// <exception cref="RuleFailedException">With <see cref="FlawPolicy.Throw"/>.</exception>
    public ValueTask<RuleSetResult> EvaluateAsync(
        string workflow, IReadOnlyList<RuleParameter> parameters, CancellationToken cancellationToken) =>
        Turn().EvaluateAsync(workflow, parameters, cancellationToken);

    /// <summary>Judges every rule of a workflow and tells everything that was used for it. No action is
    /// run.</summary>
    /// <param name="asOf">The day the facts are of.</param>
    /// <exception cref="ArgumentException">As for evaluating.</exception>
    public RuleSetExplanation Explain(string workflow, DateOnly? asOf, params IReadOnlyList<RuleParameter> parameters) =>
        Turn().Explain(workflow, parameters, asOf);

    /// <summary>Judges one rule of a workflow and runs its action, also where the settings leave actions
    /// out.</summary>
    /// <exception cref="ArgumentException">There is no such workflow, or no such rule at its top.</exception>
    /// <exception cref="RuleFailedException">With <see cref="FlawPolicy.Throw"/>.</exception>
    public async ValueTask<RuleRun> RunAsync(
        string workflow, string rule, IReadOnlyList<RuleParameter> parameters, CancellationToken cancellationToken) =>
        await Turn().RunAsync(workflow, rule, _inputs.Of(parameters), cancellationToken);

    /// <summary>Reads an expression that stands alone, to compute it often.</summary>
    public BookExpression Prepare(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return new BookExpression(expression, _settings, _schema, _inputs);
    }

    /// <summary>Computes an expression that stands alone, once.</summary>
    public Computation Compute(string expression, params IReadOnlyList<RuleParameter> parameters) =>
        Prepare(expression).Compute(parameters);

    private BookTurn Turn() => new(_workflows, _settings, _schema, _promised, _inputs);

    private List<BookAnswer> Put(string json, bool replaces)
    {
        ArgumentNullException.ThrowIfNull(json);
        var findings = new Findings();
        if (RuleSetReader.Parse(json, findings) is not { } root)
        {
            return [new BookAnswer.Refused(findings.Mistakes)];
        }

        lock (_writing)
        {
            var entries = root.ValueKind is System.Text.Json.JsonValueKind.Array
                ? JsonShape.Entries(root, "$", findings)
                : [(root, "$")];
            return findings.Mistakes is []
                ? [.. entries.Select(entry => PutOne(entry.Value, entry.Path, replaces))]
                : [new BookAnswer.Refused(findings.Mistakes)];
        }
    }

    private BookAnswer PutOne(System.Text.Json.JsonElement file, string path, bool replaces)
    {
        var findings = new Findings();
        var check = new WorkflowCheck(_settings, _schema, _workflows, findings);
        if (check.Read(file, path, replaces) is not { } entry)
        {
            return new BookAnswer.Refused(findings.Mistakes);
        }

        _workflows = WithoutReadings(_workflows.SetItem(entry.Name, entry), entry.Name);
        return new BookAnswer.Accepted(entry.Name, entry.Revision, findings.Warnings);
    }

    // Whoever brings in the changed workflow, however far off, was read with its old rules.
    private static ImmutableDictionary<string, Registered> WithoutReadings(
        ImmutableDictionary<string, Registered> workflows, string changed)
    {
        var stale = new HashSet<string>(StringComparer.Ordinal) { changed };
        var before = 0;
        while (before < stale.Count)
        {
            before = stale.Count;
            stale.UnionWith(workflows.Values.Where(one => one.Injects.Any(stale.Contains)).Select(one => one.Name));
        }

        return workflows.SetItems(
            stale.Where(workflows.ContainsKey).Select(name => KeyValuePair.Create(name, workflows[name].Unread())));
    }
}
