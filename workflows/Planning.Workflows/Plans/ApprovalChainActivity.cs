using System.Text.Json.Nodes;
using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Flows.Activities;

namespace Planning.Workflows.Plans;

/// <summary>Asks roles to agree, one after the other, and waits for what comes of it (METHOD A8).</summary>
/// <remarks>Without a subject it hands in the plan that the workflow leads and asks those whom its tier asks for. Any other process
/// gives its own subject, what is asked in words, and the roles. Who asks is never who agrees (INV-17).</remarks>
public sealed class ApprovalChainActivity : IActivity
{
    public const string TypeName = "Planning.ApprovalChain";
    public const string Approved = "Approved";
    public const string Returned = "Returned";
    public const string Withdrawn = "Withdrawn";

    /// <summary>The input of a resumption that says what came of it.</summary>
    public const string Outcome = "outcome";

    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = TypeName,
        DisplayName = "Approval chain",
        Description = "Asks roles to agree, one after the other, and goes on when all have agreed or one has not.",
        Category = "Account planning",
        Inputs =
        [
            new InputDescriptor("Subject", "String")
            {
                Description = "What is decided, as seat:AR; leave it empty to hand in the plan that the workflow leads.",
            },
            new InputDescriptor("What", "String")
            {
                Description = "The same in words, for those who are asked. Needed with a subject.",
            },
            new InputDescriptor("Roles", "String[]")
            {
                Description = "Who is asked, in order. Needed with a subject; a plan's approvers follow from its tier.",
                DefaultSyntax = "Object",
            },
        ],
        Ports = [new PortDescriptor(Approved), new PortDescriptor(Returned), new PortDescriptor(Withdrawn)],
    };

    public void Execute(ActivityContext context)
    {
        var turn = (ICustomerTurn)context.Subject!;
        string? subject = null;
        foreach (var happened in Asked(context, turn))
        {
            subject = happened is ApprovalAsked asked ? asked.Approval.Subject : subject;
            turn.Happened(happened);
        }

        context.CreateBookmark(TypeName, new JsonObject { ["subject"] = subject });
    }

    public void Resume(ActivityContext context, Resumption resumption) =>
        context.Complete(resumption.Input[Outcome] as string ?? Returned);

    private static IReadOnlyList<CustomerEvent> Asked(ActivityContext context, ICustomerTurn turn)
    {
        if (context.Input<string>("Subject") is not { Length: > 0 } subject)
        {
            return turn.Customer.Plan is { } plan && plan.Id == context.InstanceId
                ? plan.HandIn(turn.Customer, turn.Occasion())
                : throw new InvalidOperationException("The workflow leads no plan, so the approval chain needs a subject.");
        }

        return context.Input<string[]>("Roles") is { Length: > 0 } roles
            ? [Approval.Ask(subject, context.Input<string>("What") ?? subject, roles, turn.Occasion())]
            : throw new InvalidOperationException($"Nobody is named who agrees to {subject}: give the approval chain its roles.");
    }
}
