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

    public string Name => name;

    public int Revision => revision;

    public JsonElement File => file;

    public IReadOnlyList<string> Injects => injects;

    public RuleSet ReadFor(InputTypes inputs, Func<RuleSet> read)
    {
        if (_readings.TryGetValue(inputs, out var known))
        {
            return known;
        }

        if (_readings.Count >= Limits.Shapes)
        {
            _readings.Clear();
        }

        return _readings.GetOrAdd(inputs, read());
    }

    /// <returns>The same version without its readings, because a workflow it brings in has changed.</returns>
    public Registered Unread() => new(name, revision, file, injects);
}

/// <summary>The names and full types of one call's inputs. Equal when rules read for one serve the other.</summary>
internal sealed record InputTypes(IReadOnlyList<FactInput> Inputs)
{
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
}
