namespace Planning.Rules.RuleSets;

/// <summary>Every code a rule file can be answered with.</summary>
public static class DiagnosticCode
{
    public const string NotJson = "RULE001";
    public const string WrongShape = "RULE002";
    public const string Missing = "RULE003";
    public const string Duplicate = "RULE004";
    public const string UnknownOperator = "RULE005";
    public const string NotSupported = "RULE006";
    public const string TooLarge = "RULE007";
    public const string IgnoredMember = "RULE008";
    public const string DecisionTerm = "RULE009";
    public const string UnknownDecisionTerm = "RULE010";
    public const string Circle = "RULE011";
    public const string Unused = "RULE012";
    public const string Syntax = "RULE020";
    public const string UnknownName = "RULE021";
    public const string TypeMismatch = "RULE022";
    public const string NotAllowed = "RULE023";
    public const string BadLiteral = "RULE024";
    public const string NotACondition = "RULE025";
    public const string OutsideDialect = "RULE026";
    public const string TooDeep = "RULE027";
    public const string ExpressionTooLong = "RULE028";
    public const string TooManyParts = "RULE029";
    public const string UnknownPlaceholder = "RULE030";
    public const string TooManyLambdas = "RULE031";
    public const string ValuesTooDeep = "RULE032";
    public const string TooManyShapes = "RULE033";
    public const string FileTooDeep = "RULE034";
    public const string TooManyRules = "RULE035";

    // Told while rules run, by LimitExceededException.
    public const string TooManySteps = "RULE040";
    public const string TooMuchTime = "RULE041";
    public const string ListTooLong = "RULE042";
    public const string TextTooLong = "RULE043";
    public const string TooManyCalls = "RULE044";
}
