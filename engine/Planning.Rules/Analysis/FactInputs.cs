using System.Reflection;
using System.Runtime.CompilerServices;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;

namespace Planning.Rules.Analysis;

/// <summary>Where a fact stands in the inputs.</summary>
internal sealed record FactSlot(string Input, IReadOnlyList<PropertyInfo> Fields)
{
    public string Path => string.Join('.', Fields.Select(one => one.Name).Prepend(Input));

    public Type Type => Fields is [.., var last] ? TypeNames.Bare(last.PropertyType) : typeof(object);

    /// <returns>Null for what is no fact itself.</returns>
    public static FactSlot? Of(Formula formula) => FactNames.FactOf(formula) switch
    {
        Formula.Member { Target: Formula.Input input } member => new FactSlot(input.Name, [member.Field]),
        Formula.Member member when Of(member.Target) is { } target =>
            target with { Fields = [.. target.Fields, member.Field] },
        _ => null,
    };

    /// <summary>Every fact that formulas are computed from, parameters on the way looked into once.</summary>
    public static IReadOnlyList<FactSlot> In(IEnumerable<Formula> formulas)
    {
        var facts = new Dictionary<string, FactSlot>(StringComparer.Ordinal);
        var parameters = new HashSet<int>();
        var rest = new Stack<Formula>(formulas);
        while (rest.TryPop(out var formula))
        {
            if (Of(formula) is { } fact)
            {
                facts.TryAdd(fact.Path, fact);
            }
            else if (formula is not Formula.Scoped scoped || parameters.Add(scoped.Slot))
            {
                foreach (var part in formula.Parts)
                {
                    rest.Push(part);
                }
            }
        }

        return [.. facts.Values.OrderBy(fact => fact.Path, StringComparer.Ordinal)];
    }
}

/// <summary>Inputs of a schema, made from nothing: what is not set is missing, or its type's zero.</summary>
internal sealed class FactInputs
{
    private readonly Dictionary<string, object?> _inputs;

    public FactInputs(FactSchema schema) => _inputs = schema.Inputs.ToDictionary(
        input => input.Name, input => Make(input.Type), StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<RuleParameter> Parameters =>
        [.. _inputs.Select(input => new RuleParameter(input.Key, input.Value))];

    /// <returns>False when the fact cannot be set.</returns>
    public bool Set(FactSlot fact, object? value)
    {
        var record = _inputs[fact.Input];
        foreach (var field in fact.Fields.SkipLast(1))
        {
            if (record is null || (field.GetValue(record) is null && !Put(record, field, Make(field.PropertyType))))
            {
                return false;
            }

            record = field.GetValue(record);
        }

        return record is not null && Put(record, fact.Fields[^1], value);
    }

    private static bool Put(object record, PropertyInfo field, object? value)
    {
        if (field.SetMethod is null || (value is null && field.PropertyType.IsValueType
            && Nullable.GetUnderlyingType(field.PropertyType) is null))
        {
            return false;
        }

        field.SetValue(record, value);
        return true;
    }

    private static object? Make(Type type)
    {
        if (type.IsAbstract || type.IsArray || type == typeof(string) || Nullable.GetUnderlyingType(type) is not null)
        {
            return null;
        }

        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in type.GetProperties().Where(field => field.SetMethod is not null))
        {
            if (TypeNames.ElementOf(field.PropertyType) is { } element
                && field.PropertyType.IsAssignableFrom(typeof(List<>).MakeGenericType(element)))
            {
                field.SetValue(made, Activator.CreateInstance(typeof(List<>).MakeGenericType(element)));
            }
        }

        return made;
    }
}
