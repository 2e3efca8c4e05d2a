using Planning.Rules.Compatibility.Tests.Support;

namespace Planning.Rules.Compatibility.Tests.Recorded;

/// <summary>Where we answer a recorded case otherwise than RulesEngine 6.0.1.</summary>
internal static class RecordedDifferences
{
    private static readonly Difference NotJson = new(
        Why.Foreign, "A JObject of Newtonsoft.Json is no input; its JSON is one, and its members are reached by the same words.");

    /// <summary>On purpose, and to stay.</summary>
    public static readonly Dictionary<string, Difference> OnPurpose = new()
    {
        ["RulesEngineTest.ExecuteRule_RuleWithMethodExpression_ReturnsSucess.1"] = new(
            Why.Unsafe, "A delegate that travels inside the data is not called: data do not bring code."),
        ["TypedClassTests.TypedClassBothAccessibleTestWhenCaseInsensitive.1"] = new(
            Why.Unsafe, "The types of inputs are not registered by themselves, so their statics are out of reach."),
        ["RuleExpressionParserTests.TestExpressionWithJObject.1"] = NotJson,
        ["RuleExpressionParserTests.TestExpressionWithJObject.2"] = NotJson,
        ["RuleExpressionParserTests.TestExpressionWithJObject.3"] = NotJson,
    };
}
