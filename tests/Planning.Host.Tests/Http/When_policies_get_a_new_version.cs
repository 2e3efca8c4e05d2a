using System.Net;
using Planning.Host.Tests.Support;
using Planning.Workflows.Playbooks;

namespace Planning.Host.Tests.Http;

public sealed class When_policies_get_a_new_version(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Version = "/api/policies/coverage/versions/2026.2";

    private static readonly string Next = PlaybookFile.Shipped.Single(file => file.Name == "coverage.json").Body
        .Replace("\"version\": \"2026.1\"", "\"version\": \"2026.2\"", StringComparison.Ordinal);

    [Fact]
    public async Task it_goes_from_draft_through_approval_into_force()
    {
        Assert.Equal(["coverage 2026.2: author drafted it."], (await DraftAsync(Next)).WasDone().Happened);
        Assert.Equal(Next, (await Api.GetAsync(Version)).Text);
        (await Api.PostAsync($"{Version}/approve", """{"from": "2026-10-05"}""", actor: "author"))
            .WasRefused("author-approves", "author has drafted coverage 2026.2; somebody else must approve it.");
        Assert.Equal(
            ["coverage 2026.2: board approved it from 2026-10-05: The board said so"],
            (await Api.PostAsync($"{Version}/approve", """{"from": "2026-10-05", "why": "The board said so"}""", actor: "board"))
                .WasDone().Happened);
        var versions = (await Api.GetAsync("/api/policies")).WasDone().Items
            .Single(policy => policy["name"]!.GetValue<string>() == "coverage")["versions"]!.AsArray();
        Assert.Equal(["retired", "live"], versions.Select(version => version!["stage"]!.GetValue<string>()));
        (await Api.PostAsync($"{Version}/retire", actor: "board"))
            .WasRefused("in-force", "coverage 2026.2 is in force; approve another version in its place.");
    }

    [Fact]
    public async Task a_mistake_in_a_draft_is_told_with_its_place()
    {
        var answer = await DraftAsync(Next.Replace("\"windowDays\": 365", "\"windowDays\": \"soon\"", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.StartsWith(
            "the draft: PLAYBOOK002 at $.levels.C.windowDays: ", answer.Body!["missing"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task one_that_nobody_drafted_is_not_known() =>
        (await Api.GetAsync("/api/policies/tiering/versions/2026.1"))
            .IsProblem(HttpStatusCode.NotFound, "There is no version 2026.1 of tiering.");

    private Task<HttpAnswer> DraftAsync(string body) => Api.PostAsync("/api/policies/versions", body, actor: "author");
}
