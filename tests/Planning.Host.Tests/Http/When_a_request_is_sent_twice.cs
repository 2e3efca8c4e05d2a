using System.Net;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

public sealed class When_a_request_is_sent_twice(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Interactions = "/api/customers/helvia/interactions";

    [Fact]
    public async Task it_has_one_effect_and_one_answer()
    {
        var first = (await Api.PostAsync(Interactions, Work.Interaction("i-900"), key: "k-1")).WasDone();
        var again = (await Api.PostAsync(Interactions, Work.Interaction("i-900"), key: "k-1")).WasDone();

        Assert.Equal(["Contact on 2026-10-02 about “Hotline hours” with 1 people."], first.Happened);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(first.Version, await VersionAsync("helvia"));
    }

    [Fact]
    public async Task it_has_one_effect_and_one_answer_also_across_a_restart()
    {
        var first = (await Api.PostAsync(Interactions, Work.Interaction("i-900"), key: "k-1")).WasDone();
        await RestartAsync();
        var again = (await Api.PostAsync(Interactions, Work.Interaction("i-900"), key: "k-1")).WasDone();

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(first.Version, await VersionAsync("helvia"));
    }

    [Fact]
    public async Task a_refusal_stays_a_refusal_even_when_what_was_missing_is_there()
    {
        const string Advance = "/api/customers/savannah/plan/stages/A0/advance";
        var refused = await Api.PostAsync(Advance, key: "k-1");
        (await Api.PostAsync("/api/customers/savannah/group-root/confirm")).WasDone();
        await RestartAsync();

        var again = await Api.PostAsync(Advance, key: "k-1");

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal((refused.Title, refused.Missing.Single()), (again.Title, again.Missing.Single()));
        (await Api.PostAsync(Advance, key: "k-2")).WasDone();
    }

    [Fact]
    public async Task at_the_same_time_it_still_has_one_effect()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            _ => Api.PostAsync(Interactions, Work.Interaction("i-900"), key: "k-1")));

        Assert.Single(answers.Select(answer => answer.WasDone().Text).Distinct());
        Assert.Equal(answers[0].Version, await VersionAsync("helvia"));
    }

    [Fact]
    public async Task under_another_key_it_is_another_request_that_changes_nothing()
    {
        var first = (await Api.PostAsync(Interactions, Work.Interaction("i-900"), key: "k-1")).WasDone();
        var second = (await Api.PostAsync(Interactions, Work.Interaction("i-900"), key: "k-2")).WasDone();

        Assert.Equal(first.Version + 1, second.Version);
        Assert.Empty(second.Happened);
    }

    [Fact]
    public async Task a_key_is_a_key_of_one_customer()
    {
        (await Api.PostAsync("/api/customers/helvia/group-root/confirm", key: "k-1")).WasDone();
        Assert.NotEmpty((await Api.PostAsync("/api/customers/savannah/group-root/confirm", key: "k-1")).WasDone().Happened);
    }

    [Fact]
    public async Task a_tier_run_judges_once()
    {
        var first = (await Api.PostAsync("/api/tier-runs", """{"through": "2026-Q3"}""", key: "k-1")).WasDone();
        var version = await VersionAsync("helvia");
        Assert.Equal(first.Text, (await Api.PostAsync("/api/tier-runs", """{"through": "2026-Q3"}""", key: "k-1")).WasDone().Text);
        Assert.Equal(version, await VersionAsync("helvia"));
    }
}
