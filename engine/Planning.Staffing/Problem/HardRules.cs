using Planning.Accounts.Teams;

namespace Planning.Staffing.Problem;

/// <summary>The hard rules that one employee and one seat decide alone, in the order in which they are asked (METHOD §3.3).</summary>
/// <remarks>What hangs on other picks as well - load, one role, one S seat, one change, rivals, the floor of the pools - is the
/// search's business.</remarks>
internal sealed class HardRules(TeamPolicy policy)
{
    /// <summary>Nobody stays beyond the time that a seat allows.</summary>
    public const string Tenure = "TENURE";

    /// <returns>The first rule that refuses and is not waived.</returns>
    public string? FirstRefusal(TeamSeat seat, Staffer staffer, bool backup)
    {
        var employee = staffer.Employee;
        return !policy.MayHold(employee, seat.Seat.Role) ? CandidateRule.Licence
            : employee.Level < seat.Profile.Level && Holds(CandidateRule.Level) ? CandidateRule.Level
            : seat.Profile.Languages.Length > 0 && !Shares(seat.Profile.Languages, employee.Languages) && Holds(CandidateRule.Language)
                ? CandidateRule.Language
            : seat.Profile.Clearance is { } clearance && !employee.Clearances.Contains(clearance) && Holds(CandidateRule.Clearance)
                ? CandidateRule.Clearance
            : seat.Profile.Regions.Length > 0 && !seat.Profile.Regions.Contains(employee.Region) && Holds(CandidateRule.Region)
                ? CandidateRule.Region
            : (seat.Refused.Contains(employee.Id) || Shares(seat.Cities, employee.ConflictCities)) && Holds(CandidateRule.Conflict)
                ? CandidateRule.Conflict
            : !backup && seat.CoolingOff.Contains(employee.Id) && Holds(CandidateRule.CoolingOff) ? CandidateRule.CoolingOff
            : !backup && seat.Holder == employee.Id && seat.TenureMonths >= policy.Rotation(seat.Seat.Role).StopMonths && !seat.Locked
                ? Tenure
            : null;

        bool Holds(string rule) => seat.Waived.Count == 0 || !seat.Waived.Contains((employee.Id, rule));
    }

    /// <summary>Every rule that refuses, waived or not.</summary>
    public IEnumerable<string> Refusals(TeamSeat seat, Staffer staffer, bool backup)
    {
        var open = seat;
        while (FirstRefusal(open, staffer, backup) is { } rule)
        {
            yield return rule;
            if (rule is CandidateRule.Licence or Tenure)
            {
                yield break;
            }

            open = open with { Waived = open.Waived.Add((staffer.Employee.Id, rule)) };
        }
    }

    private static bool Shares(System.Collections.Immutable.ImmutableArray<string> some, System.Collections.Immutable.ImmutableArray<string> others)
    {
        foreach (var one in some)
        {
            if (others.Contains(one))
            {
                return true;
            }
        }

        return false;
    }
}
