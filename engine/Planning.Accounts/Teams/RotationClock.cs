namespace Planning.Accounts.Teams;

/// <summary>How long somebody has been in a seat, and when the steps of rotation come (METHOD §3.3 C8). Pure.</summary>
public static class RotationClock
{
    public static DateOnly DayOf(SeatAssignment held, RotationStep step, TeamPolicy policy) => held.Since.AddMonths(step switch
    {
        RotationStep.Notice => policy.Rotation(held.Role).NoticeMonths,
        RotationStep.Due => policy.Rotation(held.Role).DueMonths,
        _ => policy.Rotation(held.Role).StopMonths,
    });

    /// <returns>The last step that has come by a day; nothing before the first.</returns>
    public static RotationStep? StepOn(SeatAssignment held, TeamPolicy policy, DateOnly day) => Enum.GetValues<RotationStep>()
        .Where(step => DayOf(held, step, policy) <= day)
        .Select(step => (RotationStep?)step)
        .LastOrDefault();

    /// <summary>Whole months from one day to another; 0 when that is not later.</summary>
    public static int Months(DateOnly from, DateOnly until) =>
        Math.Max(0, ((until.Year - from.Year) * 12) + until.Month - from.Month - (until.Day < from.Day ? 1 : 0));
}
