using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.People;

/// <summary>INV-09: everybody in a process has an owner, also when the owner leaves.</summary>
public sealed class When_one_of_ours_leaves
{
    private static readonly Customer WithBackup = After(Helvia.Known, Helvia.Known.TakeOver(
        new CustomerRecord(null) { Seats = [new SeatAssignment(SeatRole.AR, SeatKind.Backup, Helvia.Bruno, Day("2026-01-01"))] },
        Helvia.Today));

    [Fact]
    public void INV_09_the_team_takes_over_whom_they_looked_after()
    {
        var after = Asked(WithBackup, "2026-05-04", new ReleaseEmployee(Helvia.Anna, Day("2026-04-30")));
        Assert.Equal(Helvia.Bruno, after.People[Helvia.Ammann].Owner);
        NothingHappens(Ask(after, "2026-05-05", new ReleaseEmployee(Helvia.Anna, Day("2026-04-30"))));
    }

    [Fact]
    public void INV_09_nobody_goes_before_somebody_else_is_named() => IsRefused(
        Ask(Helvia.Known, "2026-05-04", new ReleaseEmployee(Helvia.Anna, Day("2026-04-30"))),
        "nobody-to-own",
        "anna-keller looks after 1 people at Helvia Telekom and nobody else is on the team: name a successor (INV-09).");

    [Fact]
    public void a_successor_may_be_named() => Assert.Equal(
        Key<Employee>("carla-nef"),
        Asked(WithBackup, "2026-05-04", new ReleaseEmployee(Helvia.Anna, Day("2026-04-30"), Key<Employee>("carla-nef")))
            .People[Helvia.Ammann].Owner);

    [Fact]
    public void INV_09_an_old_file_does_not_bring_the_owner_back()
    {
        var after = Asked(WithBackup, "2026-05-04", new ReleaseEmployee(Helvia.Anna, Day("2026-04-30")));

        NothingHappens(after.TakeOver(new CustomerRecord(null) { People = [Helvia.Reto] }, Helvia.Today));
        IsRefused(
            after.TakeOver(new CustomerRecord(null) { People = [Helvia.Reto with { Id = Key<Person>("new-one") }] }, Helvia.Today),
            "record-flawed",
            "The record of helvia cannot be taken over as it is.",
            "People[new-one].Owner is anna-keller, who has left; name somebody else.");
        Assert.Equal(Helvia.Anna, Asked(after, "2026-05-05", new ChangeOwner(Helvia.Ammann, Helvia.Anna)).People[Helvia.Ammann].Owner);
    }

    [Fact]
    public void INV_09_a_part_in_a_process_without_an_owner_is_refused() => IsRefused(
        Helvia.Known.TakeOver(
            new CustomerRecord(null) { People = [Helvia.Reto with { Id = Key<Person>("new-one"), Owner = null }] }, Helvia.Today),
        "record-flawed",
        "The record of helvia cannot be taken over as it is.",
        "People[new-one].Owner is empty; whoever has a part in a process has an owner (INV-09).");
}
