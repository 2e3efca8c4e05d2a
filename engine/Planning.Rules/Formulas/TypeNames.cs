using Planning.Rules.Facts;

namespace Planning.Rules.Formulas;

/// <summary>Types as an author would say them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(string)] = "string",
        [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong",
        [typeof(ushort)] = "ushort",
    };

    public static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    public static Type OrNull(Type type) =>
        type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;

    /// <summary>Whether an input of the type may be given as null: only where its type says so.</summary>
    public static bool MayBeNull(Type type) => type == typeof(object) || Nullable.GetUnderlyingType(type) is not null;

    /// <summary>The element type of a list, or null when the type is not a list. A text is not a list.</summary>
    public static Type? ElementOf(Type type)
    {
        if (type == typeof(string))
        {
            return null;
        }

        var list = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)
            ? type
            : type.GetInterfaces().FirstOrDefault(
                face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return list?.GetGenericArguments()[0];
    }

    /// <summary>The entry type of a dictionary, or null when the type is not one.</summary>
    public static Type? EntryOf(Type type) =>
        ElementOf(type) is { IsGenericType: true } entry
        && entry.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
        && (Implements(type, typeof(IReadOnlyDictionary<,>)) || Implements(type, typeof(IDictionary<,>)))
            ? entry
            : null;

    /// <summary>How deep values of the type nest: 0 for a number, 1 for a list of numbers, 2 for a list of
    /// those.</summary>
    public static int DepthOf(Type type) =>
        type.IsArray ? 1 + DepthOf(type.GetElementType()!)
        : type.IsGenericType ? 1 + type.GetGenericArguments().Max(DepthOf)
        : RecordTypes.DepthOf(type);

    private static bool Implements(Type type, Type open) =>
        type.GetInterfaces().Append(type).Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == open);

    public static string Say(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } bare)
        {
            return $"{Say(bare)}?";
        }

        if (Words.TryGetValue(type, out var word))
        {
            return word;
        }

        return ElementOf(type) is { } element ? $"list of {Say(element)}" : type.Name;
    }
}
