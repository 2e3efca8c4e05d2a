using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Reading;

public sealed class When_a_rule_file_is_flawed : RuleSpec
{
    [Fact]
    public void every_mistake_is_reported_at_once() => Assert.Equal(
        [
            "RULE003 at $.WorkflowName: A workflow must have a name.",
            "RULE021 at $.GlobalParams[0].Expression (1:10): Unknown field `Reveneu`. Did you mean `RevenueTtm`?",
            "RULE004 at $.GlobalParams[1].Name: `customer` is already the name of an input or another parameter.",
            "RULE021 at $.Rules[0].Expression (2:13): Unknown field `Mtach`. Did you mean `Match`?",
            "RULE024 at $.Rules[0].Expression (3:4): \"Z\" is not a value of Tier.",
            "RULE004 at $.Rules[1].RuleName: Two rules are called A.",
            "RULE005 at $.Rules[1].Operator: Unknown operator `Xor`; it is And, AndAlso, Or or OrElse. Did you mean `Or`?",
            "RULE003 at $.Rules[2].Expression: A rule must have an expression, or an operator and rules.",
            "RULE006 at $.Rules[3].Actions: Actions are run by a rule book; "
            + "for a file read alone, say what to do in Properties under `then`.",
        ],
        MistakesIn("""
            { "GlobalParams": [ { "Name": "G", "Expression": "customer.Reveneu * 2" },
                                { "Name": "customer", "Expression": "1" } ],
              "Rules": [
                { "RuleName": "A", "Expression": "G > 1 &&\n   customer.Mtach > 1 &&\n   customer.Tier == \"Z\"" },
                { "RuleName": "A", "Operator": "Xor", "Rules": [ { "RuleName": "B", "Expression": "true" } ] },
                { "RuleName": "C" },
                { "RuleName": "D", "Expression": "true", "Actions": { "OnSuccess": { "Name": "X" } } } ] }
            """));

    [Theory]
    [InlineData("customer.Match >", "RULE020 (1:17): The expression cannot be read: Expected expression.")]
    [InlineData("customer.Match > 1 1", "RULE020 (1:20): The expression cannot be read: Unexpected token '1'.")]
    [InlineData("custmer.Match > 1", "RULE021 (1:1): Unknown name `custmer`. Did you mean `customer`?")]
    [InlineData("customer.Match > \"high\"", "RULE024 (1:1): \"high\" is not a value of double.")]
    [InlineData("customer.Budget > customer.Match", "RULE022 (1:1): `>` cannot stand between decimal and double?. Say which one you mean with decimal(..) or double(..).")]
    [InlineData("customer.Stakeholders", "RULE025 (1:1): `customer.Stakeholders` is int, not a condition.")]
    [InlineData("customer.Name - 1 > 0", "RULE022 (1:1): `-` cannot compute with string and int.")]
    [InlineData("customer.HeadOffice == customer.HeadOffice", "RULE022 (1:1): `==` cannot compare values of Site.")]
    [InlineData("customer.Match > null", "RULE022 (1:1): `>` cannot order anything against null.")]
    [InlineData("customer.ContractEnd > DateTime.Now", "RULE023 (1:33): A rule has no clock: give the day as a fact instead of DateTime.Now.")]
    [InlineData("customer.GetType() == null", "RULE023 (1:10): `GetType` of Customer is not among the functions a rule may call.")]
    [InlineData("customer.Name.GetType().Assembly == null", "RULE023 (1:15): `GetType` of string is not among the functions a rule may call.")]
    [InlineData("customer.GetHashCode() == 1", "RULE023 (1:10): `GetHashCode` of Customer is not among the functions a rule may call.")]
    [InlineData("System.IO.File.Exists(\"x\")", "RULE021 (1:1): Unknown name `System`.")]
    [InlineData("File.Exists(\"x\")", "RULE021 (1:1): Unknown name `File`.")]
    [InlineData("Math.Sqr(4) == 2", "RULE023 (1:6): `Sqr` of Math is not among the functions a rule may call. Did you mean `Sqrt`?")]
    [InlineData("Math.Sqrt(\"x\") == 2", "RULE022 (1:6): `Sqrt` of Math cannot be called with (string).")]
    [InlineData("customer.Sites.Aggregate(1) == 2", "RULE023 (1:16): `Aggregate` is not a question a rule may put to a list.")]
    [InlineData("customer.Sites.Any(s => s.Citty == \"x\")", "RULE021 (1:27): Unknown field `Citty`. Did you mean `City`?")]
    [InlineData("customer.Sites.Sum(s => s.City) > 1", "RULE022 (1:16): `Sum` needs numbers, not string.")]
    [InlineData("foo(1) == 1", "RULE021 (1:1): Unknown function `foo`.")]
    [InlineData("customer.Match ^ 2 > 1", "RULE026 (1:16): `^` has no meaning in a rule.")]
    [InlineData("customer.Match & 2 > 1", "RULE022 (1:1): `&` cannot compute with double? and bool.")]
    [InlineData("customer?.Match > 1", "RULE026 (1:1): `?.` is not in the dialect; write np(..) around the path.")]
    [InlineData("typeof(string) == null", "RULE020 (1:8): The expression cannot be read: Invalid expression term 'string'.")]
    [InlineData("(x, y) => true", "RULE026 (1:1): A lambda stands only in a question to a list, such as Any(..).")]
    [InlineData("Math > 1", "RULE022 (1:1): `Math` is a type, not a value.")]
    [InlineData("customer.Stakeholders ?? 1 > 0", "RULE022 (1:1): `customer.Stakeholders` is never missing, so `??` has nothing to do.")]
    [InlineData("customer.Match switch { _ => true }", "RULE026 (1:1): `customer.Match switch { _ => true }` is not in the dialect of rules.")]
    [InlineData("customer.Name == $@\"{customer.Name}\"", "RULE026 (1:18): `$@` has no meaning in a rule.")]
    public void the_place_the_reason_and_the_cure_are_said(string expression, string mistake) => Assert.Equal(
        mistake, MistakeIn(expression).Replace(" at $.Rules[0].Expression", "", StringComparison.Ordinal));

