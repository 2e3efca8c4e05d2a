using Planning.Flows.Activities;
using Planning.Flows.Definitions;

namespace Planning.Flows.Instances;

/// <summary>Writes the execution log of one burst, and remembers which executions it touched.</summary>
internal sealed class Journal(Run run, long sequence)
{
    private readonly List<LogRecord> _records = [];
    private readonly List<ActivityContext> _touched = [];

    public long Sequence { get; private set; } = sequence;

    public IReadOnlyList<LogRecord> Records => _records;

    public void Write(ActivityContext context, string eventName)
    {
        if (!context.IsTouched)
        {
            context.IsTouched = true;
            _touched.Add(context);
        }

        var isCompleted = eventName == LogEvents.Completed;
        _records.Add(new LogRecord(
            Sequence++, run.Environment.Now, eventName, context.Node, context.Id, context.Parent?.Id, Shown(context),
            isCompleted ? context.Outcomes : [], isCompleted ? context.Outputs : null,
            eventName == LogEvents.Faulted ? context.LastFault : null));
    }

    public IReadOnlyList<ActivityRecord> Activities() => _touched.ConvertAll(Record);

    private ActivityRecord Record(ActivityContext context) => new(
        context.Node, context.Id, context.Parent?.Id, context.Status, run.IsWaiting(context), context.FaultCount,
        context.StartedAt, context.CompletedAt, Shown(context), context.Outputs, context.Outcomes, context.LastFault);

    private static ValueBag? Shown(ActivityContext context) =>
        context.Inputs.Count == 0 ? null
        : context.Node.HasSensitiveInputs ? WithoutSensitive(context.Node, context.Inputs)
        : context.Inputs;

    private static ValueBag WithoutSensitive(Node node, ValueBag inputs) =>
        new(inputs.Where(value => node.Input(value.Key)?.Descriptor.IsSensitive is not true));
}
