using System.Text.Json;
using Planning.Rules.Compiling;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Evaluation;

/// <summary>Lays out what one evaluation works on: the inputs in schema order, then a slot for each computed
/// value.</summary>
internal sealed class Frames(FactSchema schema, ScopedValue[] globals, int size, TimeLimit? time)
{
    private readonly DataReader _data = new(isComplete: true);

    public FactSchema Schema => schema;

    public IReadOnlyList<ScopedValue> Globals => globals;

    /// <exception cref="ArgumentException">An input is not given, is null, or is not of the type the schema
    /// promises.</exception>
    public object?[] Make(IReadOnlyList<RuleParameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Steps.Begin(time);
        var frame = new object?[size];
        for (var i = 0; i < schema.Inputs.Count; i++)
        {
            var input = schema.Inputs[i];
            var value = Find(parameters, input.Name, i);
            frame[i] = input.Type.IsInstanceOfType(value) && value is not JsonElement ? value : Fit(value, input);
        }

        return frame;
    }

    /// <summary>Computes the globals, in order.</summary>
    /// <returns>Why that failed, or null when all is well.</returns>
    public string? Compute(object?[] frame)
    {
        try
        {
            foreach (var global in globals)
            {
                global.Compute(frame);
            }

            return null;
        }
        catch (Exception failure) when (Failures.IsOfRule(failure))
        {
            return failure.Message;
        }
    }

    private object? Fit(object? value, FactInput input)
    {
        if (RawFacts.IsData(value))
        {
            return _data.Read(value, input.Type, input.Name);
        }

        return value is null && TypeNames.MayBeNull(input.Type)
            ? null
            : throw new ArgumentException(
                $"The input {input.Name} must be {input.Type.Name}, not {value?.GetType().Name ?? "null"}.",
                nameof(value));
    }

    private static object? Find(IReadOnlyList<RuleParameter> parameters, string name, int likely)
    {
        if (likely < parameters.Count
            && string.Equals(parameters[likely].Name, name, StringComparison.OrdinalIgnoreCase))
        {
            return parameters[likely].Value;
        }

        foreach (var parameter in parameters)
        {
            if (string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return parameter.Value;
            }
        }

        throw new ArgumentException($"The input {name} is not given.", nameof(parameters));
    }
}
