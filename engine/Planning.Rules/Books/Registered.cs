using System.Collections.Concurrent;
using System.Text.Json;
using Planning.Rules.Dialect;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Books;

/// <summary>One version of a workflow in a book. Immutable but for what has been read for the inputs seen so
/// far.</summary>
internal sealed class Registered(string name, int revision, JsonElement file, IReadOnlyList<string> injects)
{
    private readonly ConcurrentDictionary<InputTypes, RuleSet> _readings = new();
    private Reading? _latest;

    public string Name => name;

    public int Revision => revision;

    public JsonElement File => file;

    public IReadOnlyList<string> Injects => injects;

    /// <returns>What was read for inputs of the same types just before; null if these are others, or data whose types
    /// are not known yet.</returns>
    public RuleSet? ReadBefore(IReadOnlyList<RuleParameter> parameters) =>
        _latest is { } latest && latest.Types.AreThoseOf(parameters) ? latest.Set : null;

    /// <returns>Null when the workflow has not been read for such inputs.</returns>
    public RuleSet? ReadFor(InputTypes inputs)
    {
        if (_latest is { } latest && ReferenceEquals(latest.Types, inputs))
        {
            return latest.Set;
        }

        if (!_readings.TryGetValue(inputs, out var known))
        {
            return null;
        }

        _latest = new Reading(inputs, known);
        return known;
    }

    public RuleSet Keep(InputTypes inputs, RuleSet read)
    {
        if (_readings.Count >= Limits.Shapes)
        {
            _readings.Clear();
        }

        _latest = new Reading(inputs, read);
        return _readings.GetOrAdd(inputs, read);
    }

    /// <returns>The same version without its readings, because a workflow it brings in has changed.</returns>
    public Registered Unread() => new(name, revision, file, injects);

    private sealed record Reading(InputTypes Types, RuleSet Set);
}

/// <summary>The names and full types of one call's inputs. Equal when rules read for one serve the other.</summary>
internal sealed record InputTypes(IReadOnlyList<FactInput> Inputs)
{
    /// <summary>Whether the parameters, in any order, are inputs of just these types.</summary>
    public bool AreThoseOf(IReadOnlyList<RuleParameter> parameters)
    {
        if (parameters.Count != Inputs.Count)
        {
            return false;
        }

        for (var i = 0; i < Inputs.Count; i++)
        {
            if (!IsAmong(parameters, Inputs[i]))
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(InputTypes? other) => other is not null && Inputs.SequenceEqual(other.Inputs);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var input in Inputs)
        {
            hash.Add(input);
        }

        return hash.ToHashCode();
    }

    private static bool IsAmong(IReadOnlyList<RuleParameter> parameters, FactInput input)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            var (name, value) = parameters[i];
            if (string.Equals(name, input.Name, StringComparison.Ordinal))
            {
                return !RawFacts.IsData(value) && (value?.GetType() ?? typeof(object)) == input.Type;
            }
        }

        return false;
    }
}
