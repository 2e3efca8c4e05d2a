using Planning.Accounts.Certification;
using Planning.Rules.Wording;

namespace Planning.Workflows.Plans;

/// <summary>What people call the facts of a campaign's gates.</summary>
internal static class CampaignLabels
{
    public static IReadOnlyDictionary<string, Label> All { get; } = new Dictionary<string, Label>
    {
        [nameof(CampaignFacts.Approved)] = new("the board said go", "已获批准启动"),
        [nameof(CampaignFacts.InTargetLane)] = new("tier S or lane TARGET", "S 级或目标客户通道"),
        [nameof(CampaignFacts.DomainsWithoutOwner)] = new("domains without owner", "无责任人的领域"),
        [nameof(CampaignFacts.BudgetMonths)] = new("months of budget", "预算月数"),
        [nameof(CampaignFacts.SponsorOnBoard)] = new("a board member sponsors it", "由董事会成员赞助"),
        [nameof(CampaignFacts.RegistrationConfirmed)] = new("registration confirmed by the buyer", "客户已确认注册"),
        [nameof(CampaignFacts.CriteriaNotScored)] = new("criteria without mark", "未评分标准数"),
        [nameof(CampaignFacts.CriteriaScoredByOne)] = new("criteria marked by one person", "仅一人评分的标准数"),
        [nameof(CampaignFacts.CriteriaNotCalibrated)] = new("criteria not calibrated", "未校准标准数"),
        [nameof(CampaignFacts.OpenGates)] = new("gate criteria with a gap", "有差距的否决项"),
        [nameof(CampaignFacts.OpenCriticalGaps)] = new("critical gaps open", "未关闭的关键差距数"),
        [nameof(CampaignFacts.Score)] = new("our own score", "自评分"),
        [nameof(CampaignFacts.ScoreWanted)] = new("pass mark and margin", "及格分加余量"),
        [nameof(CampaignFacts.EvidenceCovered)] = new("criteria covered by evidence", "证据覆盖率"),
        [nameof(CampaignFacts.GateEvidenceCovered)] = new("gate criteria covered by evidence", "否决项证据覆盖率"),
        [nameof(CampaignFacts.MockAuditReported)] = new("mock audit reported", "模拟审核已报告"),
        [nameof(CampaignFacts.MockScore)] = new("score of the mock audit", "模拟审核得分"),
        [nameof(CampaignFacts.OpenMockMajors)] = new("major findings of the mock audit open", "模拟审核未关闭的重大发现数"),
        [nameof(CampaignFacts.Submitted)] = new("handed in", "已提交"),
        [nameof(CampaignFacts.SubmissionAccepted)] = new("accepted as complete by the buyer", "客户确认材料完整"),
        [nameof(CampaignFacts.OpenQuestions)] = new("questions of the buyer open", "未答复的客户问题数"),
        [nameof(CampaignFacts.OnSiteAudits)] = new("audits on site", "现场审核次数"),
        [nameof(CampaignFacts.AuditsWithoutReport)] = new("audits on site without report", "无报告的现场审核数"),
        [nameof(CampaignFacts.OpenMajors)] = new("major findings open", "未关闭的重大发现数"),
        [nameof(CampaignFacts.DecidedByDocument)] = new("decided by a document of the customer", "有客户决定文件"),
        [nameof(CampaignFacts.Listed)] = new("qualified or conditional", "合格或有条件合格"),
        [nameof(CampaignFacts.BidDeskKnows)] = new("known to the bid desk", "投标团队已知悉"),
        [nameof(CampaignFacts.RequestReceived)] = new("quotation asked for", "已收到询价"),
        [nameof(CampaignFacts.MonthsListed)] = new("months on the list", "入短名单月数"),
        [nameof(CampaignFacts.ReturnReviewed)] = new("return reviewed by the board", "回报已复核"),
        [nameof(CampaignFacts.LessonsNoted)] = new("lessons written down", "经验教训已记录"),
        [nameof(CampaignFacts.SurveillanceOpen)] = new("surveillance due and not held", "监督审核到期未进行"),
        [nameof(CampaignFacts.MonthsSinceScorecard)] = new("months since the scorecard", "距上次记分卡月数"),
        [nameof(CampaignFacts.OpenConditions)] = new("conditions open", "未满足条件数"),
        [nameof(CampaignFacts.CriteriaToReassess)] = new("criteria to assess anew", "待重新评估标准数"),
        [nameof(CampaignFacts.MonthsLeft)] = new("months until the place ends", "距到期月数"),
        [nameof(CampaignFacts.Renewed)] = new("renewed", "已续期"),
    };
}
