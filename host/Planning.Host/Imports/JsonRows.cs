using System.Text;
using System.Text.Json;

namespace Planning.Host.Imports;

/// <summary>An object of a JSON file as a row: the text of each property, and the line in which the object starts.</summary>
internal sealed record JsonRow(int Line, IReadOnlyDictionary<string, string> Texts);

/// <summary>Reads a JSON object with one list of objects in it as rows.</summary>
internal ref struct JsonRows(ReadOnlySpan<byte> json, string list)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private Utf8JsonReader _reader = new(
        json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });

    private readonly List<JsonRow> _listed = [];
    private int _line = 1;
    private int _counted;

    /// <exception cref="JsonException">It is no JSON, or of another shape; the line number says where.</exception>
    public (JsonRow Root, IReadOnlyList<JsonRow> Listed) Read()
    {
        _reader.Read();
        var root = Object();
        _reader.Read();
        return (root, _listed);
    }

    private JsonRow Object()
    {
        var line = Line();
        Require(JsonTokenType.StartObject);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = _reader.GetString()!;
            _reader.Read();
            if (name == list && _reader.CurrentDepth == 1)
            {
                Objects();
            }
            else
            {
                texts[name] = Text();
            }
        }

        return new JsonRow(line, texts);
    }

    private void Objects()
    {
        Require(JsonTokenType.StartArray);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            _listed.Add(Object());
        }
    }

    private string Text()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _reader.Skip();
                return "";
            case JsonTokenType.String:
                return _reader.GetString()!;
            case JsonTokenType.Null:
                return "";
            default:
                return Encoding.UTF8.GetString(_reader.ValueSpan);
        }
    }

    private void Require(JsonTokenType type)
    {
        if (_reader.TokenType != type)
        {
            throw new JsonException(null, null, Line() - 1, null);
        }
    }

    private int Line()
    {
        var at = (int)_reader.TokenStartIndex;
        _line += _json[_counted..at].Count((byte)'\n');
        _counted = at;
        return _line;
    }
}
