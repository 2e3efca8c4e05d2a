using Planning.Accounts.Teams;
using Planning.Rules.Wording;

namespace Planning.Workflows.Teams;

/// <summary>What people call the facts of the gates of seats, in the terms of METHOD §1.</summary>
internal static class TeamLabels
{
    public static IReadOnlyDictionary<string, Label> All { get; } = new Dictionary<string, Label>
    {
        [nameof(SeatFacts.Tier)] = new("tier", "层级"),
        [nameof(SeatFacts.Role)] = new("role", "角色"),
        [nameof(SeatFacts.Cause)] = new("cause", "起因"),
        [nameof(SeatFacts.Forced)] = new("seat empty or holder not allowed", "席位空缺或任职者不得任职"),
        [nameof(SeatFacts.Load)] = new("load in FTE", "工作量（FTE）"),
        [nameof(SeatFacts.MissingInProfile)] = new("missing in the profile", "画像缺项"),
        [nameof(SeatFacts.Feasible)] = new("feasible candidates", "可行候选人数"),
        [nameof(SeatFacts.ListAgeDays)] = new("age of the list of candidates in days", "候选名单距今天数"),
        [nameof(SeatFacts.Candidate)] = new("candidate", "候选人"),
        [nameof(SeatFacts.Rank)] = new("rank", "名次"),
        [nameof(SeatFacts.ReasonGiven)] = new("reason given", "已说明理由"),
        [nameof(SeatFacts.CandidateAgreed)] = new("candidate agreed", "候选人已同意"),
        [nameof(SeatFacts.ManagerAgreed)] = new("manager agreed", "主管已同意"),
        [nameof(SeatFacts.DeclarationAgeDays)] = new("age of the conflict declaration in days", "利益冲突申报距今天数"),
        [nameof(SeatFacts.Conflict)] = new("conflict check", "利益冲突审查"),
        [nameof(SeatFacts.LoadAfter)] = new("load with this seat", "含本席位的负荷"),
        [nameof(SeatFacts.SponsorNeeded)] = new("sponsor is to be informed", "需告知高层赞助人"),
        [nameof(SeatFacts.SponsorInformed)] = new("sponsor informed", "已告知高层赞助人"),
        [nameof(SeatFacts.Approved)] = new("approved", "已批准"),
        [nameof(SeatFacts.MissingParts)] = new("missing parts of the pack", "交接包缺项"),
        [nameof(SeatFacts.JointMeetings)] = new("key people met together", "共同拜访的关键人数"),
        [nameof(SeatFacts.JointMeetingsNeeded)] = new("key people to be met together", "应共同拜访的关键人数"),
        [nameof(SeatFacts.CustomerMeetingNeeded)] = new("customer meeting needed", "需客户会议"),
        [nameof(SeatFacts.CustomerMeetingHeld)] = new("customer meeting held", "客户会议已举行"),
        [nameof(SeatFacts.MissingSignatures)] = new("missing signatures", "缺少的签字"),
        [nameof(SeatFacts.OverlapDaysLeft)] = new("working days side by side left", "剩余并行工作日"),
        [nameof(SeatFacts.OthersChanged)] = new("other seats changed lately", "近期变动的其他席位数"),
        [nameof(SeatFacts.OthersStayMonths)] = new("months that another of the three stays", "其他席位留任月数"),
        [nameof(SeatFacts.PeopleLeftBehind)] = new("people of the predecessor", "前任名下的客户人员数"),
        [nameof(SeatFacts.SomebodyAnswers)] = new("somebody answers for the seat", "席位有人负责"),
        [nameof(SeatFacts.OpenDuties)] = new("open duties", "未完成事项"),
        [nameof(SeatFacts.MissingChecks)] = new("missing checks", "缺少的检查"),
        [nameof(SeatFacts.KeyPeopleMet)] = new("share of key people met", "已拜访关键人占比"),
        [nameof(SeatFacts.PulseFall)] = new("fall of satisfaction", "满意度下降"),
    };
}
