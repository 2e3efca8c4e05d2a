using Planning.Accounts.Customers;
using Planning.Accounts.Teams;

namespace Planning.Accounts.People;

/// <summary>Let one of ours look after somebody at the customer.</summary>
[Command("change-owner", "Let one of ours look after somebody at the customer")]
public sealed record ChangeOwner(Id<Person> Person, Id<Employee> Owner) : PersonCommand(Person)
{
    public override Decision Decide(Customer customer, Occasion on) => Meant(customer) is var person && person.Owner == Owner
        ? Decision.Record()
        : Decision.Record(new OwnerChanged(person.Id, person.Owner, Owner));
}

/// <summary>One of ours leaves: everybody they looked after gets another owner, or they cannot go (INV-09).</summary>
/// <param name="Successor">Nothing for the account seat's holder, else whoever of the team is left.</param>
[Command("release-employee", "One of ours leaves; whom they looked after gets another owner")]
public sealed record ReleaseEmployee(Id<Employee> Employee, DateOnly Day, Id<Employee>? Successor = null) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.NotYet(nameof(Day), Day, on.Today),
        Successor == Employee ? new FieldMistake(nameof(Successor), $"is {Employee}, who leaves") : null,
        Successor is { } successor && customer.Stakeholders.Gone.Contains(successor)
            ? new FieldMistake(nameof(Successor), $"is {successor}, who has left")
            : null);

    public override Decision Decide(Customer customer, Occasion on)
    {
        if (customer.Stakeholders.Gone.Contains(Employee))
        {
            return Decision.Record();
        }

        var people = customer.People.Values.Where(person => person.Owner == Employee).ToList();
        return people is [] || (Successor ?? FromTeam(customer)) is not { } next
            ? people is []
                ? Decision.Record(new EmployeeGone(Employee, Day))
                : Decision.Refuse(
                    "nobody-to-own",
                    $"{Employee} looks after {people.Count} people at {customer.Details!.Name} and nobody else is on the team: "
                        + "name a successor (INV-09).")
            : Decision.Record(
                [.. people.Select(person => new OwnerChanged(person.Id, Employee, next)), new EmployeeGone(Employee, Day)]);
    }

    private Id<Employee>? FromTeam(Customer customer) => customer.Team.Seats
        .Select(seat => seat.Employee)
        .FirstOrDefault(employee => employee is { } one && one != Employee && !customer.Stakeholders.Gone.Contains(one));
}
