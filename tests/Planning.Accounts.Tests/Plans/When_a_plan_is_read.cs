using Planning.Accounts.Approvals;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Plans;

/// <summary>METHOD §3.1: team, org unit, all.</summary>
public sealed class When_a_plan_is_read
{
    private static readonly Employee Anna = Ours("anna-keller", "Zürich account department", "ACCOUNT_MANAGER");
    private static readonly Employee Beside = Ours("dario-weiss", "Zürich account department", "ACCOUNT_MANAGER");
    private static readonly Employee Far = Ours("e-chn-04", "Shenzhen account department", "ACCOUNT_MANAGER");
    private static readonly Employee Head = Ours("e-cee-01", "Central Europe", "REGION_HEAD");

    [Theory]
    [InlineData(PlanVisibility.All, "anna-keller dario-weiss e-chn-04 e-cee-01 nobody")]
    [InlineData(PlanVisibility.Unit, "anna-keller dario-weiss e-cee-01")]
    [InlineData(PlanVisibility.Team, "anna-keller e-cee-01")]
    public void as_many_may_read_it_as_its_visibility_says(PlanVisibility visibility, string readers)
    {
        var customer = visibility is PlanVisibility.All
            ? Drafts.Whole
            : Asked(Drafts.Whole, "2026-05-05", new SetVisibility(visibility));
        Assert.Equal(
            readers.Split(' '),
            new[] { Anna, Beside, Far, Head, null }
                .Where(reader => PlanReaders.Hinders(customer, reader, [Anna, Beside, Far, Head], ApprovalPolicy.Default) is null)
                .Select(reader => reader?.Id.Value ?? "nobody"));
    }

    [Fact]
    public void whoever_may_not_is_told_who_may() => Assert.Equal(
        "The plan of Helvia Telekom may be read by: team.",
        PlanReaders.Hinders(
            Asked(Drafts.Whole, "2026-05-05", new SetVisibility(PlanVisibility.Team)), Far, [Anna, Far], ApprovalPolicy.Default)!.Sentence);

    private static Employee Ours(string id, string unit, string jobRole) => new(
        Key<Employee>(id), id, "Europe", unit, jobRole, 3, ["de"], ["telecom"], 1, []);
}
