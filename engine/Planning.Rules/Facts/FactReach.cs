using System.Reflection;

namespace Planning.Rules.Facts;

/// <summary>Collects the records and enums that can be reached from the inputs.</summary>
internal sealed class FactReach
{
    private readonly HashSet<Type> _seen = [];

    public Dictionary<Type, IReadOnlyList<PropertyInfo>> Records { get; } = [];

    public List<Type> Enums { get; } = [];

    public void Include(Type type)
    {
        var pending = new Stack<Type>([type]);
        while (pending.TryPop(out var next))
        {
            if (!_seen.Add(next))
            {
                continue;
            }

            foreach (var inner in Inside(next))
            {
                pending.Push(inner);
            }
        }
    }

    private IEnumerable<Type> Inside(Type type)
    {
        if (type.IsArray)
        {
            return [type.GetElementType()!];
        }

        if (type.IsGenericType && BelongsToSystem(type))
        {
            return type.GetGenericArguments();
        }

        if (BelongsToSystem(type))
        {
            return [];
        }

        if (type.IsEnum)
        {
            Enums.Add(type);
            return [];
        }

        PropertyInfo[] fields =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(field => field.GetMethod is { IsPublic: true } && field.GetIndexParameters() is [])
                .GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase)
                .Select(group => group.First()),
        ];
        Records[type] = fields;
        return fields.Select(field => field.PropertyType);
    }

    private static bool BelongsToSystem(Type type) =>
        type.Namespace is { } space
        && (space is "System" or "Microsoft"
            || space.StartsWith("System.", StringComparison.Ordinal)
            || space.StartsWith("Microsoft.", StringComparison.Ordinal));
}
