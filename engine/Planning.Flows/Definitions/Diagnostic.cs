namespace Planning.Flows.Definitions;

/// <summary>A mistake in a workflow definition that its author can mend.</summary>
/// <param name="Code"><c>FLOW</c> and three digits; see <see cref="Codes"/>.</param>
/// <param name="ActivityId">Null when the mistake is not in an activity.</param>
/// <param name="Path">Where in the JSON, such as <c>$.root.activities[2].text</c>.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record Diagnostic(string Code, string? ActivityId, string Path, string Message);

public static class Codes
{
    public const string NotJson = "FLOW001";
    public const string MissingMember = "FLOW002";
    public const string UnknownActivityType = "FLOW003";
    public const string UnknownActivityVersion = "FLOW004";
    public const string DuplicateActivityId = "FLOW005";
    public const string BadActivityId = "FLOW006";
    public const string DanglingConnection = "FLOW007";
    public const string UnknownPort = "FLOW008";
    public const string MissingInput = "FLOW009";
    public const string UnknownExpressionType = "FLOW010";
    public const string BadExpression = "FLOW011";
    public const string UnknownVariable = "FLOW012";
    public const string UnknownWorkflowInput = "FLOW013";
    public const string BadValue = "FLOW014";
    public const string TooDeep = "FLOW015";
    public const string NotSupported = "FLOW016";
    public const string DuplicateVariable = "FLOW017";
    public const string TooLarge = "FLOW018";
    public const string CyclicUse = "FLOW019";
    public const string FlawedUse = "FLOW020";
    public const string DuplicateVersion = "FLOW021";
    public const string UnknownOutput = "FLOW022";
    public const string UnknownRetryStrategy = "FLOW023";
}
