using System.Reflection;
using Planning.Rules.Facts;
using Planning.Rules.Wording;

namespace Planning.Rules.Formulas;

/// <summary>The canonical form of an expression: text is read into it, and only it is compiled or explained.</summary>
/// <remarks>Every part is fully typed: conversions are parts of their own, and what null does is already
/// decided.</remarks>
internal abstract record Formula
{
    // Asked for at every missing fact; asking the type is slow.
    private readonly bool _typeMayBeNull;

    private Formula(Type type)
    {
        Type = type;
        _typeMayBeNull = !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
    }

    public Type Type { get; }

    /// <summary>The part as its author wrote it.</summary>
    public string Text { get; init; } = "";

    public virtual IReadOnlyList<Formula> Parts => [];

    public virtual bool MayBeNull => _typeMayBeNull;

    /// <param name="Written">Set for a literal of the author's, so that 1.1 can still become a decimal.</param>
    public sealed record Constant(object? Value, Type Of, string? Written = null) : Formula(Of)
    {
        public override bool MayBeNull => Value is null;
    }

    public sealed record Input(int Slot, string Name, Type Of) : Formula(Of)
    {
        public override bool MayBeNull => TypeNames.MayBeNull(Type);
    }

    /// <summary>A value computed before the rule: a global or local parameter.</summary>
    public sealed record Scoped(int Slot, string Name, Formula Computed) : Formula(Computed.Type)
    {
        /// <summary>What people call the value.</summary>
        public Label Label { get; init; } = Labels.OfComputed(Name);

        /// <summary>The fact that it is another name of; null for what is computed.</summary>
        public Formula? Fact { get; } = FactNames.FactOf(Computed);

        public override IReadOnlyList<Formula> Parts => [Computed];
    }

    /// <summary>The element a lambda is at.</summary>
    /// <param name="Depth">How many lambdas it is inside of, from 1; tells the elements of nested lists apart.</param>
    public sealed record Element(string? Name, int Depth, Type Of) : Formula(Of);

    /// <param name="NullIfNull">A missing target gives a missing value; otherwise it fails at run time.</param>
    public sealed record Member(Formula Target, PropertyInfo Field, Type Of, bool NullIfNull) : Formula(Of)
    {
        /// <summary>What people call the field.</summary>
        public Label Label { get; init; } = Labels.Of(Field);

        public override IReadOnlyList<Formula> Parts => [Target];
    }

    /// <param name="NullIfNull">A missing target or argument gives a missing value, and the method is not
    /// called.</param>
    public sealed record Call(
        Formula? Target, MethodInfo Method, IReadOnlyList<Formula> Arguments, Type Of, bool NullIfNull) : Formula(Of)
    {
        public override IReadOnlyList<Formula> Parts => Target is null ? Arguments : [Target, .. Arguments];
    }

    public sealed record Create(ConstructorInfo Constructor, IReadOnlyList<Formula> Arguments, Type Of)
        : Formula(Of)
    {
        public override IReadOnlyList<Formula> Parts => Arguments;
    }

    public sealed record Convert(Formula Inner, Type To) : Formula(To)
    {
        public override IReadOnlyList<Formula> Parts => [Inner];

        // Made a plain value, it fails instead of being null.
        public override bool MayBeNull => base.MayBeNull && Inner.MayBeNull;
    }

    public sealed record Arithmetic(ArithmeticOperator Operator, Formula Left, Formula Right, Type Of) : Formula(Of)
    {
        public override IReadOnlyList<Formula> Parts => [Left, Right];
    }

    public sealed record Negate(Formula Inner) : Formula(Inner.Type)
    {
        public override IReadOnlyList<Formula> Parts => [Inner];
    }

    /// <summary>Texts put one after the other; a missing part reads as nothing.</summary>
    public sealed record Join(Formula Left, Formula Right) : Formula(typeof(string))
    {
        public override IReadOnlyList<Formula> Parts => [Left, Right];

        public override bool MayBeNull => false;
    }

    public sealed record Compare(Comparison Operator, Formula Left, Formula Right, Type Of) : Formula(Of)
    {
        public override IReadOnlyList<Formula> Parts => [Left, Right];
    }

    /// <summary>Whether a value is missing: definite under every policy.</summary>
    public sealed record IsMissing(Formula Inner) : Formula(typeof(bool))
    {
        public override IReadOnlyList<Formula> Parts => [Inner];
    }

    public sealed record OneOf(Formula Item, IReadOnlyList<Formula> Options, Type Of) : Formula(Of)
    {
        public override IReadOnlyList<Formula> Parts => [Item, .. Options];
    }

    public sealed record All(IReadOnlyList<Formula> Conditions, Type Of) : Formula(Of)
    {
        public override IReadOnlyList<Formula> Parts => Conditions;
    }

    public sealed record Any(IReadOnlyList<Formula> Conditions, Type Of) : Formula(Of)
    {
        public override IReadOnlyList<Formula> Parts => Conditions;
    }

    public sealed record Not(Formula Inner) : Formula(Inner.Type)
    {
        public override IReadOnlyList<Formula> Parts => [Inner];
    }

    public sealed record If(Formula Condition, Formula Then, Formula Else, Type Of) : Formula(Of)
    {
        public override IReadOnlyList<Formula> Parts => [Condition, Then, Else];
    }

    public sealed record Coalesce(Formula Inner, Formula Fallback, Type Of) : Formula(Of)
    {
        public override IReadOnlyList<Formula> Parts => [Inner, Fallback];

        public override bool MayBeNull => Fallback.MayBeNull;
    }

    /// <summary>A list written in the rule; every item has the element type.</summary>
    public sealed record ListOf(IReadOnlyList<Formula> Items, Type Each) : Formula(Each.MakeArrayType())
    {
        public override IReadOnlyList<Formula> Parts => Items;

        public override bool MayBeNull => false;
    }

    /// <summary>A record the rule makes; the type was made for it.</summary>
    public sealed record Record(IReadOnlyList<Formula> Fields, IReadOnlyList<string> Names, Type Of) : Formula(Of)
    {
        public override IReadOnlyList<Formula> Parts => Fields;

        public override bool MayBeNull => false;
    }

    /// <summary>A question to a list: Any, Sum, Where and the like.</summary>
    /// <param name="Method">What answers it: takes the list, then the arguments. A <see cref="Truth"/> it returns
    /// is the condition the query stands for.</param>
    /// <param name="NullIfNull">A missing list gives a missing answer; otherwise it fails at run time.</param>
    public sealed record Query(
        MethodInfo Method, Formula Source, IReadOnlyList<Formula> Arguments, Type Of, bool NullIfNull) : Formula(Of)
    {
        public override IReadOnlyList<Formula> Parts => [Source, .. Arguments.Where(part => part is not Lambda)];
    }

    /// <summary>What is asked of each element of a list.</summary>
    public sealed record Lambda(Element Each, Formula Body, Type Returns)
        : Formula(typeof(Func<,>).MakeGenericType(Each.Type, Returns));
}
