using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Staffing.Problem;

namespace Planning.Staffing.Answer;

/// <summary>Who is to hold which seat, and how good that is. The same problem has the same plan.</summary>
/// <param name="Picks">In the order of the problem's seats.</param>
/// <param name="Cost">METHOD §3.3's objective; less is better.</param>
/// <param name="Bound">Proven: no plan that keeps the hard rules costs less.</param>
/// <param name="Proven">Nothing is better.</param>
public sealed record StaffingPlan(ImmutableArray<SeatPick> Picks, decimal Cost, decimal Bound, bool Proven)
{
    /// <summary>How far from the best that can be the plan is at most, as a part of the bound; 0 to …</summary>
    public decimal Gap => Proven || Cost <= Bound ? 0 : (Cost - Bound) / Math.Max(1, Math.Abs(Bound));

    /// <summary>Solves a problem without mistakes.</summary>
    /// <param name="progress">Told parts of the work, 0 to 1.</param>
    /// <exception cref="ArgumentException">The problem has mistakes.</exception>
    /// <remarks>When it is cancelled, the best plan so far is the answer.</remarks>
    public static StaffingPlan Of(StaffingProblem problem, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        new StaffingDesk(problem).Plan(progress, cancellationToken);
}

/// <param name="Holder">Nobody for a seat that stays empty.</param>
/// <param name="Backup">Nobody where none is needed, or found.</param>
public sealed record SeatPick(Id<Customer> Customer, Seat Seat, Id<Employee>? Holder, Id<Employee>? Backup);

/// <summary>Why a place of a plan is filled so.</summary>
/// <param name="Pick">Nobody for a place that stays empty.</param>
/// <param name="Terms">What the pick counts, as costs: less is better.</param>
/// <param name="Next">The next best four who may have it beside all other picks, best first.</param>
/// <param name="Refused">Everybody else, with the first rule that refused; of a conflict no more than that there is one.</param>
/// <param name="Relaxations">For an empty place: the fewest rules that would have to be waived, and for whom; empty when no waiver helps.</param>
public sealed record PickExplanation(
    Id<Employee>? Pick,
    ImmutableArray<FitTerm> Terms,
    ImmutableArray<NextBest> Next,
    ImmutableArray<RefusedEmployee> Refused,
    ImmutableArray<Relaxation> Relaxations);

/// <param name="Worse">What the plan would cost more with them.</param>
public sealed record NextBest(Id<Employee> Employee, decimal Worse, ImmutableArray<FitTerm> Terms);

/// <param name="Rule">See <see cref="CandidateRule"/>.</param>
public sealed record RefusedEmployee(Id<Employee> Employee, string Rule);

/// <param name="Rules">In the order in which waivers are given.</param>
public sealed record Relaxation(Id<Employee> Employee, ImmutableArray<string> Rules);

/// <summary>A seat that two plans fill otherwise.</summary>
public sealed record SeatMove(Id<Customer> Customer, Seat Seat, bool IsBackup, Id<Employee>? From, Id<Employee>? To);
