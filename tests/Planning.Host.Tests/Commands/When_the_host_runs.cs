using System.Text.Json.Nodes;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Commands;

/// <summary>A host as an operator runs it: what it logs, and what can be done beside it.</summary>
public sealed class When_the_host_runs(SamplePortfolio sample) : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _files = new();

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task its_log_is_json_with_the_time_and_says_nothing_of_what_bodies_contain()
    {
        sample.CopyTo(_data.Path);
        var (host, url) = await PlanningProcess.ServeAsync(_data.Path);
        await using var _ = host;
        using var api = new ApiClient(url);
        (await api.PutAsync("/api/customers/helvia/plan/profile/pains", Work.Section("Secret-7391", "2026-01-05"))).WasDone();
        await api.PutAsync("/api/customers/helvia/plan/profile/pains", Work.Section("Secret-7391", "Secret-7391"));
        await api.PutAsync("/api/customers/helvia/plan/vendors", """[{"vendor": "Secret-7391", "share": 7}]""");
        await api.PostAsync("/api/customers/helvia/interactions", """{"Secret-7391": 1""");

        host.Kill();
        await host.EndAsync();

        Assert.NotEmpty(host.Errors);
        Assert.All(host.Errors, line =>
        {
            Assert.NotNull(JsonNode.Parse(line)!["Timestamp"]);
            Assert.DoesNotContain("Secret-7391", line, StringComparison.Ordinal);
            Assert.NotEqual("Error", JsonNode.Parse(line)!["LogLevel"]!.GetValue<string>());
        });
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://127.0.0.1:0;http://*:0")]
    public async Task as_long_as_nobody_signs_in_it_listens_to_this_machine_only(string urls)
    {
        var refused = await PlanningProcess.RunAsync("serve", "--data", _data.Path, "--urls", urls);

        Assert.Equal(1, refused.Exit);
        Assert.Contains(
            $"“{urls.Split(';')[^1]}” is not an address of this machine's own; as long as there is no sign-in, "
                + "write one like http://127.0.0.1:5080.",
            refused.Errors,
            StringComparison.Ordinal);
        Assert.False(File.Exists(_data["planning.db"]));
    }

    [Fact]
    public async Task what_is_imported_beside_it_is_shown_by_it()
    {
        sample.CopyTo(_data.Path);
        var (host, url) = await PlanningProcess.ServeAsync(_data.Path);
        await using var _ = host;
        using var api = new ApiClient(url);
        var before = (await api.GetAsync("/api/customers/karst")).WasDone().Version;
        await File.WriteAllTextAsync(_files["units.csv"], "customer,unit,function,relevance,headcount_in_process\nkarst,Water works,operations,2,5\n", TestContext.Current.CancellationToken);

        Assert.Equal(0, (await PlanningProcess.RunAsync("import", _files.Path, "--data", _data.Path)).Exit);

        var shown = (await api.GetAsync("/api/customers/karst")).WasDone();
        Assert.True(shown.Version > before);
        Assert.Contains("Water works", shown.Body!["units"]!.AsArray().Select(unit => unit!["name"]!.GetValue<string>()));
        // The host runs by the day's clock: what came due meanwhile stands beside it in the history.
        Assert.Contains(
            (await api.GetAsync("/api/customers/karst/history?take=20")).WasDone().Items
                .SelectMany(turn => turn["happened"]!.AsArray()),
            line => line!.GetValue<string>() == "The unit Water works was mapped with relevance 2.");
        Assert.True((await api.PostAsync("/api/customers/karst/group-root/confirm")).WasDone().Version > shown.Version);
    }

    [Fact]
    public async Task an_address_that_is_taken_is_named()
    {
        sample.CopyTo(_data.Path);
        var (host, url) = await PlanningProcess.ServeAsync(_data.Path);
        await using var _ = host;
        var second = await PlanningProcess.RunAsync("serve", "--data", _data.Path, "--urls", url.OriginalString);
        Assert.Equal(2, second.Exit);
        Assert.Contains($"Failed to bind to address {url.OriginalString}", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task with_the_sample_a_second_start_goes_on_where_the_first_one_stopped()
    {
        var (first, url) = await PlanningProcess.ServeAsync(_data.Path, "--sample");
        await using var _ = first;
        using var before = new ApiClient(url);
        var portfolio = await TiersAsync(before);
        var asked = await AskedAsync(before);
        first.Kill();
        await first.EndAsync();

        var (second, address) = await PlanningProcess.ServeAsync(_data.Path, "--sample");
        await using var __ = second;
        using var after = new ApiClient(address);

        Assert.Contains(first.Out, line => line.Contains("12 customers read", StringComparison.Ordinal));
        Assert.DoesNotContain(second.Out, line => line.Contains("customers read", StringComparison.Ordinal));
        Assert.True(PrintsTheTable(first) && PrintsTheTable(second));
        Assert.Equal(portfolio, await TiersAsync(after));
        Assert.Equal(asked, await AskedAsync(after));
    }

    private static async Task<List<string>> TiersAsync(ApiClient api) =>
    [
        .. (await api.GetAsync("/api/customers")).WasDone().Items
            .Select(row => $"{row["customer"]} {row["tier"]} {row["posture"]} {row["reviewed"]}"),
    ];

    // Times that have come, and what the sweep finds, are told as soon as the host runs, before or after we look.
    private static async Task<List<string>> AskedAsync(ApiClient api) =>
    [
        .. (await api.GetAsync("/api/customers/helvia/history?take=100")).WasDone().Items
            .Select(turn => turn["asked"]!.GetValue<string>())
            .Where(asked => asked is not ("timer-due" or "watch" or "tell-staff-figures"))
            .Take(50),
    ];

    private static bool PrintsTheTable(PlanningProcess host) => host.Out.Any(line => line.StartsWith('╭'));
}