    [Fact]
    public void an_expression_that_nests_too_deep_or_is_too_long_is_refused()
    {
        Assert.Equal(
            "RULE027 at $.Rules[0].Expression (1:101): The expression nests deeper than 100 levels.",
            MistakeIn(new string('(', 4000) + "true" + new string(')', 4000)));
        Assert.StartsWith("RULE027", MistakeIn(new string('!', 4000) + "true"), StringComparison.Ordinal);
        Assert.StartsWith("RULE027", MistakeIn(string.Concat(Enumerable.Repeat("1+", 4000)) + "1 > 0"), StringComparison.Ordinal);
        Assert.Equal(
            "RULE028 at $.Rules[0].Expression: The expression has 10001 characters; 10000 is the limit.",
            MistakeIn(new string(' ', 9997) + "true"));
    }

    [Theory]
    [InlineData("{", "RULE001 at $ (1:2): The file is not JSON.")]
    [InlineData("{ /* no */ }", "RULE001 at $ (1:3): The file is not JSON.")]
    [InlineData("[]", "RULE002 at $: The file holds 0 workflows; exactly one can be read.")]
    [InlineData("{ \"WorkflowName\": \"\\ud83d\" }", "RULE001 at $: The file holds half of a letter of two parts (a surrogate).")]
    [InlineData("{ \"\\uDC00\": 1 }", "RULE001 at $: The file holds half of a letter of two parts (a surrogate).")]
    [InlineData("3", "RULE002 at $: A workflow must be an object, not a number.")]
    [InlineData("{ \"WorkflowName\": \"w\", \"Rules\": [] }", "RULE003 at $.Rules: A workflow must have at least one rule.")]
    [InlineData("{ \"WorkflowName\": \"w\", \"Rules\": 3 }", "RULE002 at $.Rules: `Rules` must be a list, not a number.")]
    [InlineData("{ \"WorkflowName\": \"w\", \"Rules\": [ 3 ] }", "RULE002 at $.Rules[0]: This must be an object, not a number.")]
    public void the_form_of_the_file_is_checked_too(string json, string mistake) =>
        Assert.Equal(mistake, Assert.Single(MistakesIn(json)));

    [Fact]
    public void half_a_letter_in_the_text_itself_is_told_too() => Assert.Equal(
        "RULE001 at $: The file holds half of a letter of two parts (a surrogate).",
        Assert.Single(MistakesIn($"{{ \"WorkflowName\": \"{(char)0xD83D}\" }}")));

    [Theory]
    [InlineData("\"priority\": \"high\"", "RULE009 at $.Rules[0].Properties.priority: `priority` must be a number, not a text.")]
    [InlineData("\"group\": 3", "RULE009 at $.Rules[0].Properties.group: `group` must be a text, not a number.")]
    [InlineData("\"stop\": \"yes\"", "RULE009 at $.Rules[0].Properties.stop: `stop` must be true or false, not a text.")]
    [InlineData("\"hold\": {\"consecutive\": 0}", "RULE009 at $.Rules[0].Properties.hold.consecutive: `hold.consecutive` must be a whole number of at least 1.")]
    [InlineData("\"hold\": {\"consecutive\": 1.5}", "RULE009 at $.Rules[0].Properties.hold.consecutive: `hold.consecutive` must be a whole number of at least 1.")]
    [InlineData("\"hold\": 2", "RULE009 at $.Rules[0].Properties.hold: `hold` must be an object, not a number.")]
    [InlineData("\"unless\": [1]", "RULE009 at $.Rules[0].Properties.unless[0]: This must be a text, not a number.")]
    [InlineData("\"then\": [{\"value\": 1}]", "RULE009 at $.Rules[0].Properties.then[0]: An action must be an object with a text `do`.")]
    [InlineData("\"then\": {}", "RULE009 at $.Rules[0].Properties.then: `then` must be a list, not an object.")]
    public void what_the_properties_say_about_deciding_is_checked(string property, string mistake) => Assert.Equal(
        mistake, Assert.Single(MistakesIn(Workflow("true", $", \"Properties\": {{ {property} }}"))));

    [Fact]
    public void what_is_only_odd_is_a_warning()
    {
        var reading = Read("""
            { "workflowname": "w", "Author": "me", "rules": [
              { "ruleName": "R", "expression": "true", "ErrorType": "Error", "ruleexpressiontype": 0,
                "SuccessEvent": "told", "ErrorMessage": "See $(customer.Nmae)",
                "Properties": { "priorty": 3, "owner": "me" } } ] }
            """);
        Assert.Equal(
            [
                "RULE030 at $.rules[0].ErrorMessage: Nothing fills `$(customer.Nmae)`; it will stay as it is written.",
                "RULE010 at $.rules[0].Properties.priorty: `priorty` says nothing about deciding; it is kept as it is. Did you mean `priority`?",
                "RULE010 at $.rules[0].Properties.owner: `owner` says nothing about deciding; it is kept as it is.",
                "RULE008 at $.rules[0].ErrorType: A rule has no member `ErrorType`; it is ignored.",
                "RULE008 at $.Author: A workflow has no member `Author`; it is ignored.",
            ],
            Assert.IsType<RuleSetReading.Sound>(reading).Warnings.Select(warning => warning.ToString()));
    }
}
