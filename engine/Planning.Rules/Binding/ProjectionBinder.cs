using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planning.Rules.Dialect;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Binding;

/// <summary>Binds records and lists a rule makes: new(a.X, b as Name), new { .. }, new[] { .. }, new int[] { ..
/// }.</summary>
internal sealed class ProjectionBinder(Binder binder, MemberBinder members, BindingContext context)
{
    public Formula? Bind(IReadOnlyList<ExpressionSyntax> nodes, SyntaxNode at, Scope scope)
    {
        var fields = new List<KeyValuePair<string, Formula>>(nodes.Count);
        foreach (var node in nodes)
        {
            var (name, value) = Named(node);
            if (name is null)
            {
                context.Refuse(
                    DiagnosticCode.OutsideDialect, node, "A field made with `new` needs a name: new (value as Name).");
            }
            else if (fields.Exists(field => string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase)))
            {
                context.Refuse(DiagnosticCode.Duplicate, node, $"Two fields are called {name}.");
            }
            else if (binder.Bind(value, scope) is { } formula)
            {
                fields.Add(KeyValuePair.Create(name, formula));
            }
        }

        if (fields.Count < nodes.Count)
        {
            return null;
        }

        if (fields is [])
        {
            return context.Mismatch(at, "A record needs at least one field.");
        }

        var type = context.Records.Of([.. fields.Select(field => KeyValuePair.Create(field.Key, field.Value.Type))]);
        return type is null
            ? context.Refuse(
                DiagnosticCode.TooManyShapes, at, $"One file makes records of more than {Limits.Shapes} shapes.")
            : new Formula.Record(
                [.. fields.Select(field => field.Value)], [.. fields.Select(field => field.Key)], type);
    }

    public Formula? BindArray(ArrayCreationExpressionSyntax array, Scope scope)
    {
        if (array.Initializer is not { } items || members.TypeNamed(array.Type.ElementType.ToString().Trim()) is not
            { } element)
        {
            return context.Refuse(
                DiagnosticCode.OutsideDialect, array, "A list is written with its values: new int[] { 1, 2 }.");
        }

        var values = items.Expressions.Select(item => (item, Value: binder.Bind(item, scope))).ToList();
        foreach (var (item, value) in values)
        {
            if (value is not null && Conversions.Cost(value, element) is null)
            {
                context.Mismatch(item, $"{TypeNames.Say(value.Type)} is not {TypeNames.Say(element)}.");
                return null;
            }
        }

        return values.Exists(one => one.Value is null)
            ? null
            : new Formula.ListOf([.. values.Select(one => Conversions.To(one.Value!, element))], element);
    }

    private static (string? Name, ExpressionSyntax Value) Named(ExpressionSyntax node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression, Right: IdentifierNameSyntax name } named =>
            (name.Identifier.ValueText, named.Left),
        MemberAccessExpressionSyntax member => (member.Name.Identifier.ValueText, node),
        IdentifierNameSyntax name => (name.Identifier.ValueText, node),
        _ => (null, node),
    };
}
