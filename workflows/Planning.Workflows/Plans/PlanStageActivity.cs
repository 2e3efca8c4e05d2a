using System.Text.Json.Nodes;
using Planning.Accounts.Stages;
using Planning.Flows.Activities;

namespace Planning.Workflows.Plans;

/// <summary>A stage of a plan: begins it, gives it its last day, and waits until it is passed.</summary>
/// <remarks>Whether it may be passed is decided by the customer from the data (<see cref="StageGates"/>), not here.</remarks>
public sealed class PlanStageActivity : ICustomerActivity
{
    public const string TypeName = "Planning.PlanStage";
    public const string Advanced = "Advanced";

    /// <summary>The input of a resumption that names the way by which the stage was left.</summary>
    public const string Towards = "towards";

    private const string Ways = "Ways";

    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = TypeName,
        DisplayName = "Plan stage",
        Description = "Begins a stage of the account plan and waits until its exit gate lets it pass.",
        Category = "Account planning",
        Inputs =
        [
            Input("Stage", "String", "Stage", "The stage's code, such as A1; the exit gate has the same."),
            Input("Title", "String", "Title", "What people call the stage."),
            Input("Owner", "String", "Owner", "The role that does the work."),
            Input("Approver", "String", "Approver", "The role that lets it pass."),
            Input("WorkingDays", "Int32", "Working days", "How long the stage may take, in the customer's calendar."),
            new InputDescriptor(Ways, "String[]")
            {
                DisplayName = "Other ways out",
                Description = "What people or times may lead to without the gate, such as Amend or Close; each is an outcome.",
                UiHint = "dynamic-outcomes",
                DefaultSyntax = "Object",
            },
        ],
        Ports = [new PortDescriptor(Advanced)],
    };

    public void Execute(ActivityContext context)
    {
        var turn = ICustomerActivity.TurnOf(context);
        var stage = context.Input<string>("Stage")!;
        var process = turn.Customer.Plan?.Id == context.InstanceId ? null : context.InstanceId;
        var entered = StageTrack.Enter(
            stage,
            context.Input<string>("Title")!,
            context.Input<string>("Owner")!,
            context.Input<string>("Approver")!,
            context.Input<int>("WorkingDays"),
            turn.Today,
            turn.Playbook.Calendars.Of(turn.Customer.Details!.Country));
        var ways = context.Input<string[]>(Ways) ?? [];
        turn.Happened(entered with
        {
            Process = process,
            Stage = ways is [] ? entered.Stage : entered.Stage with { Ways = [.. ways] },
        });
        context.CreateBookmark(TypeName, process is null
            ? new JsonObject { ["stage"] = stage }
            : new JsonObject { ["stage"] = stage, ["process"] = process });
    }

    public void Resume(ActivityContext context, Resumption resumption) =>
        context.Complete(resumption.Input[Towards] as string ?? Advanced);

    private static InputDescriptor Input(string name, string type, string displayName, string description) =>
        new(name, type) { DisplayName = displayName, Description = description, Required = true };
}
