using System.Reflection;
using Planning.Rules.Formulas;

namespace Planning.Rules.Binding;

/// <summary>Finds the method or constructor that fits the arguments, as C# would for plain parameters.</summary>
internal static class Overloads
{
    private const BindingFlags Anyone = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance;

    /// <summary>Every allowed method of a type with a name; our own safe ones come before .NET's.</summary>
    public static IReadOnlyList<MethodInfo> Named(Type type, string name, bool onValue, bool isRegistered)
    {
        if (isRegistered)
        {
            return Registered(type, name, !onValue);
        }

        MethodInfo[] safe = type == typeof(string) && !Is(name, "Format") ? Of(typeof(Texts), name, isStatic: true)
            : type == typeof(string) || (type == typeof(DateTime) && Is(name, "ParseExact"))
                ? Of(typeof(Patterns), name, isStatic: true)
                : [];
        return safe is not [] || !Vocabulary.Allows(type, name) ? safe : Of(type, name, !onValue);
    }

    /// <returns>The cheapest that fits, or null when none or several fit equally well.</returns>
    public static TMethod? Best<TMethod>(IEnumerable<TMethod> candidates, IReadOnlyList<Formula> arguments)
        where TMethod : MethodBase
    {
        TMethod? best = null;
        var lowest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            if (Cost(candidate, arguments) is not { } cost || cost > lowest)
            {
                continue;
            }

            best = cost == lowest ? null : candidate;
            lowest = cost;
        }

        return best;
    }

    /// <returns>The same method told to use the invariant culture, if there is such an overload.</returns>
    public static MethodInfo? WithCulture(MethodInfo method) => method.DeclaringType!.GetMethod(
        method.Name,
        Anyone,
        [.. method.GetParameters().Select(parameter => parameter.ParameterType), typeof(IFormatProvider)]);

    private static bool Is(string name, string known) =>
        string.Equals(name, known, StringComparison.OrdinalIgnoreCase);

    // Only what the type itself declares, and nothing that hands out types: no way to reflection, no void.
    private static MethodInfo[] Registered(Type type, string name, bool isStatic) =>
    [
        .. type.GetMethods(Anyone | BindingFlags.DeclaredOnly).Where(method =>
            method.IsStatic == isStatic
            && Is(method.Name, name)
            && method is { IsGenericMethod: false, IsSpecialName: false }
            && IsHarmless(method.ReturnType)
            && Array.TrueForAll(
                method.GetParameters(),
                parameter => !parameter.ParameterType.IsByRef && IsHarmless(parameter.ParameterType))),
    ];

    private static bool IsHarmless(Type type) => type != typeof(void) && !type.IsPointer && !type.IsByRefLike
        && !typeof(MemberInfo).IsAssignableFrom(type) && !typeof(Assembly).IsAssignableFrom(type)
        && !typeof(Module).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type);

    private static MethodInfo[] Of(Type type, string name, bool isStatic) =>
    [
        .. type.GetMethods(Anyone).Where(method =>
            method.IsStatic == isStatic
            && string.Equals(method.Name, name, StringComparison.OrdinalIgnoreCase)
            && !method.IsGenericMethod
            && Array.TrueForAll(method.GetParameters(), parameter => IsPlain(parameter, type))),
    ];

    // An object is taken where we know what becomes of it.
    private static bool IsPlain(ParameterInfo parameter, Type type) =>
        !parameter.ParameterType.IsByRef && !parameter.ParameterType.IsByRefLike && !parameter.ParameterType.IsPointer
        && (parameter.ParameterType != typeof(object) || type == typeof(Convert) || type == typeof(Patterns))
        && parameter.ParameterType != typeof(IFormatProvider);

    private static int? Cost(MethodBase method, IReadOnlyList<Formula> arguments)
    {
        var parameters = method.GetParameters();
        if (parameters.Length != arguments.Count)
        {
            return null;
        }

        var total = 0;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (Conversions.Cost(arguments[i], parameters[i].ParameterType) is not { } cost)
            {
                return null;
            }

            total += cost;
        }

        return total;
    }
}
