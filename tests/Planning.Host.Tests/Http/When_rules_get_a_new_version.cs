using System.Net;
using Planning.Host.Tests.Support;
using Planning.Workflows.Playbooks;

namespace Planning.Host.Tests.Http;

public sealed class When_rules_get_a_new_version(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Version = "/api/rule-sets/tiering/versions/2026.2";

    private static readonly string Next = PlaybookFile.Shipped.Single(file => file.Name == "tiering.json").Body
        .Replace("\"2026.1\"", "\"2026.2\"", StringComparison.Ordinal);

    [Fact]
    public async Task it_goes_from_draft_through_approval_into_force()
    {
        Assert.Equal(["tiering 2026.2: author drafted it."], (await DraftAsync()).WasDone().Happened);
        Assert.Equal(Next, (await Api.GetAsync(Version)).Text);
        Assert.Equal(
            ["tiering 2026.2: author put it into shadow."], (await Api.PostAsync($"{Version}/shadow", actor: "author")).WasDone().Happened);
        (await Api.PostAsync($"{Version}/approve", """{"from": "2026-10-05"}""", actor: "author"))
            .WasRefused("author-approves", "author has drafted tiering 2026.2; somebody else must approve it.");
        (await Api.PostAsync($"{Version}/approve", """{"from": "2026-10-04", "withoutShadow": "test"}""", actor: "board"))
            .WasRefused("from-past", "2026-10-04 is past; 2026-10-05 is the earliest day.");
        (await Api.PostAsync($"{Version}/approve", """{"from": "2026-10-05", "withoutShadow": "urgent"}""", actor: "board")).WasDone();
        var versions = await VersionsAsync();
        Assert.Equal(("retired", "2026-10-04"), (versions["2026.1"].Stage, versions["2026.1"].To));
        Assert.Equal(("live", null), (versions["2026.2"].Stage, versions["2026.2"].To));
        (await Api.PostAsync($"{Version}/retire", actor: "board"))
            .WasRefused("in-force", "tiering 2026.2 is in force; approve another version in its place.");
    }

    [Fact]
    public async Task what_its_author_probably_did_not_mean_is_told_to_author_and_approver()
    {
        var twisted = Next.Replace("customer.Match < 50", "customer.Match < 50 && customer.Match > 60", StringComparison.Ordinal);
        var drafted = (await Api.PostAsync("/api/rule-sets/versions", twisted, actor: "author")).WasDone().Body!;
        var found = (await Api.GetAsync($"{Version}/findings")).WasDone().Body!;
        Assert.Equal(drafted["remarks"]!.ToJsonString(), found.ToJsonString());
        Assert.Contains("FIND001", found["findings"]!.AsArray().Select(finding => finding!["code"]!.GetValue<string>()));
        (await Api.GetAsync("/api/rule-sets/tiering/versions/1999.1/findings"))
            .IsProblem(HttpStatusCode.NotFound, "There is no version 1999.1 of tiering.");
    }

    [Fact]
    public async Task a_version_keeps_its_text()
    {
        await DraftAsync();
        var answer = await Api.PostAsync(
            "/api/rule-sets/versions", Next.Replace("0.8", "0.7", StringComparison.Ordinal), actor: "author");
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(Next, (await Api.GetAsync(Version)).Text);
    }

    [Fact]
    public async Task one_that_nobody_drafted_is_not_known()
    {
        const string Nobodys = "/api/rule-sets/tiering/versions/1999.1";
        const string Sentence = "There is no version 1999.1 of tiering.";
        (await Api.PostAsync($"{Nobodys}/shadow")).IsProblem(HttpStatusCode.NotFound, Sentence);
        (await Api.GetAsync(Nobodys)).IsProblem(HttpStatusCode.NotFound, Sentence);
    }

    [Fact]
    public async Task a_draft_can_be_tried_on_the_past_and_nothing_changes()
    {
        await DraftAsync();
        var before = (await Api.GetAsync("/api/customers")).WasDone().Text;
        var report = (await Api.GetAsync($"{Version}/backtest?quarters=2&proposals=waiting")).WasDone().Body!;
        Assert.Equal("tiering 2026.1", report["live"]!["version"]!.GetValue<string>());
        Assert.Equal("tiering 2026.2", report["draft"]!["version"]!.GetValue<string>());
        Assert.Equal(["2026-Q2", "2026-Q3"], report["quarters"]!.AsArray().Select(quarter => quarter!.GetValue<string>()));
        Assert.Equal((12, 0), (report["customers"]!.GetValue<int>(), report["differing"]!.GetValue<int>()));
        Assert.Equal(before, (await Api.GetAsync("/api/customers")).WasDone().Text);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "There is no version 1999.1 of tiering; there are 2026.1.", "tiering/versions/1999.1/backtest")]
    [InlineData(HttpStatusCode.Conflict, "tiering 2026.1 is the live version; name another one to be tried beside it.", "tiering/versions/2026.1/backtest")]
    public async Task what_cannot_be_tried_is_refused_with_the_reason(HttpStatusCode status, string reason, string tried) =>
        (await Api.GetAsync($"/api/rule-sets/{tried}")).IsProblem(status, reason);

    [Theory]
    [InlineData("Between 1 and 16 quarters can be gone through.", "quarters=17")]
    [InlineData("“maybe” is none of the words that can stand here: agreed, waiting.", "proposals=maybe")]
    public async Task how_it_is_to_be_tried_must_be_written_well(string because, string query) =>
        (await Api.GetAsync($"{Version}/backtest?{query}")).CannotBeRead(because);

    [Fact]
    public async Task a_past_review_tells_what_it_was_judged_by()
    {
        var review = (await Api.GetAsync("/api/customers/helvia/tier-reviews/2026-Q3")).WasDone().Body!;
        Assert.Equal("2026-09-30", review["asOf"]!.GetValue<string>());
        Assert.Equal("tiering 2026.1", review["review"]!["rulesVersion"]!.GetValue<string>());
        Assert.NotNull(review["inputs"]!["vendor"]);
        (await Api.GetAsync("/api/customers/helvia/tier-reviews/1999-Q1"))
            .IsProblem(HttpStatusCode.NotFound, "The tier rules have not reviewed 1999-Q1 of a customer helvia.");
    }

    private Task<HttpAnswer> DraftAsync() => Api.PostAsync("/api/rule-sets/versions", Next, actor: "author");

    private async Task<Dictionary<string, (string Stage, string? To)>> VersionsAsync() =>
        (await Api.GetAsync("/api/rule-sets")).WasDone().Items
        .Single(set => set["name"]!.GetValue<string>() == "tiering")["versions"]!.AsArray()
        .ToDictionary(
            version => version!["version"]!.GetValue<string>(),
            version => (version!["stage"]!.GetValue<string>(), version["inForce"]!.AsArray().LastOrDefault()?["to"]?.GetValue<string>()));
}
