using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Planning.Grains.Embedded;
using Planning.Grains.Timers;
using Planning.Grains.Turns;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Commands.Workflows;

public sealed class When_an_admin_mends_a_workflow : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public When_an_admin_mends_a_workflow(SamplePortfolio sample) => sample.CopyTo(_data.Path);

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task the_incident_is_listed_the_instance_taken_to_the_mended_version_and_retried()
    {
        await Definitions.KeepPlanAsync(_data.Path, "102", Definitions.FlawedPlan);
        await Definitions.KeepPlanAsync(_data.Path, "103", Definitions.MendedPlan);
        var plan = JsonNode.Parse((await Run("list", "--customer", "savannah", "--json")).Out)![0]!["id"]!.GetValue<string>();

        // Nobody resumes here what the plan waits for; an admin sends it on to where it stops.
        var stopped = await Run("alter", "savannah", plan, "--to-version", "102", "--cancel", "a0", "--schedule", "a1");
        Assert.Contains("The plan's workflow stopped at a1: ", stopped.Out, StringComparison.Ordinal);
        var listed = await Run("list", "--incidents");
        Assert.Contains("strategic-account-plan 102", listed.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("dragonfly", listed.Out, StringComparison.Ordinal);

        Assert.Equal(0, (await Run("alter", "savannah", plan, "--to-version", "103", "--actor", "mei", "--why", "A1 is mended")).Exit);
        var retried = await Run("retry", "savannah", plan);
        Assert.Contains("Stage A1 Insight began", retried.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("savannah", (await Run("list", "--incidents")).Out, StringComparison.Ordinal);
        var shown = await Run("show", "savannah", plan);
        Assert.Contains("Planning.PlanStage", shown.Said, StringComparison.Ordinal);
        Assert.Contains("mei: The workflow Strategic account plan", (await PlanningProcess.RunAsync(
            "customer", "show", "savannah", "--data", _data.Path)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_cannot_be_done_is_said_on_standard_error()
    {
        var unknown = await Run("cancel", "savannah", "i-9");
        Assert.Equal((1, "savannah has no workflow instance i-9 that is not over."), (unknown.Exit, unknown.Errors));
        var empty = await Run("alter", "savannah", "i-9", "--set", "Days");
        Assert.Equal(1, empty.Exit);
        Assert.Contains("“Days” sets nothing; write it like Days=60.", empty.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_instance_that_runs_for_no_customer_is_meant_by_a_hyphen()
    {
        await Definitions.KeepAsync(_data.Path, "nightly", "1", Definitions.NightlyReport);
        var instance = await GivenANightOfTheReport();
        Assert.Contains("_nightly.2.1", (await Run("list", "--no-customer", "--incidents")).Said, StringComparison.Ordinal);
        Assert.Contains("nightly 1 night 2026-10-07 02:00:00 2026-10-06 02:00:00", Cells(await Run("clocks")), StringComparison.Ordinal);
        Assert.Contains("No paper.", (await Run("show", "-", instance)).Out, StringComparison.Ordinal);

        Assert.StartsWith(
            $"The workflow Nightly report ({instance}) was retried.", (await Run("retry", "-", instance)).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("cancel", "-", instance, "--why", "no paper", "--actor", "mei")).Exit);
        Assert.Contains(
            $"mei: The workflow Nightly report ({instance}) was cancelled: no paper.",
            (await Run("history", "nightly")).Out,
            StringComparison.Ordinal);
        Assert.DoesNotContain("_nightly", (await Run("list", "--incidents")).Out, StringComparison.Ordinal);
        var unknown = await Run("cancel", "-", "i-9");
        Assert.Equal((1, "Without a customer there is no workflow instance i-9."), (unknown.Exit, unknown.Errors));
        Assert.Equal(
            "--customer and --no-customer leave nothing to list; give one of them.",
            (await Run("list", "--no-customer", "--customer", "helvia")).Errors.Split('\n')[0]);
    }

    // The clock struck, and an admin sent the instance on to where it stops.
    private async Task<string> GivenANightOfTheReport()
    {
        var clock = new FixedClock();
        await using var runtime = await EmbeddedRuntime.OpenAsync(_data["planning.db"], clock, TestContext.Current.CancellationToken);
        var pump = runtime.Timers(NullLogger<TimerPump>.Instance);
        await pump.SetClocksAsync(TestContext.Current.CancellationToken);
        clock.GoTo("2026-10-06");

        // Seats of the sample have times that have come too.
        Assert.NotEqual(0, await pump.TellAsync(TestContext.Current.CancellationToken));
        var began = Assert.Single(
            await runtime.Workflows.ListWithoutCustomerAsync(false, null, 10, TestContext.Current.CancellationToken));
        await runtime.Customers.SendAsync(
            began.Grain,
            new Message("m-1", "anna", new Request.AlterWorkflow(began.Id) { Schedule = ["stop"] }),
            TestContext.Current.CancellationToken);
        return began.Id;
    }

    private static string Cells(CommandRun run) => string.Join(
        ' ', run.Out.Split(['│', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private Task<CommandRun> Run(string command, params string[] arguments) =>
        PlanningProcess.RunAsync(["workflow", command, .. arguments, "--data", _data.Path]);
}
