using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Host.Imports;
using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_seats_are_imported
{
    [Fact]
    public void a_seat_without_employee_is_vacant()
    {
        var reading = Read("seats.csv", $"{SeatHeader}helvia,AR,primary,,2026-09-17\n");
        reading.HasMistakes();
        Assert.Equal(
            new SeatAssignment(SeatRole.AR, SeatKind.Primary, null, new DateOnly(2026, 9, 17)),
            Assert.Single(reading.Customer("helvia").Record.Seats));
    }

    [Fact]
    public void one_person_in_two_roles_at_a_customer_is_in_neither()
    {
        var reading = Read("seats.csv", SeatHeader + """
            helvia,AR,primary,e-1,2026-01-01
            helvia,SR,backup,e-1,2026-01-01
            helvia,FR,primary,e-2,2026-01-01
            karst,SR,primary,e-1,2026-01-01
            """);

        reading.HasMistakes(
            "seats.csv, row 2, employee “e-1”: would hold AR primary and SR backup; one person has one role at a customer",
            "seats.csv, row 3, employee “e-1”: would hold AR primary and SR backup; one person has one role at a customer");
        Assert.Equal("e-2", Assert.Single(reading.Customer("helvia").Record.Seats).Employee!.Value.Value);
        Assert.Single(reading.Customer("karst").Record.Seats);
    }

    [Fact]
    public void a_seat_held_before_counts_as_a_role() => ReadWithTeam($"{SeatHeader}helvia,SR,primary,e-1,2026-01-01\n").HasMistakes(
        "seats.csv, row 2, employee “e-1”: would hold AR primary and SR primary; one person has one role at a customer");

    [Fact]
    public void two_people_may_change_places() => ReadWithTeam(SeatHeader + """
        helvia,AR,primary,e-2,2026-01-01
        helvia,SR,primary,e-1,2026-01-01
        """).HasMistakes();

    [Fact]
    public void who_keeps_a_seat_after_all_is_looked_at_again() => ReadWithTeam(SeatHeader + """
        helvia,AR,primary,e-2,2026-01-01
        helvia,SR,primary,e-2,2026-01-01
        helvia,FR,primary,e-1,2026-01-01
        """).HasMistakes(
        "seats.csv, row 2, employee “e-2”: would hold AR primary and SR primary; one person has one role at a customer",
        "seats.csv, row 3, employee “e-2”: would hold AR primary and SR primary; one person has one role at a customer",
        "seats.csv, row 4, employee “e-1”: would hold AR primary and FR primary; one person has one role at a customer");

    // e-1 answers for the account already.
    private static ImportReading ReadWithTeam(string seats)
    {
        var team = Team.Empty.With(
            new SeatAssignment(SeatRole.AR, SeatKind.Primary, Id<Employee>.Parse("e-1", null), new DateOnly(2025, 1, 1)));
        return ReadKnowing(Known with { TeamOf = _ => team }, File("seats.csv", seats));
    }
}
