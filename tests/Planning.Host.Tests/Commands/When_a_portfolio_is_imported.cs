using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Commands;

/// <summary>The import as an operator sees it: exit code and report. What a bad row is: see Imports.</summary>
public sealed class When_a_portfolio_is_imported : IDisposable
{
    private const string Customers = """
        id,name,country,industry,region,tier,lane,posture,tier_since,posture_since,lifecycle,on_target_list,benchmark_effect,group_root,group_root_confirmed
        helvia,Helvia Telekom,CH,telecom,CEE,S,STANDARD,INVEST,2020-Q1,2020-Q1,active,true,false,helvia,true

        """;

    private const string Units = """
        customer,unit,function,relevance,headcount_in_process
        helvia,Networks,engineering,3,90

        """;

    private const string BadUnit = "helvia,Moon base,engineering,9,1\n";

    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _files = new();

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task good_rows_go_in()
    {
        await WriteAsync("customers.csv", Customers);
        await WriteAsync("units.csv", Units);

        var import = await ImportAsync();

        Assert.Equal(0, import.Exit);
        Assert.Contains("1 customers read, 2 things were new, 0 mistakes.", import.Said, StringComparison.Ordinal);
        Assert.Empty(import.Errors);
    }

    [Fact]
    public async Task a_second_time_nothing_is_new()
    {
        await WriteAsync("customers.csv", Customers);
        await ImportAsync();

        var again = await ImportAsync();

        Assert.Equal(0, again.Exit);
        Assert.Contains("1 customers read, 0 things were new, 0 mistakes.", again.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_was_done_before_is_done_as_on_its_day_and_only_once()
    {
        await WriteAsync("customers.csv", Customers);
        await WriteAsync("history.jsonl", """
            {"customer": "helvia", "on": "2024-11-04", "actor": "Ada Berg", "do": "open-plan"}
            {"customer": "helvia", "on": "2024-11-05", "actor": "Ada Berg", "do": "advance-plan", "with": {"stage": "A7"}}

            """);

        var import = await ImportAsync();
        var again = await ImportAsync();

        Assert.Equal((1, 1), (import.Exit, again.Exit));
        Assert.Contains("history.jsonl, row 2: ", import.Said, StringComparison.Ordinal);
        Assert.Contains("0 things were new", again.Said, StringComparison.Ordinal);
        Assert.Contains("2025 to 2029", (await ShowAsync("helvia")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task bad_rows_stay_out_and_are_told_with_row_column_and_reason()
    {
        await WriteAsync("customers.csv", Customers);
        await WriteAsync("units.csv", Units + BadUnit);

        var import = await ImportAsync();

        Assert.Equal(1, import.Exit);
        Assert.Contains("units.csv, row 3, relevance “9”: is 9; it must be from 0 to 3", import.Said, StringComparison.Ordinal);
        Assert.Contains("1 customers read, 2 things were new, 1 mistakes.", import.Said, StringComparison.Ordinal);
        Assert.Contains("Helvia Telekom", (await ShowAsync("helvia")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task with_strict_one_bad_row_keeps_everything_out()
    {
        await WriteAsync("customers.csv", Customers);
        await WriteAsync("units.csv", Units + BadUnit);

        var import = await ImportAsync("--strict");

        Assert.Equal(1, import.Exit);
        Assert.Contains("units.csv, row 3, relevance “9”: is 9; it must be from 0 to 3", import.Said, StringComparison.Ordinal);
        Assert.Contains(
            "Nothing was taken over: with --strict one bad row keeps everything out.", import.Said, StringComparison.Ordinal);
        Assert.Contains("Nobody has registered a customer helvia.", (await ShowAsync("helvia")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task without_a_file_it_says_what_it_looks_for()
    {
        var import = await ImportAsync();
        Assert.Equal(1, import.Exit);
        Assert.Contains(
            "there is no file to read; give a folder with any of vendor.json, employees.csv, customers.csv, units.csv, people.csv, seats.csv, metrics.csv, interactions.csv, criteria.csv, schemes.csv, evidence.csv, history.jsonl, or one of them",
            import.Said,
            StringComparison.Ordinal);
    }

    private Task WriteAsync(string name, string text) =>
        File.WriteAllTextAsync(_files[name], text, TestContext.Current.CancellationToken);

    private Task<CommandRun> ImportAsync(params string[] more) =>
        PlanningProcess.RunAsync(["import", _files.Path, "--data", _data.Path, .. more]);

    private Task<CommandRun> ShowAsync(string customer) =>
        PlanningProcess.RunAsync("customer", "show", customer, "--data", _data.Path);
}
