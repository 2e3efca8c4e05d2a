using System.Collections.Immutable;
using System.Globalization;
using Planning.Flows.Definitions;
using Planning.Flows.Instances;
using Planning.Flows.Runtime;

namespace Planning.Benchmarks.Flows;

/// <summary>One shape of workflow.</summary>
/// <param name="Run">Runs <see cref="FlowWays.Times"/> of them.</param>
/// <param name="ElsaPerSecond">Measured on the genuine Elsa 3, built from source, one thread on two shared cores.</param>
/// <param name="Aim">How many times Elsa's rate.</param>
/// <param name="ElsaBytes">Allocated for one; null where nobody measured it.</param>
internal sealed record FlowWay(string Name, Action Run, double ElsaPerSecond, double Aim, double? ElsaBytes = null);

/// <summary>The shapes, each with and without making the instance and its journal into what is stored.</summary>
internal static class FlowWays
{
    public const int Times = 20;

    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static FlowWay[] All()
    {
        var sequence = Definitions.Read(Definitions.Sequence(10));
        var flowchart = Definitions.Read(Definitions.Flowchart());
        var scripted = Definitions.Read(Definitions.Scripted(10));
        var waiting = new DefinitionSet([Definitions.Read(Definitions.Waiting)]);
        return
        [
            new("sequence of 10", () => Repeat(() => Start(sequence)), 1_400, 50, 290_000),
            new("sequence of 10, committed", () => Repeat(() => Commit(Start(sequence))), 860, 50, 480_000),
            new("flowchart of 20, fork and join", () => Repeat(() => Start(flowchart)), 600, 50, 660_000),
            new("flowchart of 20, committed", () => Repeat(() => Commit(Start(flowchart))), 545, 50, 770_000),
            new("sequence of 10 with JavaScript", () => Repeat(() => Start(scripted)), 480, 10),
            new("waits for an event, stored, found, resumed", () => Repeat(() => RoundTrip(waiting)), 116, 50),
        ];
    }

    /// <summary>An instance that waits, as it is stored.</summary>
    public static string Waiting() => Start(Definitions.Read(Definitions.Waiting)).State.ToJson();

    private static void Repeat(Func<int> run)
    {
        for (var time = 0; time < Times; time++)
        {
            if (run() == 0)
            {
                throw new InvalidOperationException("A workflow did not do what it should.");
            }
        }
    }

    private static void Repeat(Func<Burst> run) => Repeat(() => run().State.SubStatus is WorkflowSubStatus.Finished ? 1 : 0);

    private static Burst Start(WorkflowDefinition definition) => WorkflowRunner.Start(
        definition, "instance", "customer", ImmutableDictionary<string, object?>.Empty, Environment());

    private static int Commit(Burst burst) =>
        burst.State.SubStatus is WorkflowSubStatus.Finished ? burst.State.ToJson().Length + burst.Log.Count : 0;

    private static int RoundTrip(DefinitionSet definitions)
    {
        var runtime = new WorkflowRuntime(definitions, Environment());
        var started = runtime.Start(
            ImmutableSortedDictionary.Create<string, WorkflowState>(StringComparer.Ordinal),
            new WorkflowStart("waiting", ImmutableDictionary<string, object?>.Empty, "customer"));
        var stored = started.Instances.ToImmutableSortedDictionary(
            one => one.Key, one => WorkflowState.Parse(one.Value.ToJson()), StringComparer.Ordinal);
        var ended = runtime.Publish(stored, new WorkflowEvent("go")).Instances.Values.Single();
        return ended.SubStatus is WorkflowSubStatus.Finished ? ended.ToJson().Length : 0;
    }

    private static BurstEnvironment Environment()
    {
        var ids = 0;
        return new BurstEnvironment(Now, () => string.Create(CultureInfo.InvariantCulture, $"{++ids}"), null);
    }
}
