using System.Net;
using System.Text;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

/// <summary>Every one of them is refused before any customer hears of it.</summary>
public sealed class When_a_request_cannot_be_read(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Sound = """{"id": "i-900", "on": "2026-10-02", "means": "call", "theyStarted": true, "twoWay": true, "people": [], "employees": [], "topic": "Talk"}""";

    private const string NoId = "write 1 to 64 lower-case letters, digits and hyphens.";

    private const string NoFit = "The value does not fit; /openapi/v1.json says what does.";

    public static TheoryData<string, string> Interactions => new()
    {
        { """{"id": "i-900",""" + "\n" + """ "on" "2026-10-02"}""", "$, line 2: '\"' is invalid after a property name. Expected a ':'." },
        { Sound.Replace("\"topic\"", "\"subject\"", StringComparison.Ordinal), "$.subject, line 1: There is no such field." },
        { Sound.Replace("\"call\"", "\"pigeon\"", StringComparison.Ordinal), $"$.means, line 1: {NoFit}" },
        { Sound.Replace("\"call\"", "6", StringComparison.Ordinal), $"$.means, line 1: {NoFit}" },
        { Sound.Replace("\"call\"", "\"6\"", StringComparison.Ordinal), $"$.means, line 1: {NoFit}" },
        { Sound.Replace("2026-10-02", "2026-02-30", StringComparison.Ordinal), $"$.on, line 1: {NoFit}" },
        { Sound.Replace("\"id\": \"i-900\", ", "", StringComparison.Ordinal), "$, line 1: Fields are missing: 'id'." },
        { Sound.Replace("\"i-900\"", "null", StringComparison.Ordinal), $"$.id, line 1: “” is not an id: {NoId}" },
        { Sound.Replace("\"i-900\"", "\"I 900\"", StringComparison.Ordinal), $"$.id, line 1: “I 900” is not an id: {NoId}" },
        { Sound.Replace("\"i-900\"", "900", StringComparison.Ordinal), $"$.id, line 1: {NoFit}" },
        { Sound.Replace("\"people\": []", "\"people\": null", StringComparison.Ordinal), $"$.people, line 1: {NoFit}" },
        { Sound.Replace("\"people\": []", "\"people\": [null]", StringComparison.Ordinal), $"$.people[0], line 1: “” is not an id: {NoId}" },
        { Sound.Replace("\"Talk\"", "null", StringComparison.Ordinal), "$.topic, line 1: The field takes no null." },
        { "[]", $"$, line 1: {NoFit}" },
        { "null", "The request needs a body." },
    };

    [Theory]
    [MemberData(nameof(Interactions))]
    public async Task a_flawed_body_is_refused_with_path_line_and_reason(string body, string because)
    {
        // Nothing comes due at Tamar meanwhile, so that no turn but this one could move its version.
        var before = await VersionAsync("tamar");
        (await Api.PostAsync("/api/customers/tamar/interactions", body)).CannotBeRead(because);
        Assert.Equal(before, await VersionAsync("tamar"));
    }

    [Theory]
    [InlineData("/api/customers/helvia/plan/vendors", """[{"vendor": "Kestrel", "share": 0.5}, null]""", "Item 2 of the list is null.")]
    [InlineData("/api/customers/helvia/plan/profile/macro", """{"text": "x", "datedOn": "2026-09-01", "sources": [null]}""", "Item 1 of the list is null.")]
    [InlineData("/api/customers/helvia/plan/profile/macro", """{"text": "x", "datedOn": "2026-09-01", "sources": null}""", "$.sources, line 1: The field takes no null.")]
    [InlineData("/api/customers/helvia/plan/profile/macro", """{"text": "x", "sources": []}""", "$, line 1: Fields are missing: 'datedOn'.")]
    [InlineData("/api/customers/helvia/plan/match/e-1", """{"on": "2026-09-01", "years": 3, "factors": {"direction": 1}, "evidence": []}""", "$.factors, line 1: Fields are missing: 'position', 'technology', 'businessModel', 'values'.")]
    [InlineData("/api/customers/helvia/plan/match/agreement", """{"on": "2026-09-01", "reasons": "x"}""", "$, line 1: Fields are missing: 'result'.")]
    [InlineData("/api/customers/newcomer", """{"name": "New", "country": "CH", "industry": "telecom", "region": "CEE"}""", "$, line 1: Fields are missing: 'groupRoot'.")]
    [InlineData("/api/customers/newcomer", """{"name": "New", "country": "CH", "industry": "telecom", "region": "CEE", "groupRoot": "newcomer", "tierSince": "2026-Q5"}""", "$.tierSince, line 1: “2026-Q5” is not a quarter; write it like 2026-Q3.")]
    [InlineData("/api/customers/helvia/seats/AR/primary", """{"employee": "e-cee-04"}""", "$, line 1: Fields are missing: 'since'.")]
    public async Task a_hole_in_a_body_is_refused(string path, string body, string because) =>
        (await Api.PutAsync(path, body)).CannotBeRead(because);

    [Theory]
    [InlineData("[null]", "Item 1 of the list is null.")]
    [InlineData("""[{"metric": "satisfaction", "value": 80, "observedOn": "2026-09-30", "source": "Survey"}]""", "$[0], line 1: Fields are missing: 'period'.")]
    [InlineData("""[{"metric": "satisfaction", "period": null, "value": 80, "observedOn": "2026-09-30", "source": "Survey"}]""", "$[0].period, line 1: “” is not a quarter; write it like 2026-Q3.")]
    public async Task a_metric_without_a_quarter_is_refused(string body, string because) =>
        (await Api.PostAsync("/api/customers/helvia/metrics", body)).CannotBeRead(because);

    [Fact]
    public async Task the_place_is_told_to_the_byte() => Assert.StartsWith(
        "$.id, line 1, byte 12: ",
        (await Api.PostAsync("/api/customers/helvia/interactions", Sound.Replace("\"i-900\"", "null", StringComparison.Ordinal))).Detail,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("/api/customers/helvia/plan/profile/3")]
    [InlineData("/api/customers/helvia/plan/profile/99")]
    [InlineData("/api/customers/helvia/plan/profile/weather")]
    public async Task a_topic_is_named_by_its_word(string path)
    {
        var answer = await Api.PutAsync(path, Work.Section("x"));
        answer.CannotBeRead($"“{path.Split('/')[^1]}” is none of the words that can stand here: macro, industry, competition, strategy, pains.");
    }

    [Fact]
    public async Task a_seat_is_named_by_its_words()
    {
        const string Vacant = """{"since": "2026-10-01"}""";
        (await Api.PutAsync("/api/customers/helvia/seats/0/primary", Vacant)).CannotBeRead("“0” is none of the words that can stand here: AR, SR, FR, deputy, specialist, sponsor, finance, legal.");
        (await Api.PutAsync("/api/customers/helvia/seats/AR/boss", Vacant)).CannotBeRead("“boss” is none of the words that can stand here: primary, backup, acting.");
        (await Api.PutAsync("/api/customers/helvia/seats/AR/acting", Vacant)).WasDone();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task without_saying_who_asks(string? actor) =>
        (await Api.PostAsync("/api/customers/helvia/group-root/confirm", actor: actor)).CannotBeRead(
            "Say who asks in the header Planning-Actor, with 1 to 100 characters; the history names them.");

    [Fact]
    public async Task with_too_long_a_name() =>
        (await Api.PostAsync("/api/customers/helvia/group-root/confirm", actor: new string('x', 101))).CannotBeRead(
            "Say who asks in the header Planning-Actor, with 1 to 100 characters; the history names them.");

    [Theory]
    [InlineData("two words")]
    [InlineData("two\twords")]
    public async Task with_a_key_that_is_none(string key) =>
        (await Api.PostAsync("/api/customers/helvia/group-root/confirm", key: key)).CannotBeRead(
            "The header Idempotency-Key takes up to 200 visible ASCII characters without spaces.");

    [Fact]
    public async Task without_a_body() =>
        (await Api.PostAsync("/api/customers/helvia/interactions")).CannotBeRead("The request needs a body.");

    [Fact]
    public async Task with_a_body_that_is_not_json()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/customers/helvia/interactions");
        request.Headers.Add("Planning-Actor", "e-cee-04");
        request.Content = new StringContent("id=i-900", Encoding.UTF8, "application/x-www-form-urlencoded");
        (await Api.SendAsync(request)).IsProblem(HttpStatusCode.UnsupportedMediaType, "Unsupported Media Type");
    }

    [Theory]
    [InlineData("/api/customers?take=0", "take is 0; it must be from 1 to 1000.")]
    [InlineData("/api/customers?take=1001", "take is 1001; it must be from 1 to 1000.")]
    [InlineData("/api/customers?take=all", "“all” is no value for take.")]
    [InlineData("/api/customers/helvia/history?take=-1", "take is -1; it must be from 1 to 1000.")]
    [InlineData("/api/customers/helvia/history?before=x", "“x” is no value for before.")]
    public async Task a_page_is_of_1_to_1000(string path, string because) => (await Api.GetAsync(path)).CannotBeRead(because);

    [Fact]
    public async Task the_problem_is_told_even_to_who_accepts_no_json()
    {
        using var bad = new HttpRequestMessage(HttpMethod.Get, "/api/customers?take=0");
        bad.Headers.Add("Accept", "text/html");
        (await Api.SendAsync(bad)).CannotBeRead("take is 0; it must be from 1 to 1000.");
        using var nowhere = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        nowhere.Headers.Add("Accept", "text/html");
        (await Api.SendAsync(nowhere)).IsProblem(HttpStatusCode.NotFound, "Not Found");
    }

    [Fact]
    public async Task an_address_that_nobody_serves()
    {
        (await Api.GetAsync("/nowhere")).IsProblem(HttpStatusCode.NotFound, "Not Found");
        (await Api.SendAsync(HttpMethod.Delete, "/api/customers/helvia", null)).IsProblem(HttpStatusCode.MethodNotAllowed, "Method Not Allowed");
    }
}
