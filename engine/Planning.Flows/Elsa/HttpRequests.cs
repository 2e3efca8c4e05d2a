using System.Globalization;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.Flowcharts;
using Planning.Flows.Runtime;

namespace Planning.Flows.Elsa;

/// <summary>Sends an HTTP request and goes on by the status code of the answer.</summary>
internal sealed class FlowSendHttpRequest : IStructuredActivity
{
    private const string ExpectedStatusCodes = "ExpectedStatusCodes";

    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.FlowSendHttpRequest",
        DisplayName = "HTTP Request (flow)",
        Category = "HTTP",
        Description = "Sends an HTTP request and goes on by the status code of the answer.",
        Kind = ActivityKind.Task,
        Inputs =
        [
            .. Http.Inputs,
            new InputDescriptor(ExpectedStatusCodes, "Int32[]")
            {
                DisplayName = "Expected status codes",
                UiHint = "multitext",
                DefaultSyntax = "Object",
                DefaultValue = new[] { 200 },
            },
        ],
        Outputs = Http.Outputs,
    };

    public object ReadStructure(StructureReading reading)
    {
        var expected = reading.Node.Input(ExpectedStatusCodes)?.Expression is Expression.Constant { Value: var codes }
            ? (Values.As<int[]>(codes) ?? []).Select(Text)
            : Enumerable.Range(100, 500).Select(Text); // Only known while it runs: any of them may be drawn.
        return new Structure(
            [.. expected, Http.UnmatchedStatusCode, Http.FailedToConnect, Http.Timeout, "Done"], RetryChoice.Read(reading));
    }

    public void Execute(ActivityContext context) => Http.Ask(context, ((Structure)context.Node.Structure!).Retries);

    public void Resume(ActivityContext context, Resumption resumption)
    {
        switch (Http.OutcomeOf(resumption.Input))
        {
            case HttpOutcome.Answered answer:
                Http.Keep(context, answer);
                var expected = context.Input<int[]>(ExpectedStatusCodes) ?? [];
                string[] matched = expected is []
                    ? []
                    : [expected.Contains(answer.StatusCode) ? Text(answer.StatusCode) : Http.UnmatchedStatusCode];
                context.Complete([.. matched, "Done"]);
                break;
            case HttpOutcome.TimedOut:
                context.Complete(Http.Timeout);
                break;
            default:
                context.Complete(Http.FailedToConnect);
                break;
        }
    }

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);

    private sealed record Structure(IReadOnlyList<string> Outcomes, RetryChoice? Retries) : IOutcomes;
}

/// <summary>Sends an HTTP request and runs one of the activities inside it, by the status code of the answer.</summary>
internal sealed class SendHttpRequest : IContainerActivity, IStructuredActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.SendHttpRequest",
        DisplayName = "HTTP Request",
        Category = "HTTP",
        Description = "Sends an HTTP request and runs an activity by the status code of the answer.",
        Kind = ActivityKind.Task,
        Inputs =
        [
            .. Http.Inputs,
            new InputDescriptor("ExpectedStatusCodes", "Object[]")
            {
                DisplayName = "Expected status codes",
                UiHint = "http-status-codes",
                IsWrapped = false,
            },
        ],
        Outputs = Http.Outputs,
        Ports =
        [
            new PortDescriptor("UnmatchedStatusCode", PortKind.Embedded) { DisplayName = Http.UnmatchedStatusCode },
            new PortDescriptor("FailedToConnect", PortKind.Embedded) { DisplayName = Http.FailedToConnect },
            new PortDescriptor("Timeout", PortKind.Embedded),
        ],
    };

    public object ReadStructure(StructureReading reading)
    {
        var cases = new Dictionary<int, Node?>();
        foreach (var (json, path) in reading.Items("expectedStatusCodes"))
        {
            if (json.Whole("statusCode") is { } code)
            {
                cases.TryAdd(code, reading.ReadChild(json.Member("activity"), $"{path}.activity"));
            }
        }

        return new Structure(cases, RetryChoice.Read(reading));
    }

    public void Execute(ActivityContext context) => Http.Ask(context, ((Structure)context.Node.Structure!).Retries);

    public void Resume(ActivityContext context, Resumption resumption)
    {
        switch (Http.OutcomeOf(resumption.Input))
        {
            case HttpOutcome.Answered answer:
                Http.Keep(context, answer);
                var structure = (Structure)context.Node.Structure!;
                context.Schedule(structure.ByStatusCode.TryGetValue(answer.StatusCode, out var activity)
                    ? activity
                    : context.Node.Port("UnmatchedStatusCode"));
                break;
            case HttpOutcome.TimedOut:
                context.Schedule(context.Node.Port("Timeout"));
                break;
            default:
                context.Schedule(context.Node.Port("FailedToConnect"));
                break;
        }
    }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion) => context.Complete();

    private sealed record Structure(IReadOnlyDictionary<int, Node?> ByStatusCode, RetryChoice? Retries);
}
