using System.Text.Json;

namespace Planning.Rules.Facts;

/// <summary>How one type of record is filled, from JSON text or value by value.</summary>
/// <remarks>The way from text is the quick one and answers only where all is sound. What is wrong with the rest is told
/// by <see cref="DataReader"/>, which knows the place.</remarks>
internal sealed class RecordPlan
{
    private const int LongestName = 256;

    private readonly bool _isComplete;
    private readonly int _needed;
    private readonly Func<DataRecord> _create;
    private readonly RecordField[] _fields;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places;

    /// <param name="isComplete">Whether a fact that cannot be null must be given.</param>
    public RecordPlan(Type type, bool isComplete)
    {
        _isComplete = isComplete;
        _create = RecordTypes.CreatorOf(type);
        _fields = [.. DataRecord.FieldsOf(type).Select(field => RecordField.Of(field, isComplete))];
        _needed = isComplete ? _fields.Count(field => field.IsNeeded) : 0;
        _places = _fields.Index()
            .ToDictionary(entry => entry.Item.Name, entry => entry.Index, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Takes what a document may have been parsed with: depth was counted then.</summary>
    public static JsonReaderOptions OfElements { get; } = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = int.MaxValue,
    };

    public DataRecord Create() => _create();

    public IReadOnlyList<RecordField> Fields => _fields;

    /// <returns>The place of the field in <see cref="Fields"/>; -1 when the record has none of that name.</returns>
    public int Find(string name) => _places.TryGetValue(name, out var place) ? place : -1;

    /// <param name="json">At the first token of the value; afterwards at its last.</param>
    /// <param name="whole">The <see cref="JsonElement"/> the text is of; null when it is of none.</param>
    /// <returns>False when the value does not fit or lacks something.</returns>
    public bool TryRead(ref Utf8JsonReader json, object? whole, out DataRecord? record)
    {
        record = null;
        if (json.TokenType is not JsonTokenType.StartObject)
        {
            return false;
        }

        var start = (int)json.TokenStartIndex;
        var made = _create();
        var missing = _needed;
        Span<bool> given = stackalloc bool[_needed > 0 ? _fields.Length : 0];
        var next = 0;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var place = next < _fields.Length && json.ValueTextEquals(_fields[next].Utf8Name) ? next : Find(ref json);
            if (place < 0)
            {
                json.Skip();
                continue;
            }

            json.Read();
            if (!_fields[place].TryRead(ref json, whole, made))
            {
                return false;
            }

            next = place + 1;
            if (_needed > 0 && _fields[place].IsNeeded && !given[place])
            {
                given[place] = true;
                missing--;
            }
        }

        made.Source = whole is null ? null
            : start == 0 ? whole
            : new JsonPart((JsonElement)whole, start, (int)json.BytesConsumed - start);
        record = made;
        return missing == 0;
    }

    private int Find(ref Utf8JsonReader json)
    {
        if (json.ValueSpan.Length > LongestName)
        {
            return Find(json.GetString()!);
        }

        Span<char> name = stackalloc char[LongestName];
        return _places.TryGetValue(name[..json.CopyString(name)], out var place) ? place : -1;
    }
}
