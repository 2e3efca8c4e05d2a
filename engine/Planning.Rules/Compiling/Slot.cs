namespace Planning.Rules.Compiling;

/// <summary>Where a computed value lives during one evaluation, without boxing.</summary>
internal sealed class Slot<T>(T value) : ISlot
{
    public T Value => value;

    public object? Boxed => value;
}

/// <summary>A slot read by someone who does not know its type.</summary>
internal interface ISlot
{
    object? Boxed { get; }
}

/// <summary>Makes slots; compiled code calls it.</summary>
internal static class Slots
{
    public static object Of<T>(T value) => new Slot<T>(value);
}
