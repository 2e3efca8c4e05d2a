using Planning.Rules.Formulas;

namespace Planning.Rules.Binding;

/// <summary>The names an expression can use at one place. Names ignore case.</summary>
internal sealed class Scope
{
    private readonly Scope? _outer;
    private readonly Dictionary<string, Formula?> _names;

    private Scope(Scope? outer, Dictionary<string, Formula?> names, Formula? it, int lambdaDepth)
    {
        LambdaDepth = lambdaDepth;
        _outer = outer;
        _names = names;
        It = it;
    }

    /// <summary>What members without a prefix belong to: the element of a list, or the only input.</summary>
    public Formula? It { get; }

    public Formula? Parent => OuterIts().Skip(1).FirstOrDefault();

    public Formula? Root => OuterIts().LastOrDefault();

    public int LambdaDepth { get; }

    public IEnumerable<string> Names => _outer is null ? _names.Keys : _names.Keys.Concat(_outer.Names);

    public static Scope Of(IReadOnlyList<Formula.Input> inputs) => new(
        null,
        inputs.ToDictionary(input => input.Name, Formula? (input) => input, StringComparer.OrdinalIgnoreCase),
        inputs is [var only] ? only : null,
        0);

    /// <param name="value">Null for a name whose own expression is flawed: using it is no second mistake.</param>
    public Scope With(string name, Formula? value) =>
        new(this, new(StringComparer.OrdinalIgnoreCase) { [name] = value }, It, LambdaDepth);

    public Scope Inside(Formula.Element each) => new(
        this,
        each.Name is null ? [] : new(StringComparer.OrdinalIgnoreCase) { [each.Name] = each },
        each,
        each.Depth);

    public Formula? Find(string name) => _names.TryGetValue(name, out var value) ? value : _outer?.Find(name);

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
