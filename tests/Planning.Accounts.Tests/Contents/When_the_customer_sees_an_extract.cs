using System.Reflection;
using System.Text.Json.Serialization;
using Planning.Accounts.Contents;
using static Planning.Accounts.Tests.Support.Drafts;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Contents;

/// <summary>P-15, and METHOD §3.1, must never 7.</summary>
public sealed class When_the_customer_sees_an_extract
{
    private static IEnumerable<Type> Kinds =>
        typeof(PlanEntry).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType);

    [Fact]
    public void every_field_of_every_entry_is_marked_shareable_or_internal() => Assert.Empty(
        from kind in Kinds
        from field in PlanDisclosure.FieldsOf(kind)
        where PlanDisclosure.IsShareable(field) is null
        select $"{kind.Name}.{field.Name}");

    [Fact]
    public void no_field_that_is_marked_internal_leaves_with_it()
    {
        Assert.All(Kinds, kind => Assert.Contains(Whole.Plan!.Draft.Entries.Values, entry => entry.GetType() == kind));
        var shown = PlanDisclosure.Extract(Whole.Plan!.Draft);
        Assert.All(shown, entry => Assert.All(
            entry!.AsObject().Where(member => member.Key != "entry"),
            member => Assert.True(PlanDisclosure.IsShareable(Field(entry["entry"]!.GetValue<string>(), member.Key)), member.Key)));
    }

    [Fact]
    public void nothing_that_only_internal_fields_say_can_be_read_in_it()
    {
        var shown = PlanDisclosure.Extract(Whole.Plan!.Draft).ToJsonString();
        Assert.All(
            ["Reach", "reference site", "Two outages", "services", "road map", "two continents", "pricing", "key-person", "whitespace", "M EUR"],
            secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
    }

    [Fact]
    public void it_says_what_the_customer_is_told()
    {
        var shown = PlanDisclosure.Extract(Whole.Plan!.Draft).Select(Json).ToList();
        Assert.Contains("""{"entry":"objective","forCustomer":"One core network for all of you"}""", shown);
        Assert.Contains(shown, entry => entry.Contains("never sleeps", StringComparison.Ordinal));
        Assert.Single(shown, entry => entry.Contains("\"objective\"", StringComparison.Ordinal));
        Assert.Equal(4, shown.Count(entry => entry.Contains("\"mechanism\"", StringComparison.Ordinal)));
    }

    private static PropertyInfo Field(string entry, string member) => PlanDisclosure.FieldsOf(
            typeof(PlanEntry).GetCustomAttributes<JsonDerivedTypeAttribute>().Single(kind => (string)kind.TypeDiscriminator! == entry).DerivedType)
        .Single(field => string.Equals(field.Name, member, StringComparison.OrdinalIgnoreCase));
}
