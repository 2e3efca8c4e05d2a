using System.Net;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

/// <summary>Whatever people may ask of a customer has an address of its own.</summary>
public sealed class When_a_command_is_sent(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Commands = "/api/customers/dragonfly/commands";

    private const string Waiver = """
        { "id": "w-1", "kind": "gate", "criterion": "A1-PUBLIC-SOURCES", "object": "dragonfly-plan-2",
          "reason": "The annual report comes out in November", "control": "The profile is read again in November",
          "until": "2026-12-31" }
        """;

    private const string Agreement = """{ "subject": "waiver:w-1", "role": "REGION_HEAD", "granted": true }""";

    [Fact]
    public async Task it_is_done_and_stands_in_the_history_and_on_the_list_of_what_waits()
    {
        (await Api.PostAsync($"{Commands}/request-waiver", Waiver)).WasDone();

        var customer = (await Api.GetAsync("/api/customers/dragonfly")).WasDone().Body!;
        Assert.Equal("REGION_HEAD", customer["approvals"]![0]!["steps"]![0]!["role"]!.GetValue<string>());
        Assert.Contains("approval", customer["waiting"]!.AsArray().Select(waiting => waiting!["kind"]!.GetValue<string>()));
    }

    [Fact]
    public async Task a_flawed_one_is_refused_with_all_its_mistakes() =>
        (await Api.PostAsync($"{Commands}/request-waiver", Waiver.Replace("The annual report comes out in November", "", StringComparison.Ordinal))).WasRefused(
            "command-flawed",
            "It cannot be done as it is asked.",
            "Reason is empty.");

    [Fact]
    public async Task a_misspelt_member_is_not_passed_over() =>
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await Api.PostAsync($"{Commands}/request-waiver", Waiver.Replace("reason", "raeson", StringComparison.Ordinal))).Status);

    [Fact]
    public async Task whoever_asked_cannot_agree()
    {
        (await Api.PostAsync($"{Commands}/request-waiver", Waiver)).WasDone();

        (await Api.PostAsync($"{Commands}/decide-approval", Agreement)).WasRefused(
            "author-approves",
            "e-cee-04 asked for it, so somebody else decides: waive A1-PUBLIC-SOURCES for dragonfly-plan-2 (INV-17).");
        (await Api.PostAsync($"{Commands}/decide-approval", Agreement, actor: "e-chn-01")).WasDone();
    }
}
