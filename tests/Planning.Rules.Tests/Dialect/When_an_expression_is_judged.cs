using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Dialect;

public sealed class When_an_expression_is_judged : RuleSpec
{
    private static readonly Customer Helvia = new()
    {
        Name = "Helvia Telekom",
        Tier = Tier.S,
        Posture = Posture.Build,
        RevenueTtm = 142,
        Match = 82,
        Stakeholders = 4,
        Budget = 100.5m,
        ContractEnd = new DateTime(2026, 3, 31),
        Since = new DateOnly(2019, 5, 1),
        OnTargetList = true,
        HeadOffice = new Site("Bern", 7.5, true),
    };

    [Theory]
    [InlineData("customer.Match == 82")]
    [InlineData("customer.Match = 82")]
    [InlineData("customer.match eq 82 AND CUSTOMER.MATCH ge 82 and customer.Match LE 82")]
    [InlineData("customer.Match != 81 && customer.Match <> 81 && customer.Match ne 81 && customer.Match neq 81")]
    [InlineData("customer.Match gt 81.5 andalso customer.Match lt 82.5 or false")]
    [InlineData("not (customer.Match == 81) && !(customer.Match < 82)")]
    [InlineData("customer.Stakeholders mod 3 == 1")]
    [InlineData("Match == 82 and it.Match == 82 and root.Match == 82")]
    [InlineData("TRUE && !False && Null == null")]
    [InlineData("customer.Match == 82 // a remark")]
    public void words_and_signs_mean_the_same_in_any_case(string expression) =>
        Assert.True(Holds(expression, Helvia));

    [Theory]
    [InlineData("customer.Tier == \"s\" && customer.Tier == \"S\" && customer.Tier == Tier.S && customer.Tier == 3")]
    [InlineData("customer.Tier in (\"S\",\"A\") && customer.Tier not in (\"B\") && customer.Tier in (Tier.S)")]
    [InlineData("customer.Tier > \"A\" && customer.Tier >= \"S\"")]
    [InlineData("customer.Stakeholders in (1, 2, 4) && not (customer.Stakeholders in (1, 2))")]
    [InlineData("customer.Stakeholders in new[] { 4, 5 }")]
    [InlineData("customer.ContractEnd > \"2026-01-01\" && customer.ContractEnd <= DateTime(2026, 3, 31)")]
    [InlineData("customer.Since == \"2019-05-01\" && customer.Since < DateOnly(2019, 5, 2)")]
    [InlineData("customer.Match == \"82\" && customer.OnTargetList == \"true\"")]
    public void a_text_in_the_rule_becomes_what_it_is_compared_with(string expression) =>
        Assert.True(Holds(expression, Helvia));

    [Theory]
    [InlineData("7 / 2 == 3 && 7 / 2.0 == 3.5 && 7 % 4 == 3 && -7 / 2 == -3")]
    [InlineData("customer.Budget * 1.1 == 110.55 && 1.1 * customer.Budget == 110.55m")]
    [InlineData("customer.Budget > 100 && customer.Budget < 100.51 && customer.Budget / 2 == 50.25")]
    [InlineData("customer.RevenueTtm / 4 == 35.5 && customer.Stakeholders * 2.5 == 10")]
    [InlineData("3000000000 > 2147483647 && -2147483648 < 0 && 1e3 == 1000 && 0x10 == 16")]
    [InlineData("2 + 3 * 4 == 14 && (2 + 3) * 4 == 20 && 10 - 4 - 3 == 3")]
    [InlineData("int(2.9) == 2 && int(\"5\") == 5 && decimal(customer.Match) == 82 && double(customer.Budget) == 100.5")]
    [InlineData("Math.Min(1, customer.Match) == 1 && Math.Max(2, 3) == 3 && Math.Abs(-2.5m) == 2.5")]
    [InlineData("Math.Round(2.345, 2) > 2.33 && Math.Pow(2, 10) == 1024 && Math.Floor(2.7) == 2 && Math.PI > 3.14")]
    [InlineData("int.Parse(\"12\") + 1 == 13 && Convert.ToInt32(2.5) == 2 && double.Parse(\"1.5\") == 1.5")]
    public void numbers_compute_as_in_c_sharp(string expression) => Assert.True(Holds(expression, Helvia));

