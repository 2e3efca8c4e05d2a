using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Planning.Rules.Facts;

/// <summary>One field of a record that is made of data.</summary>
internal abstract class RecordField(PropertyInfo property)
{
    public string Name => property.Name;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(property.Name);

    public Type Type => property.PropertyType;

    /// <summary>Whether null is no value of it.</summary>
    public bool IsNeeded { get; } =
        property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null;

    public static RecordField Of(PropertyInfo property, bool isComplete) => (RecordField)Activator.CreateInstance(
        typeof(RecordField<>).MakeGenericType(property.PropertyType), property, isComplete)!;

    /// <param name="value">Of the field's type.</param>
    public abstract void Write(DataRecord record, object? value);

    /// <returns>False when the JSON does not read as the field's type.</returns>
    public abstract bool TryRead(ref Utf8JsonReader json, object? whole, DataRecord record);
}

/// <inheritdoc/>
internal sealed class RecordField<T>(PropertyInfo property, bool isComplete) : RecordField(property)
{
    private readonly JsonReading<T> _read = JsonReadings.For<T>(isComplete);
    private readonly Action<DataRecord, T?> _write = RecordTypes.WriterOf<T>(property);

    public override void Write(DataRecord record, object? value) => _write(record, (T?)value);

    public override bool TryRead(ref Utf8JsonReader json, object? whole, DataRecord record)
    {
        var value = default(T);
        if (json.TokenType is JsonTokenType.Null ? IsNeeded && isComplete : !_read(ref json, whole, out value))
        {
            return false;
        }

        _write(record, value);
        return true;
    }
}
