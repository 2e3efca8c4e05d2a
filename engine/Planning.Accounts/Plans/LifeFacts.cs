using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Plans;

/// <summary>What the gates A8 to A12 may ask of how a plan came about and lives. Rules see it as <c>plan.Life</c>.</summary>
public sealed record LifeFacts
{
    /// <summary>Functions whose look at the plan is missing; legal only where the scope asks for it.</summary>
    public required IReadOnlyList<string> MissingOpinions { get; init; }

    public required bool RedTeamed { get; init; }

    /// <summary>Seats that nobody holds, and those of which one person holds two (INV-08).</summary>
    public required IReadOnlyList<string> SeatsMissing { get; init; }

    /// <summary>The customer heads its group, so that no revenue is planned twice (METHOD §3.1, must never 6).</summary>
    public required bool IsGroupRoot { get; init; }

    /// <summary>Targets that are lower than in the version in force.</summary>
    public required IReadOnlyList<string> LoweredTargets { get; init; }

    public required bool LoweringExplained { get; init; }

    /// <summary>Differences from the version in force; nothing before the first.</summary>
    public int? Changes { get; init; }

    /// <summary>Reviews whose day is past and that were not held.</summary>
    public required IReadOnlyList<string> ReviewsMissed { get; init; }

    public required bool ClosingReviewHeld { get; init; }

    /// <summary>The tier, the posture or the team is another than the version in force was made for; nothing before the first.</summary>
    public bool? GroundChanged { get; init; }

    /// <summary>Seats of SR and FR that have not signed the objectives (A4), as they stand.</summary>
    public IReadOnlyList<string>? UnsignedObjectives { get; init; }

    /// <summary>The same of the relationship plan (A5).</summary>
    public IReadOnlyList<string>? UnsignedRelationship { get; init; }

    /// <summary>The same of the resources (A6).</summary>
    public IReadOnlyList<string>? UnsignedResources { get; init; }

    /// <summary>What was written down as learnt since the plan began to roll over or to be closed.</summary>
    public int? Lessons { get; init; }

    internal static LifeFacts Of(Customer customer, AccountPlan plan)
    {
        OpinionFunction[] needed = plan.Draft.Resources?.NeedsLegal is true
            ? [OpinionFunction.Finance, OpinionFunction.Delivery, OpinionFunction.Legal]
            : [OpinionFunction.Finance, OpinionFunction.Delivery];
        var seats = Seat.Triangle.Select(role => (Role: role, Holder: customer.Team.Holder(role))).ToList();
        return new LifeFacts
        {
            MissingOpinions = [.. needed.Where(function => !plan.Opinions.ContainsKey(function)).Select(Words<OpinionFunction>.Of)],
            RedTeamed = plan.Opinions.ContainsKey(OpinionFunction.RedTeam),
            SeatsMissing =
            [
                .. seats.Where(seat => seat.Holder is null || seats.Any(other => other.Role < seat.Role && other.Holder == seat.Holder))
                    .Select(seat => seat.Role.ToString()),
            ],
            IsGroupRoot = customer.Details!.GroupRoot == customer.Id,
            LoweredTargets = plan.InForce is { } version ? [.. PlanChange.Lowered(version.Content, plan.Draft)] : [],
            LoweringExplained = plan.LoweredBecause is not null,
            Changes = plan.InForce is { } inForce ? PlanChange.Between(inForce.Content, plan.Draft).Length : null,
            ReviewsMissed = [.. plan.ReviewDates.Where(date => date.Value.Told).Select(date => Words<ReviewType>.Of(date.Key))],
            ClosingReviewHeld = plan.ClosingReviewHeld,
            GroundChanged = plan.InForce?.Ground?.Changes(PlanGround.Of(customer)).Any(),
            UnsignedObjectives = CoSigning.Missing(plan, "A4"),
            UnsignedRelationship = CoSigning.Missing(plan, "A5"),
            UnsignedResources = CoSigning.Missing(plan, "A6"),
            Lessons = plan.Lessons.Length - plan.LessonsBefore,
        };
    }
}
