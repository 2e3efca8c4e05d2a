namespace Planning.Rules.Facts;

/// <summary>Reads data of one shape into records, which are then inputs like any other: make one, read
/// often.</summary>
/// <remarks>Safe to share between threads.</remarks>
public sealed class FactReader(FactShape shape)
{
    private readonly DataReader _reader = new(isComplete: true);

    /// <summary>The type that stands for the shape, for a <see cref="FactInput"/>.</summary>
    public Type Type { get; } = new RecordTypes().Of(shape);

    /// <param name="data">JSON, dictionaries and lists of those; members the shape does not have are left
    /// out.</param>
    /// <exception cref="ArgumentException">A value does not read as the type its field has, or one that cannot be null
    /// is not there.</exception>
    public object? Read(object? data) => _reader.Read(data, Type, "$");

    /// <summary>Reads JSON text, the quickest way from text to facts.</summary>
    /// <param name="utf8">One value, without comments.</param>
    /// <exception cref="ArgumentException">The text is not JSON, or it does not fit the shape.</exception>
    public object? ReadJson(ReadOnlySpan<byte> utf8) => _reader.ReadJson(utf8, Type, "$");
}
