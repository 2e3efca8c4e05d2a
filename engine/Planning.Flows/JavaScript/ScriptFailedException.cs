namespace Planning.Flows.JavaScript;

/// <summary>A script failed while it ran. Its author mends it, or its data.</summary>
public sealed class ScriptFailedException : Exception
{
    public ScriptFailedException(string message)
        : base(message)
    {
    }

    /// <param name="line">1-based.</param>
    /// <param name="column">1-based.</param>
    public ScriptFailedException(string message, int line, int column)
        : base($"{message} (line {line}, column {column})")
    {
        Line = line;
        Column = column;
    }

    /// <summary>Null when no place in the script is at fault.</summary>
    public int? Line { get; }

    public int? Column { get; }
}
