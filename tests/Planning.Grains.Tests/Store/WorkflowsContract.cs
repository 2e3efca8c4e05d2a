using System.Globalization;
using Planning.Flows.Instances;
using Planning.Grains.Store;

namespace Planning.Grains.Tests.Store;

/// <summary>What every store must do with what workflows did.</summary>
public abstract class WorkflowsContract : StoreContract
{
    /// <summary>How many entries of its log an instance keeps in these specs.</summary>
    protected const int Kept = 4;

    protected abstract IWorkflows Workflows(Opened store);

    [Fact]
    public async Task the_log_comes_back_entry_by_entry_in_order()
    {
        await using (var store = Open())
        {
            await Commits(
                store,
                Turn(Albion, 1) with { Log = [Log("i-1", 0, 1), Log("i-2", 0, 0)] },
                Turn(Albion, 2) with { Log = [Log("i-1", 2, 3)] });
        }

        await using var reopened = Open();
        Assert.Equal([0L, 1, 2, 3], await Sequences(reopened, "i-1"));
        Assert.Equal([1L, 2], await Sequences(reopened, "i-1", from: 1, take: 2));
        Assert.Equal([0L], await Sequences(reopened, "i-2"));
        Assert.Empty(await Sequences(reopened, "i-3"));
        var entry = (await Workflows(reopened).LogAsync("i-1", 3, 1, Token)).Single();
        Assert.Equal(("Faulted", "a1", "No money."), (entry.Event, entry.Activity, entry.Fault!.Message));
        Assert.Equal("250", entry.Inputs!["Budget"]!.ToString());
    }

    [Fact]
    public async Task the_oldest_entries_go_when_there_are_more_than_are_kept()
    {
        await using var store = Open();
        await Commits(
            store,
            Turn(Albion, 1) with { Log = [Log("i-1", 0, 1), Log("i-2", 0, 1)], Executions = [Done("e-1", "i-1", 1), Done("e-2", "i-2", 1)] },
            Turn(Albion, 2) with { Log = [Log("i-1", 2, 3)], Executions = [Waits("e-3", "i-1", 3)] });
        Assert.Equal([0L, 1, 2, 3], await Sequences(store, "i-1"));

        await Commits(
            store, Turn(Albion, 3) with { Log = [Log("i-1", 4, 7)], Executions = [Done("e-4", "i-1", 7)] });
        Assert.Equal([4L, 5, 6, 7], await Sequences(store, "i-1"));
        Assert.Equal(["e-3 Running", "e-4 Completed"], await Executions(store, "i-1"));
        Assert.Equal([0L, 1], await Sequences(store, "i-2"));
        Assert.Equal(["e-2 Completed"], await Executions(store, "i-2"));
    }

    [Fact]
    public async Task an_execution_is_kept_as_it_stands_last_in_the_place_where_it_began()
    {
        await using var store = Open();
        await Commits(
            store,
            Turn(Albion, 1) with { Executions = [Waits("e-1", "i-1", 0), Done("e-2", "i-1", 1)] },
            Turn(Albion, 2) with { Executions = [Done("e-1", "i-1", 2)] });
        Assert.Equal(["e-1 Completed", "e-2 Completed"], await Executions(store, "i-1"));
    }

    [Fact]
    public async Task a_turn_that_is_not_kept_leaves_nothing_in_the_log()
    {
        await using var store = Open();
        await Commits(store, Turn(Albion, 1));
        Assert.IsType<CommitOutcome.Superseded>(await store.Customers.CommitAsync(
            Turn(Albion, 1) with { Message = "another", Log = [Log("i-1", 0, 1)], Executions = [Done("e-1", "i-1", 1)] }, Token));
        Assert.Empty(await Sequences(store, "i-1"));
        Assert.Empty(await Executions(store, "i-1"));
    }

