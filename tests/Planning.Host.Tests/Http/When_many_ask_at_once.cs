using System.Globalization;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

public sealed class When_many_ask_at_once(SamplePortfolio sample) : HostSpec(sample)
{
    private static readonly string[] Customers =
        ["albion", "dragonfly", "helvia", "savannah", "lusitana", "straits", "copperbelt", "aurora", "pampas", "tamar", "karst", "zephyr"];

    [Fact]
    public async Task one_customer_takes_one_after_the_other()
    {
        var before = await VersionAsync("helvia");

        var answers = await Task.WhenAll(Enumerable.Range(1, 40).Select(number => Api.PostAsync(
            "/api/customers/helvia/interactions", Work.Interaction(Id(number)))));

        Assert.Equal(
            Enumerable.Range(1, 40).Select(number => before + number), answers.Select(answer => answer.WasDone().Version).Order());
        Assert.All(answers, answer => Assert.Single(answer.Happened));
        Assert.Equal(before + 40, await VersionAsync("helvia"));
    }

    [Fact]
    public async Task of_two_who_leave_the_same_stage_one_comes_too_late()
    {
        var answers = await Task.WhenAll(
            Api.PostAsync("/api/customers/helvia/plan/stages/A0/advance", actor: "e-cee-04"),
            Api.PostAsync("/api/customers/helvia/plan/stages/A0/advance", actor: "e-cee-02"));

        Assert.Single(answers, answer => answer.Status is System.Net.HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.Title == "The plan is in stage A1 Insight, not in A0.");
    }

    [Fact]
    public async Task many_customers_are_all_answered()
    {
        var answers = await Task.WhenAll(
            from customer in Customers
            from number in Enumerable.Range(1, 10)
            select Api.PutAsync(
                $"/api/customers/{customer}/units/Networks",
                string.Create(CultureInfo.InvariantCulture, $$"""{"function": "engineering", "relevance": 3, "headcountInProcess": {{number}}}""")));

        Assert.All(answers, answer => answer.WasDone());
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"i-9{number:00}");
}
