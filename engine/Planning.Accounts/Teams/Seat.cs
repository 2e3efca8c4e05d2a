using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Teams;

/// <summary>Who holds a place in the iron triangle of one customer.</summary>
/// <param name="Employee">Nobody while the seat is vacant.</param>
/// <param name="Since">First day of the assignment or vacancy; the rotation clock counts from here.</param>
public sealed record SeatAssignment(SeatRole Role, SeatKind Kind, Id<Employee>? Employee, DateOnly Since);

[JsonConverter(typeof(WordJsonConverter<SeatRole>))]
public enum SeatRole
{
    /// <summary>Account responsible: relationship, competition, collection.</summary>
    AR,

    /// <summary>Solution responsible: solution and offer.</summary>
    SR,

    /// <summary>Fulfilment responsible: delivery, quality, acceptance.</summary>
    FR,
}

[JsonConverter(typeof(WordJsonConverter<SeatKind>))]
public enum SeatKind
{
    [JsonStringEnumMemberName("primary")]
    Primary,
    [JsonStringEnumMemberName("backup")]
    Backup,
    [JsonStringEnumMemberName("acting")]
    Acting,
}