    [Fact]
    public async Task instances_are_found_by_customer_by_incident_and_page_by_page()
    {
        await using var store = Open();
        await Commits(
            store,
            Turn(Albion, 1) with { Instances = [Instance("a-1"), Instance("a-2", "No money.")] },
            Turn(Karst, 1) with { Instances = [Instance("k-1", "No time.")] });
        var workflows = Workflows(store);

        Assert.Equal(["a-1", "a-2", "k-1"], Ids(await workflows.ListAsync(null, false, null, 9, Token)));
        Assert.Equal(["a-1", "a-2"], Ids(await workflows.ListAsync(Albion, false, null, 9, Token)));
        Assert.Equal(["a-2", "k-1"], Ids(await workflows.ListAsync(null, true, null, 9, Token)));
        Assert.Equal(["a-2"], Ids(await workflows.ListAsync(null, false, "a-1", 1, Token)));
        var found = (await workflows.FindAsync(Albion, "a-2", Token))!.Instance;
        Assert.Equal(("albion", "a-2", "No money."), (found.Customer, found.Id, found.Incidents.Single().Message));
        Assert.Null(await workflows.FindAsync(Karst, "a-2", Token));
    }

    [Fact]
    public async Task instances_that_run_for_no_customer_are_found_for_themselves()
    {
        await using var store = Open();
        await Commits(
            store,
            Turn(Albion, 1) with { Instances = [Instance("a-1", "No money.")] },
            Turn(Nightly, 1) with { Instances = [Instance("_nightly.1.1"), Instance("_nightly.1.2", "No time.")] });
        var workflows = Workflows(store);

        Assert.Equal(["_nightly.1.1", "_nightly.1.2"], Ids(await workflows.ListWithoutCustomerAsync(false, null, 9, Token)));
        Assert.Equal(["_nightly.1.2"], Ids(await workflows.ListWithoutCustomerAsync(true, null, 9, Token)));
        Assert.Equal(["_nightly.1.2"], Ids(await workflows.ListWithoutCustomerAsync(false, "_nightly.1.1", 9, Token)));
        Assert.Equal(["_nightly.1.1", "_nightly.1.2", "a-1"], Ids(await workflows.ListAsync(null, false, null, 9, Token)));
        var found = (await workflows.FindWithoutCustomerAsync("_nightly.1.2", Token))!.Instance;
        Assert.Equal((null, Nightly), (found.Customer, found.Grain));
        Assert.Null(await workflows.FindWithoutCustomerAsync("a-1", Token));
    }

    private static IEnumerable<string> Ids(IEnumerable<InstanceRow> instances) => instances.Select(one => one.Id);

    private static StoredInstance Instance(string id, params string[] incidents) => new(id, "plan", 1, "Running", new WorkflowState
    {
        Id = id,
        DefinitionId = "plan",
        DefinitionVersionId = "plan-1",
        DefinitionVersion = 1,
        SubStatus = WorkflowSubStatus.Suspended,
        Input = [],
        Output = [],
        Activities = [],
        Bookmarks = [],
        Incidents = [.. incidents.Select(message => new Incident(message, DateTimeOffset.UnixEpoch))],
        Scheduled = [],
        Outputs = [],
        LogSequence = 0,
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    }.ToJson());

    private static StoredLog Log(string instance, int first, int last) => new(instance, first, last, Support.Words.Text(
        Enumerable.Range(first, last - first + 1).Select(at => new LogEntry(
            at, DateTimeOffset.UnixEpoch, "Faulted", "e-1", null, "a1", "Workflow1:a1", "Spec.Pay", 1, null,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["Budget"] = 250 }, null, null,
            new IncidentRow("a1", "Spec.Pay", "e-1", "No money.", null, DateTimeOffset.UnixEpoch, true)))));

    private static StoredExecution Done(string id, string instance, long last) => Execution(id, instance, last, isOver: true);

    private static StoredExecution Waits(string id, string instance, long last) => Execution(id, instance, last, isOver: false);

    private static StoredExecution Execution(string id, string instance, long last, bool isOver) => new(
        id, instance, "Workflow1:a1", last, isOver, Support.Words.Text(new ActivityExecution(
            id, null, "a1", "Workflow1:a1", "Spec.Pay", 1, null, isOver ? "Completed" : "Running", !isOver, 0,
            DateTimeOffset.UnixEpoch, null, null, null, null, null)));

    private async Task<IEnumerable<long>> Sequences(Opened store, string instance, long from = 0, int take = 100) =>
        (await Workflows(store).LogAsync(instance, from, take, Token)).Select(entry => entry.Sequence);

    private async Task<IEnumerable<string>> Executions(Opened store, string instance) =>
        (await Workflows(store).ExecutionsAsync(instance, Token)).Select(
            one => string.Create(CultureInfo.InvariantCulture, $"{one.Id} {one.Status}"));
}
