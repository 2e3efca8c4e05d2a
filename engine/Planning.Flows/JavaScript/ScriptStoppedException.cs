namespace Planning.Flows.JavaScript;

/// <summary>A script did more than a script may. It cannot catch this; whoever wrote it mends it.</summary>
public sealed class ScriptStoppedException(string deed)
    : Exception($"The script was stopped because it {deed}. Look for a loop or a recursion that never ends.");
