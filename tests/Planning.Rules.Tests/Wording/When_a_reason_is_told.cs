using Planning.Rules.Tests.Support;
using Planning.Rules.Wording;

namespace Planning.Rules.Tests.Wording;

/// <summary>What decided, in every language, told of one customer.</summary>
public sealed class When_a_reason_is_told : RuleSpec
{
    private static readonly Customer Copperbelt = new()
    {
        Name = "Copperbelt",
        Tier = Tier.A,
        Posture = Posture.Hold,
        Match = 41,
        PcIndex = 1.7449,
        Quality = 76,
        OnTargetList = false,
        Stakeholders = 2,
        Budget = 100,
        ContractEnd = new DateTime(2026, 3, 31),
        Sites = [new Site("Kitwe", 60, Active: true), new Site("Ndola", 40, Active: false)],
        Missing = ["scope", "date"],
    };

    [Theory]
    [InlineData("customer.Match >= 50 && customer.Quality >= 50", "match 41 < 50", "匹配度 41 < 50")]
    [InlineData("customer.Match < 50 && customer.Quality >= 50.0", "match 41 < 50, quality 76 ≥ 50.0", "匹配度 41 < 50，质量分 76 ≥ 50.0")]
    [InlineData("customer.Match < 40 || customer.Quality < 40", "match 41 ≥ 40, quality 76 ≥ 40", "匹配度 41 ≥ 40，质量分 76 ≥ 40")]
    [InlineData("!(customer.Match >= 50)", "match 41 < 50", "匹配度 41 < 50")]
    [InlineData("50 > customer.Match", "match 41 < 50", "匹配度 41 < 50")]
    [InlineData("customer.PcIndex > 1", "per-head 1.74 > 1", "人均指数 1.74 > 1")]
    [InlineData("customer.Quality > customer.Match", "quality 76 > match 41", "质量分 76 > 匹配度 41")]
    [InlineData("customer.Stakeholders == 3", "stakeholders 2 ≠ 3", "干系人 2 ≠ 3")]
    [InlineData("customer.Budget >= 99.50m", "budget 100 ≥ 99.50", "budget 100 ≥ 99.50")]
    public void a_number_is_told_with_what_it_was_compared_to(string expression, string english, string chinese) =>
        Tells(expression, english, chinese);

    [Theory]
    [InlineData("customer.Quality / 2 > 30", "quality / 2 = 38 > 30", "质量分 / 2 = 38 > 30")]
    [InlineData("(customer.Quality + customer.Match) * 2 > 30", "(quality + match) * 2 = 234 > 30", "(质量分 + 匹配度) * 2 = 234 > 30")]
    [InlineData("customer.Quality - (customer.Match - 1) > 30", "quality - (match - 1) = 36 > 30", "质量分 - (匹配度 - 1) = 36 > 30")]
    [InlineData("Math.Max(customer.Quality, 80) > 90", "max(quality, 80) = 80 ≤ 90", "max(质量分, 80) = 80 ≤ 90")]
    [InlineData("customer.Quality > customer.Match * 2", "quality 76 ≤ match * 2 82", "质量分 76 ≤ 匹配度 * 2 82")]
    [InlineData("(customer.Discount ?? 0) > 5", "discount (or else 0) = 0 ≤ 5", "折扣（未知时取 0） = 0 ≤ 5")]
    [InlineData("(customer.OnTargetList == true ? 50 : 80) <= customer.Match", "50 if on target list, else 80 = 80 > match 41", "若在目标名单上则 50 否则 80 = 80 > 匹配度 41")]
    public void what_was_computed_says_how(string expression, string english, string chinese) =>
        Tells(expression, english, chinese);

    [Theory]
    [InlineData("customer.Tier == \"A\" && customer.Posture != \"HARVEST\"", "tier is A, posture is Hold, not Harvest", "等级为 A，姿态为 Hold 而非 Harvest")]
    [InlineData("customer.Tier == \"S\"", "tier is A, not S", "等级为 A 而非 S")]
    [InlineData("customer.Tier in (\"S\", \"A\")", "tier A is one of S, A", "等级 A 属于 S、A")]
    [InlineData("customer.Tier not in (\"S\", \"A\")", "tier A is one of S, A", "等级 A 属于 S、A")]
    [InlineData("customer.Tier in (\"S\", \"B\")", "tier A is none of S, B", "等级 A 不属于 S、B")]
    [InlineData("customer.OnTargetList", "not on target list", "在目标名单上：否")]
    [InlineData("customer.OnTargetList == false", "not on target list", "在目标名单上：否")]
    [InlineData("!customer.OnTargetList", "not on target list", "在目标名单上：否")]
    [InlineData("customer.ContractEnd < \"2027-01-01\"", "contract end 2026-03-31 < 2027-01-01", "合同到期日 2026-03-31 < 2027-01-01")]
    public void a_choice_is_told_by_its_word(string expression, string english, string chinese) =>
        Tells(expression, english, chinese);

