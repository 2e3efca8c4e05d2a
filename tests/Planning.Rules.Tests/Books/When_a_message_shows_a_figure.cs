using System.Text.Json;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Books;

/// <summary>RulesEngine's messages show values as JSON; most of them we write without its serializer.</summary>
public sealed class When_a_message_shows_a_figure : BookSpec
{
    public static TheoryData<object> Figures =>
    [
        0, int.MinValue, long.MaxValue, 1.10m, -0.000_000_1m, decimal.MaxValue, 0.1, -0.0, 1e16, 1.5e-7, 123_456_789.25,
        double.MaxValue, double.Epsilon, true, false,
    ];

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task it_is_written_as_JSON_writes_it(object figure)
    {
        GivenABook(RuleSettings.RulesEngine);
        GivenTheWorkflow("""
            { "WorkflowName": "w", "Rules": [ { "RuleName": "R", "Expression": "false",
              "ErrorMessage": "$(figure), $(record.Value)" } ] }
            """);
        var results = await Book.EvaluateAsync(
            "w",
            [new RuleParameter("figure", figure), new RuleParameter("record", KeyValuePair.Create("k", figure))],
            CancellationToken);

        var json = JsonSerializer.Serialize(figure);
        Assert.Equal($"{json}, {json}", results.Results[0].Message);
    }
}
