using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Customers;

public sealed class When_a_group_root_is_confirmed
{
    private static readonly CustomerDetails Unsure = Helvia.Details with { GroupRootConfirmed = false };

    [Fact]
    public void the_customer_knows_it_from_then_on()
    {
        var customer = After(Helvia.Known, new DetailsChanged(Unsure));

        Assert.Equal([new GroupRootConfirmed(Helvia.Details.GroupRoot)], Events(customer.ConfirmGroupRoot()));
    }

    [Fact]
    public void confirming_it_again_changes_nothing() => NothingHappens(Helvia.Known.ConfirmGroupRoot());

    [Fact]
    public void an_unregistered_customer_is_refused() => IsRefused(
        Helvia.Unknown.ConfirmGroupRoot(), "customer-unknown", "Nobody has registered a customer helvia.");
}