    [Theory]
    [InlineData("customer.Name == \"Helvia Telekom\" && customer.Name != \"helvia telekom\"")]
    [InlineData("customer.Name.StartsWith(\"Helvia\") && customer.Name.contains(\"Tele\") && !customer.Name.EndsWith(\"x\")")]
    [InlineData("customer.Name.StartsWith(\"HELVIA\", StringComparison.OrdinalIgnoreCase)")]
    [InlineData("customer.Name.Equals(\"helvia telekom\", StringComparison.OrdinalIgnoreCase)")]
    [InlineData("customer.Name.ToUpper() == \"HELVIA TELEKOM\" && customer.Name.Length == 14 && customer.Name[0] == 'H'")]
    [InlineData("customer.Name.Substring(7) == \"Telekom\" && customer.Name.IndexOf(\"T\") == 7")]
    [InlineData("customer.Name.Replace(\"Telekom\", \"AG\") + \"!\" == \"Helvia AG!\" && \" a \".Trim() == \"a\"")]
    [InlineData("!string.IsNullOrEmpty(customer.Name) && String.IsNullOrWhiteSpace(\" \")")]
    [InlineData("\"a\" \"b\" == \"ab\" && \"n\" + 1 + 1.5 == \"n11.5\" && customer.Name > \"Alb\" && \"7\".PadLeft(3, '0') == \"007\"")]
    [InlineData("string.Concat(customer.Name, \"!\") == \"Helvia Telekom!\" && string.Join(\"-\", customer.Name.Split(' ')) == \"Helvia-Telekom\"")]
    public void texts_can_be_asked_and_built(string expression) => Assert.True(Holds(expression, Helvia));

    [Theory]
    [InlineData("customer.ContractEnd.AddDays(1).Month == 4 && customer.ContractEnd.Year == 2026")]
    [InlineData("(customer.ContractEnd - DateTime(2026, 3, 1)).TotalDays == 30")]
    [InlineData("customer.ContractEnd + TimeSpan(1, 0, 0, 0) == \"2026-04-01\"")]
    [InlineData("customer.Since.AddYears(1).DayOfWeek == DayOfWeek.Friday && DateTime(\"2026-01-02\").Day == 2")]
    public void days_can_be_counted(string expression) => Assert.True(Holds(expression, Helvia));

    [Theory]
    [InlineData("(customer.Match > 80 ? \"high\" : \"low\") == \"high\" && iif(customer.Match > 90, 1, 2) == 2")]
    [InlineData("(customer.Quality ?? 0) == 0 && isnull(customer.Quality, 5) == 5 && (customer.Discount ?? 1.5) == 1.5m")]
    [InlineData("np(customer.HeadOffice.City) == \"Bern\" && np(customer.HeadOffice.Score, 0) == 7.5")]
    [InlineData("customer.Match.HasValue && !customer.Quality.HasValue && customer.Match.Value == 82")]
    [InlineData("customer.Quality.GetValueOrDefault() == 0 && customer.Quality.GetValueOrDefault(9) == 9")]
    [InlineData("customer.Quality is null && customer.Match is not null && customer.Quality == null && customer.Match != null")]
    public void missing_values_can_be_asked_for_and_replaced(string expression)
    {
        Assert.True(Holds(expression, Helvia));
        Assert.True(Holds(expression, Helvia, NullPolicy.RulesEngine));
    }

    [Theory]
    [InlineData("new DateTime(2026, 3, 31) == customer.ContractEnd && (int)customer.Match == 82 && (decimal)0.5 == 0.5m")]
    public void the_casts_and_constructors_people_write_work_as_well(string expression) =>
        Assert.True(Holds(expression, Helvia));

    [Theory]
    [InlineData(59.999, false)]
    [InlineData(60.0, true)]
    public void a_boundary_has_two_sides(double match, bool holds) =>
        Assert.Equal(holds, Holds("customer.Match >= 60", new Customer { Match = match }));

    [Fact]
    public void a_long_chain_of_conditions_is_one_list()
    {
        var chain = string.Join(" && ", Enumerable.Repeat("customer.Match > 1", 400));
        Assert.True(Holds(chain, Helvia));
    }

    [Fact]
    public void a_failure_while_running_leaves_our_rules_undecided_and_theirs_false()
    {
        var ours = Judge("1 / customer.Stakeholders > 0", new Customer());
        Assert.Null(ours.IsSuccess);
        Assert.Equal("The rule could not be evaluated: Attempted to divide by zero.", ours.Message);
        var theirs = Judge("1 / customer.Stakeholders > 0", new Customer(), NullPolicy.RulesEngine);
        Assert.False(theirs.IsSuccess);
        Assert.Equal("Error while executing rule : R - Attempted to divide by zero.", theirs.Message);
    }

    [Fact]
    public void a_text_cannot_grow_without_bound() => Assert.Equal(
        "The rule could not be evaluated: A text has more than 1000000 characters. (RULE043)",
        Judge("\"a\".PadLeft(2000000) == \"\"", new Customer()).Message);
}
