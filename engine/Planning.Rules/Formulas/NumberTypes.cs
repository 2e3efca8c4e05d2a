namespace Planning.Rules.Formulas;

/// <summary>C#'s numeric promotions, on types without their question marks.</summary>
internal static class NumberTypes
{
    private static readonly Dictionary<Type, Type[]> Widenings = new()
    {
        [typeof(sbyte)] = [typeof(short), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal)],
        [typeof(byte)] =
        [
            typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float),
            typeof(double), typeof(decimal),
        ],
        [typeof(short)] = [typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal)],
        [typeof(ushort)] =
        [
            typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float), typeof(double), typeof(decimal),
        ],
        [typeof(int)] = [typeof(long), typeof(float), typeof(double), typeof(decimal)],
        [typeof(uint)] = [typeof(long), typeof(ulong), typeof(float), typeof(double), typeof(decimal)],
        [typeof(long)] = [typeof(float), typeof(double), typeof(decimal)],
        [typeof(ulong)] = [typeof(float), typeof(double), typeof(decimal)],
        [typeof(float)] = [typeof(double)],
        [typeof(double)] = [],
        [typeof(decimal)] = [],
    };

    private static readonly Type[] ByPreference =
        [typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float), typeof(double), typeof(decimal)];

    public static bool IsNumber(Type type) => Widenings.ContainsKey(type);

    /// <returns>How far a widening goes, from 1; 0 for the same type; null when the type does not widen to
    /// it.</returns>
    public static int? Distance(Type from, Type to)
    {
        if (from == to)
        {
            return 0;
        }

        var step = Widenings.TryGetValue(from, out var wider) ? Array.IndexOf(wider, to) : -1;
        return step < 0 ? null : step + 1;
    }

    /// <returns>The type both operands are computed in, at least int; null when there is none (decimal and
    /// double).</returns>
    public static Type? Common(Type left, Type right) =>
        ByPreference.FirstOrDefault(type => Distance(left, type) is not null && Distance(right, type) is not null);
}
