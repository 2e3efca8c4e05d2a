using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.Scheduling;

namespace Planning.Flows.Elsa;

/// <summary>A trigger that starts workflows when a time has come.</summary>
internal interface IScheduledTrigger : IActivity
{
    /// <param name="context">Only for its inputs: nothing runs.</param>
    /// <returns>The next start after that moment; null when there is none.</returns>
    DateTimeOffset? NextStart(ActivityContext context, DateTimeOffset after);

    /// <returns>The first start of all, seen from now; null when there is none.</returns>
    DateTimeOffset? FirstStart(ActivityContext context) => NextStart(context, context.Now);
}

/// <summary>Lets some time pass.</summary>
internal sealed class Delay : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Delay",
        Category = "Scheduling",
        Description = "Lets some time pass.",
        Inputs = [new InputDescriptor("TimeSpan", "TimeSpan") { DisplayName = "Time span", DefaultValue = "00:01:00" }],
    };

    public void Execute(ActivityContext context) =>
        Schedules.Await(context, "resumeAt", context.Now + context.Input<TimeSpan>("TimeSpan"));

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>Waits for a moment; one that is over already is not waited for. A workflow may begin with it.</summary>
internal sealed class StartAt : IScheduledTrigger
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.StartAt",
        DisplayName = "Start at",
        Category = "Scheduling",
        Description = "Waits for a moment.",
        Kind = ActivityKind.Trigger,
        Inputs = [new InputDescriptor("DateTime", "DateTimeOffset") { DisplayName = "Date and time", Required = true }],
    };

    public void Execute(ActivityContext context)
    {
        var moment = context.Input<DateTimeOffset>("DateTime");
        if (!context.IsTriggerOfInstance && moment > context.Now)
        {
            Schedules.Await(context, "executeAt", moment);
        }
    }

    public void Resume(ActivityContext context, Resumption resumption) { }

    public DateTimeOffset? NextStart(ActivityContext context, DateTimeOffset after) =>
        context.Evaluate<DateTimeOffset>("DateTime") is var moment && moment > after ? moment : null;

    // A moment that is over already is made up for at once, as Elsa does.
    public DateTimeOffset? FirstStart(ActivityContext context) => context.Evaluate<DateTimeOffset>("DateTime");
}

/// <summary>Waits for an interval. A workflow may begin with it again and again.</summary>
internal sealed class Timer : IScheduledTrigger
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Timer",
        Category = "Scheduling",
        Description = "Waits for an interval, or starts the workflow at intervals.",
        Kind = ActivityKind.Trigger,
        Inputs = [new InputDescriptor("Interval", "TimeSpan") { DefaultValue = "00:01:00" }],
    };

    public void Execute(ActivityContext context)
    {
        if (!context.IsTriggerOfInstance)
        {
            Schedules.Await(context, "resumeAt", context.Now + context.Input<TimeSpan>("Interval"));
        }
    }

    public void Resume(ActivityContext context, Resumption resumption) { }

    public DateTimeOffset? NextStart(ActivityContext context, DateTimeOffset after) =>
        context.Evaluate<TimeSpan>("Interval") is var interval && interval > TimeSpan.Zero
            && interval <= DateTimeOffset.MaxValue - after
            ? after + interval
            : null;
}

/// <summary>Waits for the next moment of a CRON expression. A workflow may begin with each of them.</summary>
internal sealed class Cron : IScheduledTrigger, IStructuredActivity
{
    private const string Expression = "CronExpression";

    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Cron",
        Category = "Scheduling",
        Description = "Waits for the next moment of a CRON expression of six fields, seconds first, or starts the workflow at each.",
        Kind = ActivityKind.Trigger,
        Inputs = [new InputDescriptor(Expression, "String") { DisplayName = "CRON expression", Required = true }],
    };

    public object ReadStructure(StructureReading reading)
    {
        if (reading.Node.Input(Expression)?.Expression is Expressions.Expression.Constant { Value: string text })
        {
            try
            {
                return new Plan(CronExpression.Parse(text));
            }
            catch (FormatException mistake)
            {
                reading.Report(Codes.BadValue, $"{reading.Path}.cronExpression", mistake.Message);
            }
        }

        return new Plan(null);
    }

    public void Execute(ActivityContext context)
    {
        if (context.IsTriggerOfInstance)
        {
            return;
        }

        Schedules.Await(context, "executeAt", Of(context).Next(context.Now) ?? throw new InvalidOperationException(
            $"\"{context.Input<string>(Expression)}\" never comes. Look at its days and months."));
    }

    public void Resume(ActivityContext context, Resumption resumption) { }

    public DateTimeOffset? NextStart(ActivityContext context, DateTimeOffset after) =>
        Of(context).Next(after);

    private static CronExpression Of(ActivityContext context) => ((Plan)context.Node.Structure!).Constant
        ?? CronExpression.Parse(context.Evaluate<string>(Expression) ?? "");

    private sealed record Plan(CronExpression? Constant);
}

file static class Schedules
{
    public static void Await(ActivityContext context, string member, DateTimeOffset moment) => context.CreateBookmark(
        context.Node.Descriptor.TypeName,
        new JsonObject { [member] = Values.ToText(Values.Canonical(moment)) },
        moment);
}
