using System.Globalization;
using System.Net;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Restarts;

/// <summary>Somebody who works on one customer, one command after the other, and remembers every answer.</summary>
public sealed class LoadedCustomer(int number)
{
    private static readonly string[] Topics = ["macro", "industry", "competition", "strategy", "pains"];

    private int _next;

    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"load-{number:00}");

    public Dictionary<string, Acknowledged> Acknowledged { get; } = [];

    /// <summary>The key of the command that was sent and not answered; nothing when every command was.</summary>
    public string? Unanswered { get; private set; }

    /// <summary>Sends the next command; one that got no answer is sent again under its own key.</summary>
    /// <returns>Whether there was an answer; there is none from a host that was killed.</returns>
    public async Task<bool> GoOnAsync(ApiClient api)
    {
        var (method, path, body) = Command(_next);
        var key = string.Create(CultureInfo.InvariantCulture, $"{Id}-{_next}");
        Unanswered = key;
        try
        {
            var answer = await api.SendAsync(method, $"/api/customers/{Id}{path}", body, key, actor: "load");
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{path}: {answer.Text}");
            Acknowledged[key] = answer.Status is HttpStatusCode.OK
                ? new Acknowledged(answer.Version, [.. answer.Happened])
                : new Acknowledged(null, [answer.Title!]);
            Unanswered = null;
            _next++;
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Every kind of change, each different from the last of its kind; and now and then one that is refused.
    private (HttpMethod Method, string Path, string? Body) Command(int at) => at switch
    {
        0 => (HttpMethod.Put, "", $$"""
            {"name": "Load {{number}}", "country": "CH", "industry": "telecom", "region": "CEE", "groupRoot": "{{Id}}", "groupRootConfirmed": true, "tier": "S"}
            """),
        1 => (HttpMethod.Post, "/plan", null),
        2 => (HttpMethod.Put, "/seats/AR/primary", """{"employee": "e-cee-04", "since": "2020-01-06"}"""),
        3 => (HttpMethod.Post, "/plan/stages/A0/advance", null),
        _ => (at % 6) switch
        {
            0 => (HttpMethod.Post, "/interactions", $$"""
                {"id": "i-{{at}}", "on": "2020-01-06", "means": "call", "theyStarted": false, "twoWay": true, "people": [], "employees": ["e-cee-04"], "topic": "Talk {{at}}", "outcome": null, "nextStep": null}
                """),
            1 => (HttpMethod.Put, $"/plan/profile/{Topics[at % 5]}", $$"""
                {"text": "Section {{at}}", "datedOn": "2020-01-06", "sources": [{"class": "press", "title": "Report {{at}}", "public": true}]}
                """),
            2 => (HttpMethod.Put, "/plan/vendors", $$"""
                [{"vendor": "Lanternfish", "share": 0.5, "strengths": null, "weaknesses": "State {{at}}"}]
                """),
            3 => (HttpMethod.Post, "/metrics", $$"""
                [{"metric": "satisfaction", "period": "2020-Q1", "value": {{at % 100}}, "currency": null, "observedOn": "2020-01-06", "source": "Survey {{at}}"}]
                """),
            4 => (HttpMethod.Post, "/plan/stages/A2/advance", null),
            _ => (HttpMethod.Put, "/units/Networks", $$"""{"function": "engineering", "relevance": 3, "headcountInProcess": {{at}}}"""),
        },
    };
}

/// <param name="Version">Nothing for a refusal.</param>
/// <param name="Words">What happened, or the refusal.</param>
public sealed record Acknowledged(long? Version, IReadOnlyList<string> Words);
