namespace Planning.Rules.Facts;

/// <summary>One named input and the .NET type whose public properties are its fields.</summary>
/// <remarks>Explanations call a field by its <see cref="System.ComponentModel.DisplayNameAttribute"/>, if it has
/// one.</remarks>
public sealed record FactInput(string Name, Type Type)
{
    /// <summary>An input that comes as JSON or as dictionaries. Such data are read into the shape at each
    /// evaluation.</summary>
    public FactInput(string name, FactShape shape)
        : this(name, new RecordTypes().Of(shape)) { }
}
