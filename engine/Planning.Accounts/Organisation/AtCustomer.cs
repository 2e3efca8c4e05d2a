using Planning.Accounts.Customers;
using Planning.Accounts.People;

namespace Planning.Accounts.Organisation;

/// <summary>Whether people whom somebody names are at the customer.</summary>
internal static class AtCustomer
{
    public static FieldMistake? Unknown(Customer customer, string field, Id<Person> person) =>
        customer.People.ContainsKey(person)
            ? null
            : new FieldMistake(field, $"names {person}, who is nobody known at the customer");
}
