using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Planning.Rules.Facts;

/// <summary>A record made of data that came without a .NET type: JSON, a dictionary, or <c>new(..)</c> in a
/// rule.</summary>
/// <remarks>Its fields are the public properties of the type that was made for its shape.</remarks>
public abstract class DataRecord
{
    /// <summary>The data the record was read from; null for one a rule has made, or that was read from text.</summary>
    internal object? Source { get; set; }

    /// <returns>The record as it was given, for whoever writes it as JSON.</returns>
    internal object ToSource() => Source is JsonPart part ? part.ToElement() : Source ?? ToDictionary();

    /// <returns>The fields by name, with records inside as dictionaries too.</returns>
    public IReadOnlyDictionary<string, object?> ToDictionary() => FieldsOf(GetType())
        .ToDictionary(field => field.Name, field => Plain(field.GetValue(this)), StringComparer.Ordinal);

    internal static IEnumerable<PropertyInfo> FieldsOf(Type record) =>
        record.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static object? Plain(object? value) => value switch
    {
        DataRecord record => record.ToDictionary(),
        IEnumerable<DataRecord> records => records.Select(record => record.ToDictionary()).ToArray(),
        _ => value,
    };
}

/// <summary>A record that may lack fields other records of its kind have: what it lacks is null, not a
/// mistake.</summary>
public abstract class OpenRecord : DataRecord;

/// <summary>A record inside a record that came as JSON; made an element only where it is shown.</summary>
internal sealed record JsonPart(JsonElement Whole, int Start, int Length)
{
    public JsonElement ToElement()
    {
        var json = new Utf8JsonReader(
            JsonMarshal.GetRawUtf8Value(Whole).Slice(Start, Length), RecordPlan.OfElements);
        return JsonElement.ParseValue(ref json);
    }
}
