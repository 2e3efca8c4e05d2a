using System.Collections.Immutable;
using Planning.Rules.Formulas;

namespace Planning.Rules.Binding;

/// <summary>The names an expression can use at one place. Names ignore case.</summary>
internal sealed class Scope
{
    private readonly Scope? _outer;

    // All that can be seen from here, so that no search leads through thousands of parameters.
    private readonly ImmutableDictionary<string, Named> _names;

    // One for all scopes of a file.
    private readonly HashSet<object> _used;

    private Scope(
        Scope? outer,
        ImmutableDictionary<string, Named> names,
        Formula? it,
        int lambdaDepth,
        HashSet<object> used)
    {
        _outer = outer;
        _names = names;
        _used = used;
        It = it;
        LambdaDepth = lambdaDepth;
    }

    /// <summary>What members without a prefix belong to: the element of a list, or the only input.</summary>
    public Formula? It { get; }

    /// <summary>What a name without a prefix can belong to, the nearest first.</summary>
    public IEnumerable<Formula> Its => OuterIts();

    public Formula? Parent => OuterIts().Skip(1).FirstOrDefault();

    public Formula? Root => OuterIts().LastOrDefault();

    public int LambdaDepth { get; }

    /// <summary>Every name, the nearest first.</summary>
    public IEnumerable<string> Names => _names.OrderByDescending(name => name.Value.Order).Select(name => name.Key);

    /// <summary>Every value with a name, those nearest last.</summary>
    public IEnumerable<Formula> Values =>
        _names.Values.OrderBy(named => named.Order).Select(named => named.Value).OfType<Formula>();

    public static Scope Of(IReadOnlyList<Formula.Input> inputs, bool ignoresCase = true)
    {
        var none = ImmutableDictionary.Create<string, Named>(
            ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        return new Scope(
            null,
            none.AddRange(inputs.Select((input, at) => KeyValuePair.Create(input.Name, new Named(at, input)))),
            inputs is [var only] ? only : null,
            0,
            new HashSet<object>(ReferenceEqualityComparer.Instance));
    }

    /// <param name="value">Null for a name whose own expression is flawed: using it is no second mistake.</param>
    public Scope With(string name, Formula? value) => new(_outer, Naming(name, value), It, LambdaDepth, _used);

    public Scope Inside(Formula.Element each) =>
        new(this, each.Name is null ? _names : Naming(each.Name, each), each, each.Depth, _used);

    public Formula? Find(string name)
    {
        var value = _names.GetValueOrDefault(name).Value;
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

    public bool IsFlawed(string name) => _names.TryGetValue(name, out var named) && named.Value is null;

    public bool Has(string name) => _names.ContainsKey(name);

    private ImmutableDictionary<string, Named> Naming(string name, Formula? value) =>
        _names.SetItem(name, new Named(_names.Count, value));

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

    private readonly record struct Named(int Order, Formula? Value);
}
