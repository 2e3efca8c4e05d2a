using System.Globalization;
using Planning.Flows.Expressions;
using Planning.Rules.Facts;

namespace Planning.Workflows.Expressions;

/// <summary>The variables, or the inputs, that one expression uses.</summary>
/// <param name="declared">All that stand where the expression stands.</param>
/// <param name="used">Names as the expression writes them.</param>
internal sealed class UsedNames(IReadOnlyList<(string Name, DataType Type)> declared, IReadOnlyList<string> used)
{
    private readonly (string Name, DataType Type)[] _used =
        [.. declared.Where(one => used.Contains(one.Name, StringComparer.OrdinalIgnoreCase))];

    /// <summary>Whether the type of everything used is known before the workflow runs.</summary>
    public bool IsTyped { get; } = declared
        .Where(one => used.Contains(one.Name, StringComparer.OrdinalIgnoreCase))
        .All(one => TypeOf(one.Type) != typeof(object));

    /// <summary>All that are declared, so that a name nobody declared can be told from the right one; no value is asked
    /// for those that are not used.</summary>
    public FactShape Shape => new FactShape.Record(declared.ToDictionary(
        one => one.Name, one => ShapeOf(one.Type, _used.Contains(one)), StringComparer.OrdinalIgnoreCase));

    public IEnumerable<ExpressionMistake> Unknown(string kind) => IsTyped
        ? [] // Told with its place when the types were checked.
        : used.Where(name => !declared.Any(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)))
            .Select(name => new ExpressionMistake($"There is no {kind} `{name}` here. " + (declared.Count == 0
                ? "None is declared."
                : $"There is: {string.Join(", ", declared.Select(one => one.Name))}.")));

    public Dictionary<string, object?> Values(Func<string, object?> valueOf) =>
        _used.ToDictionary(one => one.Name, one => Value(valueOf(one.Name), one.Type), StringComparer.Ordinal);

    private static FactShape ShapeOf(DataType type, bool isUsed)
    {
        var of = TypeOf(type);
        return type.IsList ? new FactShape.List(new FactShape.Value(of))
            : new FactShape.Value(isUsed || !of.IsValueType ? of : typeof(Nullable<>).MakeGenericType(of));
    }

    // As in Elsa's typed variables, what has no value is its type's usual one: 0, false, no text.
    private static object? Value(object? canonical, DataType type)
    {
        var to = TypeOf(type);
        if (canonical is null)
        {
            return to.IsValueType && !type.IsList ? Activator.CreateInstance(to) : null;
        }

        return type.IsList || to == typeof(object) || to.IsInstanceOfType(canonical) ? canonical
            : to == typeof(string) ? Planning.Flows.Expressions.Values.ToText(canonical)
            : canonical is string text ? Parsed(text, to)
            : Convert.ChangeType(canonical, to, CultureInfo.InvariantCulture);
    }

    private static object Parsed(string text, Type to) =>
        to == typeof(DateTime) ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
        : to == typeof(DateTimeOffset) ? DateTimeOffset.Parse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : to == typeof(DateOnly) ? DateOnly.Parse(text, CultureInfo.InvariantCulture)
        : to == typeof(TimeSpan) ? TimeSpan.Parse(text, CultureInfo.InvariantCulture)
        : Convert.ChangeType(text, to, CultureInfo.InvariantCulture);

    private static Type TypeOf(DataType type) => type.Kind switch
    {
        DataKind.Text => typeof(string),
        DataKind.YesNo => typeof(bool),
        DataKind.Integer => type.Alias is "Int64" or "UInt32" or "UInt64" ? typeof(long) : typeof(int),
        DataKind.Number => type.Alias is "Decimal" ? typeof(decimal) : typeof(double),
        DataKind.Instant => type.Alias is "DateTime" ? typeof(DateTime) : typeof(DateTimeOffset),
        DataKind.Day => typeof(DateOnly),
        DataKind.Duration => typeof(TimeSpan),
        _ => typeof(object),
    };
}
