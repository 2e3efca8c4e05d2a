using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planning.Rules.Binding;
using Planning.Rules.Compiling;
using Planning.Rules.Dialect;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Books;

/// <summary>An expression that stands alone, read once for each kind of inputs and computed often.</summary>
/// <remarks>Safe to share between threads.</remarks>
public sealed class BookExpression
{
    private readonly string _written;
    private readonly RuleSettings _settings;
    private readonly GivenInputs _inputs;
    private readonly ExpressionSyntax? _tree;
    private readonly Prepared? _promised;
    private readonly ConcurrentDictionary<InputTypes, Prepared> _readings = new();

    internal BookExpression(string written, RuleSettings settings, FactSchema? schema, GivenInputs inputs)
    {
        _written = written;
        _settings = settings with { Flaws = FlawPolicy.Refuse };
        _inputs = inputs;
        var mistakes = new List<Diagnostic>();
        _tree = ExpressionParser.Parse(written, "$", mistakes, out _);
        _promised = schema is null || _tree is null ? null : Prepare(schema);
        Mistakes = _promised?.Mistakes ?? mistakes;
    }

    /// <summary>What is wrong with it, whatever its inputs. With a schema, everything that can be known; without one,
    /// whether it can be read at all.</summary>
    public IReadOnlyList<Diagnostic> Mistakes { get; }

    /// <returns>The members of an input that the expression asks for by name, each once: of <c>Plan.Value</c>,
    /// <c>Value</c>. Null when it also uses the input as a whole.</returns>
    public IReadOnlyList<string>? MembersOf(string input)
    {
        var members = new List<string>();
        foreach (var name in _tree?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>() ?? [])
        {
            if (!string.Equals(name.Identifier.ValueText, input, StringComparison.OrdinalIgnoreCase)
                || name.Parent is MemberAccessExpressionSyntax inner && inner.Name == name)
            {
                continue;
            }

            if (name.Parent is not MemberAccessExpressionSyntax access)
            {
                return null;
            }

            members.Add(access.Name.Identifier.ValueText);
        }

        return [.. members.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public Computation Compute(params IReadOnlyList<RuleParameter> parameters)
    {
        if (_promised is { } promised)
        {
            return promised.Compute(parameters);
        }

        var given = _inputs.Of(parameters);
        if (!_readings.TryGetValue(given.Types, out var prepared))
        {
            if (_readings.Count >= Limits.Shapes)
            {
                _readings.Clear();
            }

            prepared = _readings.GetOrAdd(given.Types, Prepare(new FactSchema(given.Types.Inputs)));
        }

        return prepared.Mistakes is [] ? prepared.Compute(_inputs.Read(given).Parameters) : prepared.Compute([]);
    }

    private Prepared Prepare(FactSchema schema)
    {
        var findings = new Findings();
        Formula.Input[] inputs = [.. schema.Inputs.Select((input, i) => new Formula.Input(i, input.Name, input.Type))];
        var reader = new ExpressionReader(schema, _settings, new Nulls(_settings.Nulls), findings);
        var formula = reader.Read(_written, "$", Scope.Of(inputs, _settings.NamesIgnoreCase), false, out _);
        return new Prepared(
            new Frames(schema, [], inputs.Length, _settings.TimeLimit),
            findings.Mistakes,
            formula is null ? null : FormulaCompiler.Operand(formula),
            formula?.Type ?? typeof(object));
    }

    private sealed record Prepared(
        Frames Frames, IReadOnlyList<Diagnostic> Mistakes, Warming<object?>? Operand, Type Type)
    {
        public Computation Compute(IReadOnlyList<RuleParameter> parameters)
        {
            if (Operand is null)
            {
                return new Computation.Flawed(Mistakes);
            }

            var frame = Frames.Make(parameters);
            try
            {
                return new Computation.Known(Operands.Materialized(Operand.Run(frame)), Type);
            }
            catch (Exception failure) when (Failures.IsOfRule(failure))
            {
                return new Computation.Failed(failure.Message, failure);
            }
        }
    }
}
