using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Binding;

/// <summary>Binds names, fields of facts, members on the allow-list, and list[i].</summary>
internal sealed class MemberBinder(Binder binder, BindingContext context)
{
    private const string SystemPrefix = "System.";
    private const BindingFlags Anyone = BindingFlags.Public | BindingFlags.IgnoreCase;

    public Formula? BindName(IdentifierNameSyntax node, Scope scope)
    {
        var name = node.Identifier.ValueText;
        if (scope.Find(name) is { } found)
        {
            return found with { Text = "" };
        }

        if (scope.IsFlawed(name))
        {
            return null;
        }

        if (ScopeWord(name, scope) is { } word)
        {
            return word with { Text = "" };
        }

        if (scope.It is { } it && context.Field(TypeNames.Bare(it.Type), name) is { } field)
        {
            return Field(it, field);
        }

        if (TypeNamed(name) is not null || context.RegisteredType(name) is not null)
        {
            return context.Mismatch(node, $"`{name}` is a type, not a value.");
        }

        if (scope.Its.FirstOrDefault(one => context.IsOpen(TypeNames.Bare(one.Type))) is not null)
        {
            return Nothing();
        }

        var fields = scope.It is { } element ? context.Schema.FieldNames(TypeNames.Bare(element.Type)) : [];
        return context.Unknown(node, "name", name, scope.Names.Concat(fields));
    }

    public Formula? BindMember(MemberAccessExpressionSyntax node, Scope scope)
    {
        var name = node.Name.Identifier.ValueText;
        if ((EnumOf(node, scope) ?? StaticTypeOf(node.Expression, scope)) is { } type)
        {
            return BindStatic(type, name, node.Name);
        }

        return binder.Bind(node.Expression, scope) is { } target ? Member(target, name, node.Name) : null;
    }

    public Formula? BindIndex(ElementAccessExpressionSyntax node, Scope scope)
    {
        var target = binder.Bind(node.Expression, scope);
        if (node.ArgumentList.Arguments is not [var only])
        {
            return context.Mismatch(node.ArgumentList, "An index has one value.");
        }

        var index = binder.Bind(only.Expression, scope);
        if (target is not null && index is Formula.Constant { Value: string field }
            && context.Schema.IsRecord(TypeNames.Bare(target.Type)))
        {
            return Member(target, field, only);
        }

        return target is null || index is null ? null : binder.Queries.At(target, index, node);
    }

    /// <returns>The type a name before a dot stands for, unless a value has that name.</returns>
    public Type? StaticTypeOf(ExpressionSyntax node, Scope scope) => node switch
    {
        PredefinedTypeSyntax word => Vocabulary.TypeNamed(word.Keyword.Text),
        IdentifierNameSyntax name when !scope.Has(name.Identifier.ValueText)
            && !IsFieldOfIt(name.Identifier.ValueText, scope) => TypeNamed(name.Identifier.ValueText),
        MemberAccessExpressionSyntax when Qualified(node) is { } name && !scope.Has(FirstOf(name)) => TypeNamed(name),
        _ => null,
    };

    public Type? TypeNamed(string name) => Vocabulary.TypeNamed(name)
        ?? context.Schema.EnumNamed(name)
        ?? context.RegisteredType(name)
        ?? (name.StartsWith(SystemPrefix, StringComparison.Ordinal)
            ? Vocabulary.TypeNamed(name[SystemPrefix.Length..])
            : null)
        ?? (name is "RulesEngine.HelperFunctions.ExpressionUtils" ? typeof(ExpressionUtils) : null);

    // Null, but nobody wrote it so: to be compared with a number it is as unfit as any object.
    private static Formula.Convert Nothing() => new(new Formula.Constant(null, typeof(object)), typeof(object));

    private bool IsNothing(Formula formula) => context.Settings.Nulls is NullPolicy.RulesEngine
        && formula.Type == typeof(object)
        && formula is Formula.Input or Formula.Convert { Inner: Formula.Constant { Value: null } };

