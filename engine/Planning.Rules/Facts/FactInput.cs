namespace Planning.Rules.Facts;

/// <summary>One named input and the .NET type whose public properties are its fields.</summary>
/// <remarks>Explanations call a field by its <see cref="System.ComponentModel.DisplayNameAttribute"/>, if it has
/// one.</remarks>
public sealed record FactInput(string Name, Type Type);