    [Theory]
    [InlineData("customer.RevenueTtm > 1 && customer.Match < 50", "revenue ttm is not known", "未知：revenue ttm")]
    [InlineData("customer.Discount > 1 || customer.RevenueTtm > 5", "discount is not known, revenue ttm is not known", "未知：折扣、revenue ttm")]
    [InlineData("customer.Discount == null", "discount is not known", "未知：折扣")]
    [InlineData("customer.Match != null", "match is known", "匹配度已知")]
    public void what_is_not_known_is_said_so(string expression, string english, string chinese) =>
        Tells(expression, english, chinese);

    [Theory]
    [InlineData("customer.Name.StartsWith(\"Cop\")", "name Copperbelt starts with Cop", "名称 Copperbelt 以 Cop 开头")]
    [InlineData("customer.Name.EndsWith(\"x\")", "name Copperbelt does not end with x", "名称 Copperbelt 不以 x 结尾")]
    [InlineData("customer.Name.ToLower().Contains(\"belt\")", "name copperbelt contains belt", "名称 copperbelt 包含 belt")]
    [InlineData("!string.IsNullOrEmpty(customer.Name)", "name Copperbelt is not empty", "名称 Copperbelt 不为空")]
    [InlineData("customer.Name.Length > 20", "length of name = 10 ≤ 20", "名称的长度 = 10 ≤ 20")]
    [InlineData("ExpressionUtils.CheckContains(customer.Name, \"Helvia,Tamar\")", "name Copperbelt is none of Helvia,Tamar", "名称 Copperbelt 不属于 Helvia,Tamar")]
    public void a_text_is_told_with_what_was_asked_of_it(string expression, string english, string chinese) =>
        Tells(expression, english, chinese);

    [Theory]
    [InlineData("customer.Sites.Any()", "there are sites", "有站点")]
    [InlineData("!customer.Sites.Any()", "there are sites", "有站点")]
    [InlineData("customer.Sites.Any(s => s.Score > 50)", "at least one of sites (score > 50)", "站点中至少有一个（评分 > 50）")]
    [InlineData("customer.Sites.Any(s => s.Score > 50 && s.City == \"Lusaka\")", "none of sites (score > 50 and city is Lusaka)", "站点中没有一个（评分 > 50 且 city 为 Lusaka）")]
    [InlineData("customer.Sites.All(Active)", "not all of sites (active)", "站点并非全部（运营中）")]
    [InlineData("customer.Sites.Count(s => s.Score > 50 || s.Active) >= 2", "number of sites (score > 50 or active) = 1 < 2", "站点（评分 > 50 或运营中）的数量 = 1 < 2")]
    [InlineData("customer.Sites.Count() >= 2", "number of sites = 2 ≥ 2", "站点的数量 = 2 ≥ 2")]
    [InlineData("customer.Sites.Sum(s => s.Score) > 90", "sum of score of sites = 100 > 90", "站点的评分合计 = 100 > 90")]
    [InlineData("customer.Sites.Where(s => s.Active).Average(s => s.Score) > 90", "average of score of sites (active) = 60 ≤ 90", "站点（运营中）的评分平均值 = 60 ≤ 90")]
    [InlineData("customer.Missing.Contains(\"scope\")", "missing sections contains scope", "缺失章节包含 scope")]
    [InlineData("\"owner\" in customer.Missing", "missing sections does not contain owner", "缺失章节不包含 owner")]
    public void a_list_is_told_with_what_was_asked_of_it(string expression, string english, string chinese) =>
        Tells(expression, english, chinese);

    [Fact]
    public void a_rule_that_fails_says_the_cause() => Tells(
        "1 / (customer.Stakeholders - 2) > 0",
        "The rule could not be evaluated: Attempted to divide by zero.",
        "该规则无法评估：Attempted to divide by zero.");

    [Fact]
    public void a_score_is_called_as_the_file_says()
    {
        var set = Sound("""
            { "WorkflowName": "w",
              "GlobalParams": [
                { "Name": "Composite", "Expression": "customer.Match + 35", "Label": { "en": "composite", "zh": "综合分" } },
                { "Name": "ValueScore", "Expression": "customer.Match / 2" },
                { "Name": "Room", "Expression": "100 - Composite", "Label": "room above" } ],
              "Rules": [ { "RuleName": "R", "Expression": "Composite >= 76 && ValueScore < 30 && Room > 20" } ] }
            """);
        var explanation = set.Explain(set.Rules[0], About(Copperbelt));
        Assert.Equal("composite 76 ≥ 76, value 20.5 < 30, room above 24 > 20", explanation.Tell(Language.English));
        Assert.Equal("综合分 76 ≥ 76，value 20.5 < 30，room above 24 > 20", explanation.Tell(Language.Chinese));
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("ZH-Hans-CN", "zh")]
    [InlineData("fr", null)]
    public void a_language_is_found_by_its_tag(string tag, string? code) =>
        Assert.Equal(code, Language.Find(tag)?.Code);

    private static void Tells(string expression, string english, string chinese)
    {
        Assert.Equal(english, Sentence(expression, Copperbelt, Language.English));
        Assert.Equal(chinese, Sentence(expression, Copperbelt, Language.Chinese));
    }
}
