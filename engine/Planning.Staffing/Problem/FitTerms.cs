using Planning.Accounts.Teams;

namespace Planning.Staffing.Problem;

/// <summary>The terms of METHOD §3.3's objective that a seat and an employee decide alone; points are costs, less is better.</summary>
internal static class FitTerms
{
    /// <param name="stays">Whether the employee has the place today.</param>
    /// <param name="held">Whether anybody has.</param>
    public static IEnumerable<FitTerm> Of(
        TeamSeat seat, Employee employee, StaffingTerms terms, TeamPolicy policy, bool backup, bool stays, bool held)
    {
        var share = backup ? terms.BackupShare : 1;
        if (seat.Profile.Domain.Length > 0 && employee.Domains.Contains(seat.Profile.Domain))
        {
            yield return new FitTerm("domain", -terms.Domain * share);
        }

        if (employee.Industries.Contains(seat.Profile.Industry))
        {
            yield return new FitTerm("industry", -terms.Industry * share);
        }

        if (employee.Languages is [var native, ..] && seat.Profile.Languages.Contains(native))
        {
            yield return new FitTerm("native language", -terms.NativeLanguage * share);
        }

        if (employee.Level > seat.Profile.Level)
        {
            yield return new FitTerm("level", -(employee.Level - seat.Profile.Level) * terms.LevelSurplus * share);
        }

        if (seat.Ties.GetValueOrDefault(employee.Id) is > 0 and var ties)
        {
            yield return new FitTerm("ties that continue", -ties * terms.KeptTie * share);
        }

        if (held && !stays)
        {
            yield return new FitTerm("change", terms.Change * share);
        }

        if (seat.Profile.Regions is [var home, ..] && employee.Region != home)
        {
            yield return new FitTerm("travel", terms.Travel);
        }

        var clock = policy.Rotation(seat.Seat.Role);
        if (!backup && stays && seat.TenureMonths > clock.NoticeMonths)
        {
            var late = Math.Min(1, (seat.TenureMonths - clock.NoticeMonths) / (decimal)Math.Max(1, clock.StopMonths - clock.NoticeMonths));
            yield return new FitTerm("tenure", terms.TenureRisk * late);
        }
    }
}
