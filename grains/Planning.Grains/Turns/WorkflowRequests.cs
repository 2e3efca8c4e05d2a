using System.Collections.Immutable;
using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Flows.Alterations;
using Planning.Flows.Runtime;
using Planning.Workflows.Plans;

namespace Planning.Grains.Turns;

/// <summary>What people ask of workflows themselves: start, retry, alter, cancel. The history tells each with its reason.</summary>
internal sealed class WorkflowRequests(Turn turn, TurnWorkflows workflows)
{
    /// <summary>The instance that was started; nothing when none was.</summary>
    public string? Started { get; private set; }

    /// <returns>Why it was not done; the turn then forgets what happened in it.</returns>
    public Decision.Refused? Answer(Request request) => request switch
    {
        Request.StartWorkflow start => Start(start),
        Request.RetryWorkflow retry => Change(
            retry.Instance,
            name => new WorkflowRetried(retry.Instance, name, retry.Execution) { Why = retry.Why },
            (runtime, all) => runtime.Retry(all, retry.Instance, retry.Execution)),
        Request.CancelWorkflow cancel when turn.Customer.Certification.LedBy(cancel.Instance) is { End: null } campaign => Refuse(
            "campaign-led", $"The board ends the campaign {campaign.Id} with a reason; it does not end with its workflow."),
        Request.CancelWorkflow cancel => Change(
            cancel.Instance,
            name => new WorkflowCancelled(cancel.Instance, name) { Why = cancel.Why },
            (runtime, all) => runtime.Cancel(all, cancel.Instance)),
        Request.AlterWorkflow alter => Alter(alter),
        _ => throw new System.Diagnostics.UnreachableException($"Unknown request {request.Kind}"),
    };

    private Decision.Refused? Start(Request.StartWorkflow start)
    {
        if (turn.Playbook.Definitions.Published(start.DefinitionId) is not { } definition)
        {
            return Refuse("definition-unknown", $"There is no workflow {start.DefinitionId}.");
        }

        if (definition.DefinitionId == Stimulus.PlanWorkflow)
        {
            return Refuse("plan-needed", $"The workflow {definition.Name} begins when a plan is opened, not by itself.");
        }

        if (definition.DefinitionId == Stimulus.CampaignWorkflow)
        {
            return Refuse("campaign-needed", $"The workflow {definition.Name} begins when a campaign is opened, not by itself.");
        }

        if (definition.DefinitionId == Stimulus.TeamWorkflow)
        {
            return Refuse("seat-need-needed", $"The workflow {definition.Name} begins when a seat needs somebody, not by itself.");
        }

        Started = workflows.NextId();
        turn.Happened(new WorkflowStarted(Started, definition.Name) { Why = start.Why });
        return Refused(workflows.Ask((runtime, all) => runtime.Start(all, new WorkflowStart(
            start.DefinitionId, start.Input, start.CorrelationId ?? CustomerId, Started))));
    }

    private Decision.Refused? Alter(Request.AlterWorkflow alter)
    {
        if (!workflows.After.TryGetValue(alter.Instance, out var instance))
        {
            return Unknown(alter.Instance);
        }

        ImmutableArray<Alteration> alterations =
        [
            .. alter.Variables.Select(variable => new Alteration.ModifyVariable(variable.Key, variable.Value)),
            .. alter.Cancel.Select(activity => new Alteration.CancelActivity(activity)),
            .. alter.Schedule.Select(activity => new Alteration.ScheduleActivity(activity)),
        ];
        if (alter.Version is { } version)
        {
            if (turn.Playbook.Workflows.FirstOrDefault(one => one.DefinitionId == instance.DefinitionId && one.Version == version)
                is not { } target)
            {
                return Refuse("version-unknown", string.Create(
                    CultureInfo.InvariantCulture, $"There is no version {version} of {workflows.NameOf(instance)}."));
            }

            alterations = alterations.Insert(0, new Alteration.Migrate(target));
        }

        return alterations is []
            ? Refuse("nothing-to-alter", "Say what is to be altered: a version, a variable, an activity to cancel or to schedule.")
            : Change(
                alter.Instance,
                name => new WorkflowAltered(alter.Instance, name, [.. alterations.Select(Told)]) { Why = alter.Why },
                (runtime, all) => runtime.Alter(all, alter.Instance, alterations));
    }

    // Told first: what the workflow then does follows from it.
    private Decision.Refused? Change(
        string id,
        Func<string, InstanceEvent> happened,
        Func<WorkflowRuntime, ImmutableSortedDictionary<string, Flows.Instances.WorkflowState>, RuntimeChange> what)
    {
        if (!workflows.After.TryGetValue(id, out var instance))
        {
            return Unknown(id);
        }

        turn.Happened(happened(workflows.NameOf(instance)));
        return Refused(workflows.Ask(what));
    }

    private string? CustomerId => turn.Customer.Id.IsReserved ? null : turn.Customer.Id.Value;

    private Decision.Refused Unknown(string instance) => Refuse("instance-unknown", CustomerId is { } customer
        ? $"{customer} has no workflow instance {instance} that is not over."
        : $"Without a customer there is no workflow instance {instance} that is not over.");

    private static string Told(Alteration alteration) => alteration switch
    {
        Alteration.Migrate migrate => string.Create(CultureInfo.InvariantCulture, $"taken to version {migrate.Target.Version}"),
        Alteration.ModifyVariable modify => $"variable {modify.VariableId} set",
        Alteration.CancelActivity cancel => $"activity {cancel.ActivityId} cancelled",
        Alteration.ScheduleActivity schedule => $"activity {schedule.ActivityId} scheduled",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Decision.Refused? Refused(Flows.Instances.BurstRefusal? refusal) =>
        refusal is null ? null : Refuse(refusal.Code, refusal.Reason);

    private static Decision.Refused Refuse(string code, string sentence) => new(code, sentence, []);
}