    // No type has a longer name; what is longer need not be followed to its start.
    private static string? Qualified(ExpressionSyntax node, int parts = 3) => node switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member when parts > 1 && Qualified(member.Expression, parts - 1) is { } start =>
            $"{start}.{member.Name.Identifier.ValueText}",
        _ => null,
    };

    private static string FirstOf(string qualified) => qualified.Split('.')[0];

    // Tier.S is the tier S even where the element has a field Tier of its own.
    private Type? EnumOf(MemberAccessExpressionSyntax node, Scope scope) =>
        node.Expression is IdentifierNameSyntax name
        && !scope.Has(name.Identifier.ValueText)
        && context.Schema.EnumNamed(name.Identifier.ValueText) is { } type
        && Enum.GetNames(type).Contains(node.Name.Identifier.ValueText, StringComparer.OrdinalIgnoreCase)
            ? type
            : null;

    private static Formula? ScopeWord(string name, Scope scope) =>
        Is(name, "it") ? scope.It : Is(name, "parent") ? scope.Parent : Is(name, "root") ? scope.Root : null;

    private static bool Is(string name, string word) => string.Equals(name, word, StringComparison.OrdinalIgnoreCase);

    private bool IsFieldOfIt(string name, Scope scope) =>
        scope.It is { } it && context.Field(TypeNames.Bare(it.Type), name) is not null;

    private Formula? BindStatic(Type type, string name, SyntaxNode at)
    {
        if (Vocabulary.IsClock(type, name))
        {
            return Clock(type, name) ?? context.Refuse(
                DiagnosticCode.NotAllowed,
                at,
                $"A rule has no clock: give the day as a fact instead of {type.Name}.{name}.");
        }

        if (type.IsEnum)
        {
            return LiteralText.TryRead(name, type, out var member)
                ? new Formula.Constant(member, type)
                : context.Unknown(at, $"value of {type.Name}", name, Enum.GetNames(type));
        }

        if (!Vocabulary.Allows(type, name) && !context.IsRegistered(type))
        {
            return NotAllowed(type, name, at);
        }

        object? value = type.GetField(name, Anyone | BindingFlags.Static) is { } constant
            ? constant.GetValue(null)
            : type.GetProperty(name, Anyone | BindingFlags.Static)?.GetValue(null);
        return value is null
            ? context.Mismatch(at, $"`{type.Name}.{name}` is a function: call it with brackets.")
            : new Formula.Constant(value, value.GetType());
    }

    public Formula? Member(Formula target, string name, SyntaxNode at)
    {
        var bare = TypeNames.Bare(target.Type);
        if (bare != target.Type && NullableMember(target, bare, name) is { } known)
        {
            return known;
        }

        if (bare != target.Type && !context.MemberOfMissingIsMissing)
        {
            return context.Mismatch(
                at,
                $"`{target.Text}` is {TypeNames.Say(target.Type)}: take its Value first, or write np(..) around it.");
        }

        if (context.Field(bare, name) is { } field)
        {
            return Field(target, field);
        }

        if (TypeNames.ElementOf(bare) is not null && (Is(name, "Count") || Is(name, "Length")))
        {
            return binder.Queries.Count(target);
        }

        if (TypeNames.EntryOf(bare) is { } entry)
        {
            return binder.Queries.OfDictionary(target, entry, name, at);
        }

        if (context.IsOpen(bare) || IsNothing(target))
        {
            return Nothing();
        }

        if ((Vocabulary.Allows(bare, name) || context.IsRegistered(bare))
            && bare.GetProperty(name, Anyone | BindingFlags.Instance) is { } property
            && (context.Settings.NamesIgnoreCase || property.Name == name))
        {
            return Field(target, property);
        }

        return context.Schema.FieldNames(bare).Any()
            ? context.Unknown(at, "field", name, context.Schema.FieldNames(bare))
            : NotAllowed(bare, name, at);
    }

    private Formula? NullableMember(Formula target, Type bare, string name)
    {
        if (Is(name, "HasValue"))
        {
            return new Formula.Not(new Formula.IsMissing(target));
        }

        return Is(name, "Value")
            ? context.MemberOfMissingIsMissing ? target with { Text = "" } : new Formula.Convert(target, bare)
            : null;
    }

    private Formula.Member Field(Formula target, PropertyInfo field)
    {
        var missing = target.MayBeNull && context.MemberOfMissingIsMissing;
        var type = missing ? TypeNames.OrNull(field.PropertyType) : field.PropertyType;
        return new Formula.Member(target, field, type, missing) { Label = context.Schema.LabelOf(field) };
    }

    // A static method, so that each evaluation asks anew.
    private Formula.Call? Clock(Type type, string name) => context.Settings.Clock is not { } clock
        ? null
        : Calls.Make(
            type == typeof(DateTimeOffset) ? ((Func<TimeProvider, DateTimeOffset>)Kinds.Instant).Method
                : Is(name, "Today") ? ((Func<TimeProvider, DateTime>)Kinds.Today).Method
                : ((Func<TimeProvider, DateTime>)Kinds.Now).Method,
            null,
            [new Formula.Constant(clock, typeof(TimeProvider))],
            context);

    private Formula? NotAllowed(Type type, string name, SyntaxNode at) => context.Refuse(
        DiagnosticCode.NotAllowed,
        at,
        $"`{name}` of {TypeNames.Say(type)} is not among the members a rule may use.",
        Spelling.Nearest(name, Vocabulary.MembersOf(type)));
}
