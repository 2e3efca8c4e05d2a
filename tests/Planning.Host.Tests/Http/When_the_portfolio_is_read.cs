using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

public sealed class When_the_portfolio_is_read(SamplePortfolio sample) : HostSpec(sample)
{
    [Fact]
    public async Task it_comes_page_by_page_in_order_of_the_ids()
    {
        var ids = new List<string>();
        string? after = null;
        do
        {
            var page = (await Api.GetAsync($"/api/customers?take=5{(after is null ? "" : $"&after={after}")}")).WasDone();
            ids.AddRange(page.Items.Select(row => row["customer"]!.GetValue<string>()));
            after = page.Body!["next"]?.GetValue<string>();
        }
        while (after is not null);

        Assert.Equal(
            ["albion", "aurora", "copperbelt", "dragonfly", "helvia", "karst", "lusitana", "pampas", "savannah", "straits", "tamar", "zephyr"],
            ids);
    }

    [Fact]
    public async Task a_row_says_where_a_customer_stands_and_what_is_proposed()
    {
        var row = (await Api.GetAsync("/api/customers")).WasDone().Items
            .Single(row => row["customer"]!.GetValue<string>() == "copperbelt");
        Assert.Equal(("A", "HOLD_STEADY", "2026-Q3"), (row["tier"]!.GetValue<string>(), row["posture"]!.GetValue<string>(), row["reviewed"]!.GetValue<string>()));
        Assert.Equal("posture HARVEST, tier no higher than A", row["proposal"]!.GetValue<string>());
        Assert.EndsWith("match change in 24 months -24 ≤ -20, match 41 < 55, two quarters in a row", row["because"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_customer_shows_its_scores_and_every_rule_that_spoke()
    {
        var standing = (await Api.GetAsync("/api/customers/dragonfly")).WasDone().Body!["standing"]!;
        Assert.Equal(("S", "INVEST", "tiering 2026.1"), (
            standing["tier"]!.GetValue<string>(), standing["posture"]!.GetValue<string>(), standing["rules"]!.GetValue<string>()));
        Assert.Contains("MAJOR_CUSTOMER", standing["flags"]!.AsArray().Select(flag => flag!.GetValue<string>()));
        Assert.NotEmpty(standing["findings"]!.AsArray());
    }

    [Fact]
    public async Task the_history_comes_page_by_page_newest_first()
    {
        for (var number = 1; number <= 3; number++)
        {
            (await Api.PostAsync("/api/customers/karst/group-root/confirm")).WasDone();
        }

        var version = await VersionAsync("karst");
        var page = (await Api.GetAsync("/api/customers/karst/history?take=2")).WasDone();
        Assert.Equal([version, version - 1], page.Items.Select(turn => turn["version"]!.GetValue<long>()));
        var next = (await Api.GetAsync($"/api/customers/karst/history?take=2&before={page.Body!["next"]}")).WasDone();
        Assert.Equal(version - 2, next.Items[0]["version"]!.GetValue<long>());
    }
}
