using Planning.Accounts.Escalations;
using Planning.Rules.Wording;

namespace Planning.Workflows.Escalating;

/// <content>A person.</content>
internal static partial class EscalationLabels
{
    private static readonly Dictionary<string, Label> People = new()
    {
        [nameof(EscalationFacts.InProcess)] = new("part in a process", "参与流程"),
        [nameof(EscalationFacts.Role)] = new("role in the process", "流程角色"),
        [nameof(EscalationFacts.InfluenceNow)] = new("influence now", "当前影响力"),
        [nameof(EscalationFacts.InfluenceFuture)] = new("future influence", "未来影响力"),
        [nameof(EscalationFacts.Level)] = new("level", "关系等级"),
        [nameof(EscalationFacts.Stance)] = new("stance", "立场"),
        [nameof(EscalationFacts.DaysSinceTouch)] = new("days since the last touch", "距上次有效接触天数"),
        [nameof(EscalationFacts.Ignored)] = new("ignored", "被忽视"),
        [nameof(EscalationFacts.IsKey)] = new("key person", "关键人"),
        [nameof(EscalationFacts.LevelsFallen)] = new("levels fallen", "关系等级下降"),
        [nameof(EscalationFacts.TurnedAgainstUs)] = new("turned against us", "转为反对"),
        [nameof(EscalationFacts.SupporterLines)] = new("lines with a supporter", "有支持者的汇报线"),
        [nameof(EscalationFacts.SupporterLinesWanted)] = new("lines wanted", "要求的汇报线"),
        [nameof(EscalationFacts.PersonDependence)] = new("person dependence", "个人依赖度"),
        [nameof(EscalationFacts.PersonDependenceLimit)] = new("limit of person dependence", "个人依赖度上限"),
    };
}
