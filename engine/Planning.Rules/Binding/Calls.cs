using System.Reflection;
using Planning.Rules.Formulas;

namespace Planning.Rules.Binding;

/// <summary>Makes the call of a method that was found to fit, and settles what missing values do to it.</summary>
internal static class Calls
{
    private static readonly HashSet<string> TakesMissing =
    [
        nameof(string.IsNullOrEmpty), nameof(string.IsNullOrWhiteSpace), nameof(Texts.Concat), nameof(Texts.Compare),
        nameof(ExpressionUtils.CheckContains), nameof(Patterns.Format), nameof(Kinds.Same), nameof(Kinds.Is),
    ];

    public static Formula.Call Make(
        MethodInfo method, Formula? target, IReadOnlyList<Formula> arguments, BindingContext context)
    {
        var parameters = method.GetParameters();
        Formula[] given = [.. arguments.Select((argument, i) => Conversions.To(argument, parameters[i].ParameterType))];
        var takesMissing = TakesMissing.Contains(method.Name);
        var missing = !takesMissing
            && (MissingTarget(target, context) || given.Where((one, i) => Misses(one, parameters[i], context)).Any());
        if (Overloads.WithCulture(method) is { } invariant)
        {
            method = invariant;
            given = [.. given, new Formula.Constant(Vocabulary.Culture, typeof(IFormatProvider))];
        }

        var type = missing ? TypeNames.OrNull(method.ReturnType) : method.ReturnType;
        return new Formula.Call(target, method, given, type, missing);
    }

    private static bool MissingTarget(Formula? target, BindingContext context) =>
        target is { MayBeNull: true } && context.MemberOfMissingIsMissing;

    // A number that is missing where a number is needed makes the result missing under both policies.
    private static bool Misses(Formula argument, ParameterInfo parameter, BindingContext context) =>
        argument.MayBeNull
        && (parameter.ParameterType.IsValueType || context.Nulls.TextOfMissingIsMissing || context.NullSafe > 0);
}
