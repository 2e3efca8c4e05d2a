using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Contents;

/// <summary>The walk through the shared extract of the plan with the customer (METHOD A7).</summary>
/// <param name="Comments">What the customer said to it.</param>
public sealed record ValidationMeeting(
    DateOnly HeldOn, ImmutableArray<Id<Person>> People, ImmutableArray<Id<Employee>> Employees, string Comments)
{
    internal IEnumerable<FieldMistake> Mistakes(Customer customer, DateOnly today) => FieldMistake.Among(
    [
        FieldMistake.NotYet(nameof(HeldOn), HeldOn, today),
        FieldMistake.Blank(nameof(Comments), Comments),
        People.IsDefaultOrEmpty ? new FieldMistake(nameof(People), "is empty; name who of the customer was there") : null,
        Employees.IsDefaultOrEmpty ? new FieldMistake(nameof(Employees), "is empty; name who of ours was there") : null,
        .. (People.IsDefault ? [] : People).Where(person => !customer.People.ContainsKey(person))
            .Select(person => new FieldMistake(nameof(People), $"names {person}, who is nobody known at the customer")),
    ]);

    public bool Equals(ValidationMeeting? other) => other is not null
        && (HeldOn, Comments) == (other.HeldOn, other.Comments)
        && People.AsSpan().SequenceEqual(other.People.AsSpan()) && Employees.AsSpan().SequenceEqual(other.Employees.AsSpan());

    public override int GetHashCode() => HashCode.Combine(HeldOn, People.Length);
}
