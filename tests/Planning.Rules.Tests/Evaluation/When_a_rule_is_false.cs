using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Evaluation;

public sealed class When_a_rule_is_false : RuleSpec
{
    private static readonly Customer Straits = new()
    {
        Name = "Straits",
        Tier = Tier.A,
        Match = 74.256,
        Missing = ["scope", "date"],
        HeadOffice = new Site("Singapore", null, true),
    };

    [Theory]
    [InlineData("The profile lacks a dated section on $(customer.Missing).", "The profile lacks a dated section on scope, date.")]
    [InlineData("$(customer.Name) in $(customer.HeadOffice.City): $(customer.Match)", "Straits in Singapore: 74.26")]
    [InlineData("$(customer.HeadOffice.Score), $(customer.Quality)", "not known, not known")]
    [InlineData("$(nobody) and $() and $(", "$(nobody) and $() and $(")]
    [InlineData("plain", "plain")]
    public void its_message_reads_as_words(string message, string shown) =>
        Assert.Equal(shown, Message(message, NullPolicy.Unknown));

    [Theory]
    [InlineData("$(customer.Name) $(customer.Tier) $(customer.HeadOffice.Score)", "Straits 2 $(customer.HeadOffice.Score)")]
    [InlineData("$(n) $(customer.Match)", "\"Straits\" 74.256")]
    [InlineData("$(customer.Missing)", "[\n  \"scope\",\n  \"date\"\n]")]
    public void its_message_reads_as_json_to_rules_engine(string message, string shown) => Assert.Equal(
        shown, Message(message, NullPolicy.RulesEngine).Replace("\r", "", StringComparison.Ordinal));

    private static string Message(string message, NullPolicy nulls) => Sound(
        Workflow(
            "customer.Match > 80",
            $$""", "LocalParams": [ { "Name": "n", "Expression": "customer.Name" } ], "ErrorMessage": "{{message}}" """),
        nulls).Evaluate(About(Straits)).Results[0].Message;
}
