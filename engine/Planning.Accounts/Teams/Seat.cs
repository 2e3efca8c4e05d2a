using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Teams;

/// <summary>Who holds a place in the team of one customer.</summary>
/// <param name="Employee">Nobody while the seat is vacant.</param>
/// <param name="Since">First day of the assignment or vacancy; the rotation clock counts from here.</param>
public sealed record SeatAssignment(SeatRole Role, SeatKind Kind, Id<Employee>? Employee, DateOnly Since)
{
    /// <summary>Which of several seats of the role, from 1; nothing where there is one only.</summary>
    public int? Number { get; init; }

    /// <summary>Full-time equivalents; nothing for what the tier asks of the seat.</summary>
    public decimal? Share { get; init; }

    [JsonIgnore]
    public Seat Seat => new(Role, Number);

    /// <summary>Whole working days that it has been empty by the morning of a day; nothing while somebody holds it.</summary>
    public int? EmptyWorkingDays(Calendars.WorkingCalendar calendar, DateOnly today) =>
        Employee is null ? calendar.WorkingDaysBetween(Since.AddDays(-1), today.AddDays(-1)) : null;

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        Number is { } number ? FieldMistake.OutOfRange(nameof(Number), number, 1, 99) : null,
        Share is { } share ? FieldMistake.OutOfRange(nameof(Share), share, 0, 1) : null);
}

/// <summary>A place in the team of a customer, whoever holds it.</summary>
/// <param name="Number">Nothing where the role has one seat only.</param>
public sealed record Seat(SeatRole Role, int? Number = null)
{
    /// <summary>The three roles of the iron triangle.</summary>
    public static System.Collections.Immutable.ImmutableArray<SeatRole> Triangle { get; } = [SeatRole.AR, SeatRole.SR, SeatRole.FR];

    /// <summary>Whether it is one of the three seats of the iron triangle.</summary>
    [JsonIgnore]
    public bool InTriangle => Triangle.Contains(Role);

    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Words<SeatRole>.Of(Role)}{(Number is null ? "" : " ")}{Number}");
}

[JsonConverter(typeof(WordJsonConverter<SeatRole>))]
public enum SeatRole
{
    /// <summary>Account responsible: relationship, competition, collection.</summary>
    AR,

    /// <summary>Solution responsible: solution and offer.</summary>
    SR,

    /// <summary>Fulfilment responsible: delivery, quality, acceptance.</summary>
    FR,

    /// <summary>Takes key people off the account responsible where there are too many for one.</summary>
    [JsonStringEnumMemberName("deputy")]
    Deputy,

    [JsonStringEnumMemberName("specialist")]
    Specialist,

    /// <summary>An executive of ours who answers for the customer.</summary>
    [JsonStringEnumMemberName("sponsor")]
    Sponsor,

    [JsonStringEnumMemberName("finance")]
    Finance,

    [JsonStringEnumMemberName("legal")]
    Legal,
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
