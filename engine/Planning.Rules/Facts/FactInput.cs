using System.Collections.Frozen;
using Planning.Rules.Wording;

namespace Planning.Rules.Facts;

/// <summary>One named input and the .NET type whose public properties are its fields.</summary>
public sealed record FactInput(string Name, Type Type)
{
    /// <summary>What explanations call the fields: by field name, <c>Match</c>; of one record among several with such
    /// a field, <c>Site.Score</c>. A field that is not here is called by its
    /// <see cref="System.ComponentModel.DisplayNameAttribute"/>, or by the words of its name.</summary>
    public IReadOnlyDictionary<string, Label> Labels { get; init; } = FrozenDictionary<string, Label>.Empty;

    /// <summary>An input that comes as JSON or as dictionaries. Such data are read into the shape at each
    /// evaluation.</summary>
    public FactInput(string name, FactShape shape)
        : this(name, new RecordTypes().Of(shape)) { }
}
