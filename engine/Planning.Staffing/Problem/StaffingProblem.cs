using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Staffing.Problem;

/// <summary>Seats that are to be filled together, and everybody who may be asked.</summary>
/// <param name="Seats">Each once.</param>
/// <param name="Staff">Each once; whoever holds a seat of the problem is among them, or has left.</param>
/// <param name="Policy">The licences, and how long somebody stays.</param>
public sealed record StaffingProblem(
    ImmutableArray<TeamSeat> Seats, ImmutableArray<Staffer> Staff, TeamPolicy Policy, StaffingTerms Terms)
{
    public ImmutableArray<StaffingPool> Pools { get; init; } = [];

    /// <summary>All that is contradictory; a problem without mistakes can be solved.</summary>
    public IEnumerable<FieldMistake> Mistakes() =>
    [
        .. Terms.Mistakes().Select(mistake => mistake with { Field = $"Terms.{mistake.Field}" }),
        .. Seats.GroupBy(seat => (seat.Customer, seat.Seat)).Where(same => same.Count() > 1)
            .Select(same => new FieldMistake($"Seats[{same.First().Name}]", "is there more than once")),
        .. Staff.GroupBy(staffer => staffer.Employee.Id).Where(same => same.Count() > 1)
            .Select(same => new FieldMistake($"Staff[{same.Key}]", "is there more than once")),
        .. Seats.SelectMany(Of),
        .. Staff.SelectMany(Of),
    ];

    private IEnumerable<FieldMistake> Of(TeamSeat seat)
    {
        var name = $"Seats[{seat.Name}]";
        return FieldMistake.Among(
        [
            FieldMistake.OutOfRange($"{name}.{nameof(seat.Load)}", seat.Load, 0.0001m, 1),
            seat.BackupLoad is { } backup ? FieldMistake.OutOfRange($"{name}.{nameof(seat.BackupLoad)}", backup, 0, seat.Load) : null,
            seat.Cities.All(CustomerDetails.IsCodedCity)
                ? null
                : new FieldMistake($"{name}.{nameof(seat.Cities)}", "names one that is no coded city; write country and city like GB-LON"),
            seat.Locked && seat.Holder is null ? new FieldMistake($"{name}.{nameof(seat.Locked)}", "is set, and nobody holds it") : null,
            seat.Holder is { } holder && seat.Holder == seat.Backup
                ? new FieldMistake($"{name}.{nameof(seat.Backup)}", $"is {holder}, who holds it")
                : null,
            .. seat.Profile.Mistakes().Select(mistake => mistake with { Field = $"{name}.{nameof(seat.Profile)}.{mistake.Field}" }),
        ]);
    }

    private IEnumerable<FieldMistake> Of(Staffer staffer)
    {
        var name = $"Staff[{staffer.Employee.Id}]";
        var cities = staffer.Employee.ConflictCities;
        return FieldMistake.Among(
            FieldMistake.OutOfRange($"{name}.{nameof(staffer.Employee.Capacity)}", staffer.Employee.Capacity, 0.0001m, 1),
            FieldMistake.OutOfRange($"{name}.{nameof(staffer.Elsewhere)}", staffer.Elsewhere, 0, 10),
            FieldMistake.OutOfRange($"{name}.{nameof(staffer.Employee.Level)}", staffer.Employee.Level, 1, 5),
            Seat.Triangle.Append(SeatRole.Deputy).Any(role => Policy.MayHold(staffer.Employee, role))
                ? null
                : new FieldMistake(
                    $"{name}.{nameof(staffer.Employee.JobRole)}", $"is {staffer.Employee.JobRole}, which opens no seat of a team; give a licence"),
            cities.All(CustomerDetails.IsCodedCity)
                ? null
                : new FieldMistake($"{name}.{nameof(staffer.Employee.ConflictCities)}", "has one that is no coded city; write country and city like GB-LON"));
    }

    /// <summary>1 for C to 8 for S: how much an empty seat weighs (METHOD §3.3's p).</summary>
    internal static int Priority(Tier tier) => 1 << (int)tier;
}
