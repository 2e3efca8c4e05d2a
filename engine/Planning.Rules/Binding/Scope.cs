using Planning.Rules.Formulas;

namespace Planning.Rules.Binding;

/// <summary>The names an expression can use at one place. Names ignore case.</summary>
internal sealed class Scope
{
    private readonly Scope? _outer;
    private readonly Dictionary<string, Formula?> _names;

    private readonly StringComparer _comparer;

    // One for all scopes of a file.
    private readonly HashSet<object> _used;

    private Scope(
        Scope? outer,
        Dictionary<string, Formula?> names,
        Formula? it,
        int lambdaDepth,
        StringComparer comparer,
        HashSet<object> used)
    {
        _comparer = comparer;
        _used = used;
        LambdaDepth = lambdaDepth;
        _outer = outer;
        _names = names;
        It = it;
    }

    /// <summary>What members without a prefix belong to: the element of a list, or the only input.</summary>
    public Formula? It { get; }

    /// <summary>What a name without a prefix can belong to, the nearest first.</summary>
    public IEnumerable<Formula> Its => OuterIts();

    public Formula? Parent => OuterIts().Skip(1).FirstOrDefault();

    public Formula? Root => OuterIts().LastOrDefault();

    public int LambdaDepth { get; }

    public IEnumerable<string> Names => _outer is null ? _names.Keys : _names.Keys.Concat(_outer.Names);

    public static Scope Of(IReadOnlyList<Formula.Input> inputs, bool ignoresCase = true)
    {
        var comparer = ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        return new Scope(
            null,
            inputs.ToDictionary(input => input.Name, Formula? (input) => input, comparer),
            inputs is [var only] ? only : null,
            0,
            comparer,
            new HashSet<object>(ReferenceEqualityComparer.Instance));
    }

    /// <param name="value">Null for a name whose own expression is flawed: using it is no second mistake.</param>
    public Scope With(string name, Formula? value) =>
        new(this, new(_comparer) { [name] = value }, It, LambdaDepth, _comparer, _used);

    public Scope Inside(Formula.Element each) => new(
        this,
        each.Name is null ? [] : new(_comparer) { [each.Name] = each },
        each,
        each.Depth,
        _comparer,
        _used);

    /// <summary>Every value with a name, those nearest last.</summary>
    public IEnumerable<Formula> Values =>
        (_outer?.Values ?? []).Concat(_names.Values.OfType<Formula>());

    public Formula? Find(string name)
    {
        if (!_names.TryGetValue(name, out var value))
        {
            return _outer?.Find(name);
        }

        if (value is not null)
        {
            _used.Add(value);
        }

        return value;
    }

    /// <summary>Says that a value is used by all that can see it, as by another rule it is passed on to.</summary>
    public void UseAll() => _used.UnionWith(Values);

    /// <summary>Whether any expression of the file has named a value so far.</summary>
    public bool IsUsed(Formula value) => _used.Contains(value);

    public bool IsFlawed(string name) =>
        _names.TryGetValue(name, out var value) ? value is null : _outer?.IsFlawed(name) ?? false;

    public bool Has(string name) => _names.ContainsKey(name) || (_outer?.Has(name) ?? false);

    private IEnumerable<Formula> OuterIts()
    {
        Formula? last = null;
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope.It is { } it && !ReferenceEquals(it, last))
            {
                last = it;
                yield return it;
            }
        }
    }
}
