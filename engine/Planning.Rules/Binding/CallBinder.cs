using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Binding;

/// <summary>Binds calls: the dialect's own words, conversions by type name, and methods on the allow-list.</summary>
internal sealed class CallBinder(Binder binder, MemberBinder members, BindingContext context)
{
    private readonly WordBinder _words = new(binder, members, context);
    private readonly TypeCallBinder _types = new(context);

    public Formula? Bind(InvocationExpressionSyntax call, Scope scope)
    {
        ExpressionSyntax[] nodes = [.. call.ArgumentList.Arguments.Select(argument => argument.Expression)];
        if (call.ArgumentList.Arguments.FirstOrDefault(
            argument => argument.NameColon is not null || !argument.RefKindKeyword.IsKind(default)) is { } odd)
        {
            return context.Refuse(
                DiagnosticCode.OutsideDialect, odd, "Arguments are plain values, without names, ref or out.");
        }

        return call.Expression switch
        {
            IdentifierNameSyntax name => BindNamed(call, name, nodes, scope),
            MemberAccessExpressionSyntax member => BindMethod(call, member, nodes, scope),
            _ => context.Refuse(DiagnosticCode.OutsideDialect, call, $"`{call.Expression}` cannot be called."),
        };
    }

    /// <summary>(int)x and new DateTime(2026, 1, 1): not RulesEngine's, but what people write.</summary>
    public Formula? BindType(TypeSyntax written, ExpressionSyntax[] nodes, SyntaxNode at, Scope scope)
    {
        var name = written is PredefinedTypeSyntax word ? word.Keyword.Text : written.ToString().Trim();
        if (members.TypeNamed(name) is not { } type)
        {
            return context.Unknown(written, "type", name, Vocabulary.TypeNames);
        }

        return Arguments(nodes, scope) is { } arguments ? _types.Bind(type, arguments, at) : null;
    }

    private Formula? BindNamed(
        InvocationExpressionSyntax call, IdentifierNameSyntax name, ExpressionSyntax[] nodes, Scope scope)
    {
        var word = name.Identifier.ValueText;
        if (WordBinder.Knows(word, context.Settings.NamesIgnoreCase))
        {
            return _words.Bind(word, call, nodes, scope);
        }

        if (members.TypeNamed(word) is { } type)
        {
            return Arguments(nodes, scope) is { } arguments ? _types.Bind(type, arguments, call) : null;
        }

        return context.Unknown(name, "function", word, WordBinder.All.Concat(Vocabulary.TypeNames));
    }

    private Formula? BindMethod(
        InvocationExpressionSyntax call, MemberAccessExpressionSyntax member, ExpressionSyntax[] nodes, Scope scope)
    {
        var name = member.Name.Identifier.ValueText;
        if (members.StaticTypeOf(member.Expression, scope) is { } type)
        {
            return Arguments(nodes, scope) is { } given ? Method(type, null, name, given, member.Name) : null;
        }

        if (binder.Bind(member.Expression, scope) is not { } target)
        {
            return null;
        }

        if (target.Type == typeof(string) && nodes.Length <= 1 && QueryBinder.IsOfLetters(name))
        {
            var letters = Calls.Make(
                typeof(string).GetMethod(nameof(string.ToCharArray), [])!, target, [], context);
            return binder.Queries.Bind(letters, member.Name, nodes, scope);
        }

        if (TypeNames.ElementOf(target.Type) is not null)
        {
            return binder.Queries.Bind(target, member.Name, nodes, scope);
        }

        if (Arguments(nodes, scope) is not { } arguments)
        {
            return null;
        }

        return _words.BindOnValue(target, name, arguments, call, out var bound)
            ? bound
            : Method(TypeNames.Bare(target.Type), target, name, arguments, member.Name);
    }

    private Formula? Method(
        Type type, Formula? target, string name, IReadOnlyList<Formula> arguments, SyntaxNode at)
    {
        if (target is not null && target.Type != type && !context.MemberOfMissingIsMissing)
        {
            return context.Mismatch(
                at,
                $"`{target.Text}` is {TypeNames.Say(target.Type)}: take its Value first, or write np(..) around it.");
        }

        var candidates = Overloads.Named(type, name, target is not null, context.IsRegistered(type));
        if (candidates is [])
        {
            return context.Refuse(
                DiagnosticCode.NotAllowed,
                at,
                $"`{name}` of {TypeNames.Say(type)} is not among the functions a rule may call.",
                Spelling.Nearest(name, Vocabulary.MembersOf(type)));
        }

        // A safe text function takes its text as first argument; .NET's methods take it as target.
        var safe = candidates[0].DeclaringType == typeof(Texts) || candidates[0].DeclaringType == typeof(Patterns);
        IReadOnlyList<Formula> all = safe && target is not null ? [target, .. arguments] : arguments;
        if (Overloads.Best(candidates, all) is not { } method)
        {
            var types = string.Join(", ", arguments.Select(argument => TypeNames.Say(argument.Type)));
            return context.Mismatch(at, $"`{name}` of {TypeNames.Say(type)} cannot be called with ({types}).");
        }

        return Calls.Make(method, safe ? null : target, all, context);
    }

    private List<Formula>? Arguments(ExpressionSyntax[] nodes, Scope scope)
    {
        var arguments = nodes.Select(node => binder.Bind(node, scope)).ToList();
        return arguments.Contains(null) ? null : [.. arguments.OfType<Formula>()];
    }
}
