using System.Collections.Immutable;
using System.Text.Json;
using Planning.Rules.Analysis;
using Planning.Rules.Books;
using Planning.Rules.Decisions;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Rules.Wording;

namespace Planning.Rules.Tests.Documentation;

/// <summary>Every snippet of docs/rules.md, compiled and run here word for word.</summary>
public sealed class When_the_page_about_rules_is_followed
{
    private const string Discounts = """
        {
          "WorkflowName": "Discounts",
          "Rules": [
            {
              "RuleName": "Loyal",
              "Expression": "customer.Orders >= 10 && customer.Country == \"DK\"",
              "ErrorMessage": "$(customer.Orders) orders are not enough."
            }
          ]
        }
        """;

    private readonly FactSchema _schema = new(new FactInput("customer", typeof(Customer)));
    private readonly Customer _ada = new(12, "DK", null);

    [Fact]
    public void rules_are_read_once_and_judge_often()
    {
        #region read
        var schema = new FactSchema(new FactInput("customer", typeof(Customer)));
        var reading = RuleSetReader.Read(Discounts, schema);
        if (reading is not RuleSetReading.Sound { RuleSet: var rules })
        {
            throw new FormatException(string.Join('\n', ((RuleSetReading.Flawed)reading).Mistakes));
        }
        #endregion
        #region judge
        var result = rules.Evaluate(new RuleParameter("customer", new Customer(12, "DK", Revenue: null)));
        foreach (var rule in result.Results)
        {
            Console.WriteLine($"{rule.Rule.Name}: {rule.IsSuccess} {rule.Message}");
        }
        #endregion
        Assert.True(Assert.Single(result.Results).IsSuccess);
    }

    [Fact]
    public void every_mistake_is_told_with_its_place()
    {
        #region mistakes
        var reading = RuleSetReader.Read(
            """{ "WorkflowName": "W", "Rules": [ { "RuleName": "R", "Expression": "customer.Ordres > 10" } ] }""", _schema);
        foreach (var mistake in ((RuleSetReading.Flawed)reading).Mistakes)
        {
            Console.WriteLine(mistake); // RULE021 at $.Rules[0].Expression (1:10): … Did you mean `Orders`?
        }
        #endregion
        var told = Assert.Single(Assert.IsType<RuleSetReading.Flawed>(reading).Mistakes);
        Assert.Equal(("$.Rules[0].Expression", 1, 10, "Orders"), (told.Path, told.Line, told.Column, told.Suggestion));
    }

    [Fact]
    public void a_missing_fact_leaves_a_rule_undecided()
    {
        var rules = Read("customer.Revenue > 1000");
        #region unknown
        var rule = rules.Evaluate(new RuleParameter("customer", new Customer(12, "DK", Revenue: null))).Results[0];
        var isUndecided = rule.IsSuccess is null;
        var askFor = rule.MissingFacts; // customer.Revenue
        #endregion
        Assert.True(isUndecided);
        Assert.Equal(["customer.Revenue"], askFor);
    }

    [Fact]
    public void a_rule_says_why()
    {
        var rules = Read("customer.Orders >= 10");
        #region explain
        var explanation = rules.Explain(rules.Rules[0], new RuleParameter("customer", _ada));
        Console.WriteLine(explanation.Sentence);                  // orders 12 ≥ 10
        Console.WriteLine(explanation.Tell(Language.Chinese));
        var everything = rules.ExplainAll(new DateOnly(2026, 9, 30), new RuleParameter("customer", _ada)).ToJson();
        #endregion
        Assert.Equal("orders 12 ≥ 10", explanation.Sentence);
        Assert.Contains("\"asOf\":\"2026-09-30\"", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task files_of_RulesEngine_run_in_a_book()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        #region book
        var book = new RuleBook(RuleSettings.RulesEngine);
        book.Add(Discounts);
        var customer = JsonSerializer.Deserialize<JsonElement>("""{ "Orders": 4, "Country": "DK" }""");
        var result = await book.EvaluateAsync("Discounts", [new RuleParameter("customer", customer)], cancellationToken);
        Console.WriteLine(result.Results[0].Message); // 4 orders are not enough.
        #endregion
        Assert.Equal("4 orders are not enough.", result.Results[0].Message);
    }

    [Fact]
    public void an_expression_can_stand_alone()
    {
        #region expression
        var expression = new RuleBook(RuleSettings.RulesEngine, _schema).Prepare("customer.Orders * 2");
        var value = expression.Compute(new RuleParameter("customer", _ada)) switch
        {
            Computation.Known known => known.Value,
            Computation.Failed failed => throw new InvalidOperationException(failed.Reason),
            Computation.Flawed flawed => throw new FormatException(string.Join('\n', flawed.Mistakes)),
            _ => null,
        };
        #endregion
        Assert.Equal(24, value);
    }

    [Fact]
    public void rules_decide_with_groups_holds_and_stops()
    {
        var rules = Read("customer.Orders >= 10", """, "Properties": { "group": "tier", "hold": { "consecutive": 2 } }""");
        #region decide
        var first = rules.Decide(
            DecisionState.Empty, ImmutableHashSet.Create("open_certification"), new RuleParameter("customer", _ada));
        var kept = first.Next; // keep it with the customer, and give it to the next evaluation
        var second = rules.Decide(kept, ImmutableHashSet<string>.Empty, new RuleParameter("customer", _ada));
        #endregion
        Assert.IsType<RuleOutcome.Holding>(Assert.Single(first.Outcomes));
        Assert.IsType<RuleOutcome.Fired>(Assert.Single(second.Outcomes));
    }

    [Fact]
    public void what_an_author_hardly_meant_is_found()
    {
        var rules = Read("customer.Orders > 5 && customer.Orders < 3");
        #region findings
        foreach (var finding in RuleSetAnalysis.Of(rules))
        {
            Console.WriteLine($"{finding.Code} {finding.Path}: {finding.Sentence}");
        }
        #endregion
        Assert.NotEmpty(RuleSetAnalysis.Of(rules));
    }

    [Fact]
    public void the_page_shows_what_is_compiled_here()
    {
        var page = Snippets.OnPage("docs/rules.md");
        Assert.NotEmpty(page);
        Assert.Equal(Snippets.InFile($"tests/Planning.Rules.Tests/Documentation/{GetType().Name}.cs"), page);
    }

    private RuleSet Read(string expression, string more = "")
    {
        var rule = $$"""{ "RuleName": "R", "Expression": "{{expression}}"{{more}} }""";
        var reading = RuleSetReader.Read($$"""{ "WorkflowName": "W", "Rules": [ {{rule}} ] }""", _schema);
        return Assert.IsType<RuleSetReading.Sound>(reading).RuleSet;
    }

    #region facts
    public sealed record Customer(int Orders, string Country, decimal? Revenue);
    #endregion
}
