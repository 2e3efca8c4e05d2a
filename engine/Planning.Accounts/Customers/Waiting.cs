using Planning.Accounts.Certification;
using Planning.Accounts.Stages;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Customers;

/// <summary>Something at a customer that waits for somebody.</summary>
/// <param name="Kind">stage, duty, incident, proposal, approval, assessment, issue, delivery, task or escalation.</param>
/// <param name="Role">Who is waited for; an employee's id where a person is known.</param>
/// <param name="Due">Nothing for no deadline.</param>
public sealed record Waiting(string Kind, string Subject, string Role, DateOnly? Due)
{
    /// <summary>All that waits at a customer, in a fixed order: the plan's stages and incident, stages of seats, duties,
    /// incidents, approvals, tasks, escalations.</summary>
    public static IReadOnlyList<Waiting> Of(Customer customer) =>
    [
        .. customer.Plan is { } plan ? plan.Track.Open.Select(Of) : [],
        .. customer.Plan?.Incident is { } incident
            ? [new Waiting("incident", incident, "ADMIN", null)]
            : Array.Empty<Waiting>(),
        .. customer.Team.Processes.SelectMany(process => process.Track.Open.Select(
            stage => Of(stage) with { Subject = $"{stage.Code} {stage.Title}: {process.Seat} seat" })),
        .. customer.Team.Duties.Select(duty => new Waiting("duty", duty.What, duty.Role, duty.Due)),
        .. customer.Incidents.Values.Select(incident => new Waiting("incident", incident, "ADMIN", null)),
        .. customer.Approvals.Open.Values
            .Select(approval => (
                Kind: TierFollowing.IsProposal(approval) ? "proposal" : "approval", approval.What, Step: approval.Current()!))
            .Select(asked => new Waiting(asked.Kind, asked.What, asked.Step.Role, asked.Step.Times?.Due)),
        .. from person in customer.People.Values
           let pending = customer.Stakeholders.Of(person.Id).Pending
           where pending is { Second: null }
           select new Waiting(
               "assessment", FormattableString.Invariant($"level {pending.Level} of {person.Name}"), "SECOND_ASSESSOR", null),
        .. CertificationWaiting.Of(customer.Certification),
        .. customer.Organisation.Waiting(),
        .. customer.Satisfaction.Waiting(),
        .. customer.Delivery.Waiting(),
        .. customer.Losses.Waiting(),
        .. customer.Standing is { Lane: Lane.Target, TargetReviewOn: { } review }
            ? [new Waiting("review", "lane TARGET", "STRATEGIC_CUSTOMER_BOARD", review)]
            : Array.Empty<Waiting>(),
        .. customer.Standing.Tasks.Select(task => new Waiting("task", task.Name, task.Role, task.Due)),
        .. customer.Escalations.Open.Values.SelectMany(open => open.Roles().Select(role => new Waiting(
            "escalation", $"{open.Rule} {open.Title}, {open.About}: {open.Because}", role, null))),
    ];

    private static Waiting Of(Stage stage) => new("stage", $"{stage.Code} {stage.Title}", stage.Owner, stage.Due);
}
