using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

public sealed class When_a_customer_is_not_known(SamplePortfolio sample) : HostSpec(sample)
{
    [Theory]
    [InlineData("nobody")]
    [InlineData("HELVIA")]
    [InlineData("-helvia")]
    public async Task it_cannot_be_looked_at(string customer)
    {
        foreach (var path in new[] { "", "/history", "/plan" })
        {
            (await Api.GetAsync($"/api/customers/{customer}{path}")).IsUnknown($"Nobody has registered a customer {customer}.");
        }
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("HELVIA")]
    public async Task nothing_can_be_asked_of_it(string customer)
    {
        var unknown = $"Nobody has registered a customer {customer}.";
        var path = $"/api/customers/{customer}";
        (await Api.PostAsync($"{path}/interactions", Work.Interaction("i-900"))).IsUnknown(unknown);
        (await Api.PostAsync($"{path}/group-root/confirm")).IsUnknown(unknown);
        (await Api.PutAsync($"{path}/seats/AR/primary", """{"employee": "e-cee-04", "since": "2026-10-01"}""")).IsUnknown(unknown);
        (await Api.PostAsync($"{path}/plan")).IsUnknown(unknown);
        (await Api.PutAsync($"{path}/plan/vendors", Work.Vendors)).IsUnknown(unknown);
        (await Api.PostAsync($"{path}/plan/stages/A0/advance")).IsUnknown(unknown);
    }

    [Fact]
    public async Task what_was_asked_in_vain_does_not_make_it_known()
    {
        (await Api.PostAsync("/api/customers/nobody/plan")).IsUnknown("Nobody has registered a customer nobody.");
        (await Api.GetAsync("/api/customers/nobody/history")).IsUnknown("Nobody has registered a customer nobody.");
        Assert.Equal(12, (await Api.GetAsync("/api/customers")).WasDone().Items.Count);
        Assert.Empty((await Api.GetAsync("/api/waiting?customer=nobody")).WasDone().Items);
    }

    [Fact]
    public async Task registering_makes_it_known()
    {
        const string Newcomer = """{"name": "Newcomer", "country": "CH", "industry": "telecom", "region": "CEE", "groupRoot": "newcomer"}""";
        Assert.Equal(
            ["Newcomer became known with tier C since 2000-Q1."],
            (await Api.PutAsync("/api/customers/newcomer", Newcomer)).WasDone().Happened);
        Assert.Empty((await Api.PutAsync("/api/customers/newcomer", Newcomer)).WasDone().Happened);
        Assert.Equal("Newcomer", (await Api.GetAsync("/api/customers/newcomer")).WasDone().Body!["details"]!["name"]!.GetValue<string>());
    }
}
