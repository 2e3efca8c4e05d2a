using Planning.Flows.Expressions;

namespace Planning.Flows.Definitions;

/// <param name="Initial">The default value, already converted to the type; null when there is none.</param>
public sealed record VariableDeclaration(string Id, string Name, DataType Type, object? Initial);

public sealed record InputDeclaration(string Name, DataType Type);

public sealed record OutputDeclaration(string Name, DataType Type);

/// <summary>What a workflow wants to know before it begins once more.</summary>
public enum ActivationStrategy
{
    /// <summary>It always begins.</summary>
    Always,

    /// <summary>Only one instance of it runs at a time.</summary>
    Singleton,

    /// <summary>Only one instance of any workflow runs at a time with its correlation id.</summary>
    Correlation,

    /// <summary>Only one instance of it runs at a time with its correlation id.</summary>
    CorrelatedSingleton,
}

/// <summary>What the definition says about the time after an activity failed.</summary>
public enum IncidentStrategy
{
    /// <summary>The instance is faulted and over.</summary>
    Fault,

    /// <summary>Other branches go on; the instance waits, suspended, for a retry or a cancellation.</summary>
    ContinueWithIncidents,
}
