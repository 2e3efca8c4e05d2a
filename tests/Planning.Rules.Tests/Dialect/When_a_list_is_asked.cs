using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Dialect;

public sealed class When_a_list_is_asked : RuleSpec
{
    private static readonly Customer Albion = new()
    {
        Name = "Albion",
        Match = 5,
        Sites = [new Site("Leeds", 4, true), new Site("York", 8, false), new Site("Bath", 6, true)],
        Missing = ["scope", "date"],
    };

    [Theory]
    [InlineData("customer.Sites.Any(s => s.Score > 7) && !customer.Sites.Any(s => s.Score > 8)")]
    [InlineData("customer.Sites.Any(Score > 7) && customer.Sites.All(Score > 3) && customer.Sites.Any(it.Active)")]
    [InlineData("customer.Sites.Count() == 3 && customer.Sites.Count == 3 && customer.Sites.Any()")]
    [InlineData("customer.Sites.Count(s => s.Active) == 2 && customer.Sites.Where(Active).Count() == 2")]
    [InlineData("customer.Sites.Sum(s => s.Score) == 18 && customer.Sites.Average(Score) == 6")]
    [InlineData("customer.Sites.Min(s => s.Score) == 4 && customer.Sites.Max(s => s.Score) == 8")]
    [InlineData("customer.Sites.Select(s => s.Score).Sum() == 18 && customer.Sites.Select(City).Contains(\"York\")")]
    [InlineData("customer.Sites.First().City == \"Leeds\" && customer.Sites[1].City == \"York\"")]
    [InlineData("customer.Sites.FirstOrDefault(s => s.Score > 5).City == \"York\" && customer.Sites.Last().City == \"Bath\"")]
    [InlineData("customer.Sites.OrderBy(s => s.Score).First().City == \"Leeds\"")]
    [InlineData("customer.Sites.OrderByDescending(s => s.Score).Take(2).Sum(s => s.Score) == 14")]
    [InlineData("customer.Missing.Contains(\"scope\") && \"date\" in customer.Missing && \"x\" not in customer.Missing")]
    [InlineData("customer.Sites.Any(s => s.Score == customer.Match + 1)")]
    [InlineData("customer.Sites.Any(s => customer.Sites.Any(t => t.Score == s.Score * 2))")]
    [InlineData("customer.Sites.Any(customer.Sites.Any(Score == parent.Score * 2))")]
    [InlineData("customer.Sites.Any(s => new[] { \"York\", \"Rome\" }.Contains(s.City))")]
    public void it_answers_under_either_policy(string expression)
    {
        Assert.True(Holds(expression, Albion));
        Assert.True(Holds(expression, Albion, NullPolicy.RulesEngine));
    }

    [Theory]
    [InlineData("customer.Sites.Any(s => s.Score > 7)", true)]
    [InlineData("customer.Sites.Any(s => s.Score > 8)", null)]
    [InlineData("customer.Sites.All(s => s.Score > 4)", false)]
    [InlineData("customer.Sites.All(s => s.Score > 3)", null)]
    [InlineData("customer.Sites.Count(s => s.Score > 3) > 1", null)]
    [InlineData("customer.Sites.Where(s => s.Score > 3).Count() > 1", null)]
    [InlineData("customer.Sites.Sum(s => s.Score) > 1", null)]
    [InlineData("customer.Sites.Where(s => s.Active).Sum(s => s.Score) == 10", true)]
    [InlineData("customer.Sites.First(s => s.City == \"Rome\").Score > 1", null)]
    public void an_element_that_is_not_known_makes_only_what_hangs_on_it_unknown(string expression, bool? holds)
    {
        var doubtful = Albion with { Sites = [.. Albion.Sites, new Site("Hull", null, false)] };
        Assert.Equal(holds, Holds(expression, doubtful));
    }

    [Fact]
    public void rules_engine_fails_on_the_first_of_none()
    {
        var result = Judge(
            "customer.Sites.First(s => s.City == \"Rome\").Active", Albion, NullPolicy.RulesEngine);
        Assert.Equal("Error while executing rule : R - Sequence contains no elements", result.Message);
    }

    [Fact]
    public void the_explanation_shows_the_question() => Assert.Equal(
        "none of sites (score > 8), number of sites = 3 ≤ 4",
        Sentence("customer.Sites.Any(s => s.Score > 8) || customer.Sites.Count() > 4", Albion));
}
