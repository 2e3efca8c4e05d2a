using System.Text.Json;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Rules.Wording;

namespace Planning.Rules.Tests.Support;

/// <summary>Reads rules about one customer and judges them.</summary>
public abstract class RuleSpec
{
    protected static FactSchema Schema { get; } = new(new FactInput("customer", typeof(Customer))
    {
        Labels = new Dictionary<string, Label>
        {
            ["Name"] = new("name", "名称"),
            ["Tier"] = new("tier", "等级"),
            ["Posture"] = new("posture", "姿态"),
            ["Match"] = new("match", "匹配度"),
            ["Quality"] = new("quality", "质量分"),
            ["PcIndex"] = new("per-head", "人均指数"),
            ["OnTargetList"] = new("on target list", "在目标名单上"),
            ["Stakeholders"] = new("stakeholders", "干系人"),
            ["ContractEnd"] = new("contract end", "合同到期日"),
            ["Discount"] = new("discount", "折扣"),
            ["Sites"] = new("sites", "站点"),
            ["Site.Score"] = new("score", "评分"),
            ["Site.Active"] = new("active", "运营中"),
            ["Missing"] = new("missing sections", "缺失章节"),
        },
    });

    protected static RuleSetReading Read(string json, NullPolicy nulls = NullPolicy.Unknown) =>
        RuleSetReader.Read(json, Schema, nulls);

    protected static RuleSet Sound(string json, NullPolicy nulls = NullPolicy.Unknown)
    {
        var reading = Read(json, nulls);
        Assert.True(
            reading is RuleSetReading.Sound,
            string.Join("\n", (reading as RuleSetReading.Flawed)?.Mistakes ?? []));
        return ((RuleSetReading.Sound)reading).RuleSet;
    }

    protected static IReadOnlyList<string> MistakesIn(string json) =>
        [.. Assert.IsType<RuleSetReading.Flawed>(Read(json)).Mistakes.Select(mistake => mistake.ToString())];

    protected static string Workflow(string expression, string rest = "") =>
        $$"""
        { "WorkflowName": "test", "Rules": [
          { "RuleName": "R", "Expression": {{JsonSerializer.Serialize(expression)}} {{rest}} } ] }
        """;

    protected static RuleResult Judge(string expression, Customer customer, NullPolicy nulls = NullPolicy.Unknown) =>
        Sound(Workflow(expression), nulls).Evaluate(About(customer)).Results[0];

    protected static bool? Holds(string expression, Customer? customer = null, NullPolicy nulls = NullPolicy.Unknown)
    {
        var result = Judge(expression, customer ?? new Customer(), nulls);
        Assert.DoesNotContain("could not be evaluated", result.Message, StringComparison.Ordinal);
        return result.IsSuccess;
    }

    protected static string MistakeIn(string expression) => Assert.Single(MistakesIn(Workflow(expression)));

    protected static string Sentence(string expression, Customer customer, NullPolicy nulls = NullPolicy.Unknown)
    {
        var set = Sound(Workflow(expression), nulls);
        return set.Explain(set.Rules[0], About(customer)).Sentence;
    }

    protected static string Sentence(string expression, Customer customer, Language language)
    {
        var set = Sound(Workflow(expression));
        return set.Explain(set.Rules[0], About(customer)).Tell(language);
    }

    protected static RuleParameter About(Customer customer) => new("customer", customer);
}
