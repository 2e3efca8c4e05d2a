using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Grains.Embedded;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Versions;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Versions;

/// <summary>What METHOD marks [P] has versions as rules have them: drafted, approved by somebody else, in force from a day on.</summary>
public sealed class When_policies_are_switched : RuntimeSpec
{
    private static string Tiers(int months, string version = "2026.2") => PlaybookFile.Shipped.Single(file => file.Name == "tiers.json").Body
        .Replace("\"version\": \"2026.1\"", $"\"version\": \"{version}\"", StringComparison.Ordinal)
        .Replace("\"overrideMonths\": 12", $"\"overrideMonths\": {months}", StringComparison.Ordinal);

    [Fact]
    public async Task all_numbers_of_the_method_have_a_version_and_retries_of_requests_have_none()
    {
        var known = await Runtime.Policies.ReadAsync(Token);
        Assert.Equal(PolicySet.Names.Order(StringComparer.Ordinal), known.Sets.Keys);
        Assert.DoesNotContain("resilience", known.Sets.Keys);
        Assert.All(known.Sets.Values, policy => Assert.Equal("2026.1", policy.InForceOn(DateOnly.MinValue)));
        Assert.DoesNotContain("tiering", known.Sets.Keys);
        Assert.DoesNotContain("tiers", (await Runtime.RuleSets.ReadAsync(Token)).Sets.Keys);
    }

    [Fact]
    public async Task a_version_holds_from_its_day_on_and_not_before()
    {
        await Known("helvia");
        Done(await Draft(Tiers(3)));
        Done(await Approve("2026-10-07"));
        Clock.GoTo("2026-10-06T23:59:59Z");
        Assert.Contains("between today and 2027-10-06", await WhyNot("helvia"), StringComparison.Ordinal);
        Clock.GoTo("2026-10-07T00:00:00Z");
        Assert.Contains("between today and 2027-01-07", await WhyNot("helvia"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_told_of_a_day_before_is_decided_by_the_policy_of_that_day()
    {
        await Known("helvia");
        Done(await Draft(Tiers(3)));
        Done(await Approve("2026-10-05"));
        Clock.GoTo("2026-10-09T09:00:00Z");
        var past = new Message("past", "anna", Wish) { On = new DateTimeOffset(2026, 10, 2, 9, 0, 0, TimeSpan.Zero) };
        var refused = Assert.IsType<Answer.Refused>(await Runtime.Customers.SendAsync(Key<Customer>("helvia"), past, Token));
        Assert.Contains("between today and 2027-10-02", Assert.Single(refused.Missing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_mistake_in_a_draft_is_refused_with_its_place()
    {
        var refused = Assert.IsType<VersionDecision.Refused>(await Draft(Tiers(0)));
        Assert.Equal("rules-flawed", refused.Code);
        Assert.Equal(
            ["new.json: PLAYBOOK002 at $.overrideMonths: It is 0; it must be from 1 to 60."], refused.Missing);
        var unknown = Assert.IsType<VersionDecision.Refused>(
            await Draft(Tiers(3).Replace("\"boards\"", "\"bords\"", StringComparison.Ordinal)));
        Assert.StartsWith("new.json: PLAYBOOK002 at $", unknown.Missing[0], StringComparison.Ordinal);
        Assert.Single((await Runtime.Policies.ReadAsync(Token)).Of("tiers").All);
    }

    [Fact]
    public async Task a_text_that_names_no_policy_is_refused()
    {
        var refused = Assert.IsType<VersionDecision.Refused>(await Draft("""{ "WorkflowName": "tiering", "Version": "2026.9" }"""));
        Assert.StartsWith("new.json: PLAYBOOK006 at $.policy: Name the policy that this is a version of: ", refused.Missing[0], StringComparison.Ordinal);
    }

    // INV-17
    [Fact]
    public async Task whoever_drafted_it_does_not_approve_it()
    {
        Done(await Draft(Tiers(3)));
        var refused = Assert.IsType<VersionDecision.Refused>(await Approve("2026-10-05", "author"));
        Assert.Equal("author has drafted tiers 2026.2; somebody else must approve it.", refused.Sentence);
    }

    [Fact]
    public async Task a_policy_has_no_shadow()
    {
        Done(await Draft(Tiers(3)));
        Assert.Equal(
            "no-shadow", Assert.IsType<VersionDecision.Refused>(await Runtime.Policies.ShadowAsync("tiers", "2026.2", "board", null, Token)).Code);
    }

    [Fact]
    public async Task it_still_holds_when_the_program_is_started_again()
    {
        Done(await Draft(Tiers(3)));
        Done(await Approve("2026-10-05"));
        await using var again = await EmbeddedRuntime.OpenAsync(Database.Path, Clock, Token);
        Assert.Equal(3, again.Playbook.Policies.Tiers.OverrideMonths);
        Assert.Equal(12, again.Playbook.On(new DateOnly(2026, 10, 4)).Policies.Tiers.OverrideMonths);
    }

    private static Request Wish { get; } =
        new Request.Do(new RequestTierOverride(Key<TierOverride>("o-1"), "They merge", new DateOnly(2099, 12, 31), Tier.A));

    private Task<VersionDecision> Draft(string body) => Runtime.Policies.DraftAsync("new.json", body, "author", null, Token);

    private Task<VersionDecision> Approve(string from, string actor = "board") =>
        Runtime.Policies.ApproveAsync("tiers", "2026.2", Day(from), null, actor, null, Token);

    private async Task Known(string customer) => Assert.IsType<Answer.Done>(await Runtime.Customers.SendAsync(
        Key<Customer>(customer), new Message("known", "anna", new Request.TakeOver(Helvia.Record(customer))), Token));

    private async Task<string> WhyNot(string customer) => Assert.Single(Assert.IsType<Answer.Refused>(await Runtime.Customers.SendAsync(
        Key<Customer>(customer), new Message($"wish-{Clock.GetUtcNow():O}", "anna", Wish), Token)).Missing);
}
