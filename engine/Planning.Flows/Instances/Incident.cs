namespace Planning.Flows.Instances;

/// <summary>Something went wrong in an instance, and who may mend it can see what and where.</summary>
/// <param name="ActivityId">Null when the instance as a whole is meant.</param>
/// <param name="ExceptionType">Null when no exception was behind it.</param>
public sealed record Incident(
    string Message,
    DateTimeOffset Timestamp,
    string? ActivityId = null,
    string? ActivityNodeId = null,
    string? ActivityInstanceId = null,
    string? ActivityType = null,
    string? ExceptionType = null,
    string? Cause = null);
