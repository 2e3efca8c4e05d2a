using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Books;

/// <summary>Finds out what types the inputs of a call have, making types for data that bring none.</summary>
internal sealed class GivenInputs(NullPolicy nulls)
{
    private readonly RecordTypes _types = new();
    private readonly DataReader _reader = new(isComplete: false);

    /// <exception cref="ArgumentException">Two inputs have one name, or data are too deep or too wide.</exception>
    public Given Of(IReadOnlyList<RuleParameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Of(parameters.Select(parameter => (parameter, TypeOf(parameter.Value))));
    }

    /// <summary>Inputs whose types are known, as far as they are not null.</summary>
    public static Given Of(IEnumerable<(RuleParameter Parameter, Type Type)> typed)
    {
        (RuleParameter Parameter, Type Type)[] sorted =
            [.. typed.OrderBy(one => one.Parameter.Name, StringComparer.Ordinal)];
        return new Given(
            [.. sorted.Select(one => one.Parameter)],
            new InputTypes([.. sorted.Select(one => new FactInput(one.Parameter.Name, one.Type))]));
    }

    /// <summary>Reads data into the types that were found for them.</summary>
    public Given Read(Given given) => given with
    {
        Parameters =
        [
            .. given.Parameters.Zip(given.Types.Inputs, (parameter, input) => RawFacts.IsData(parameter.Value)
                ? new RuleParameter(parameter.Name, _reader.Read(parameter.Value, input.Type, parameter.Name))
                : parameter),
        ],
    };

    private Type TypeOf(object? value) => RawFacts.IsData(value)
        ? _types.Of(FactShape.Of(value, isOpen: nulls is NullPolicy.RulesEngine, nulls))
        : value?.GetType() ?? typeof(object);
}

/// <summary>The inputs of one call, sorted by name, and their types in the same order.</summary>
internal sealed record Given(IReadOnlyList<RuleParameter> Parameters, InputTypes Types);
