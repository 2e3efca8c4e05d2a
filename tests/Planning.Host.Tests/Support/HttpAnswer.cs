using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Planning.Host.Tests.Support;

/// <summary>An answer of the API as a client sees it.</summary>
/// <param name="Body">Nothing when the answer has none or is no JSON.</param>
public sealed partial record HttpAnswer(HttpStatusCode Status, string? ContentType, string Text, JsonNode? Body)
{
    public long Version => Body!["version"]!.GetValue<long>();

    /// <summary>A sentence for each thing that happened.</summary>
    public IReadOnlyList<string> Happened => Words("happened");

    public IReadOnlyList<string> Missing => Words("missing");

    public string? Title => Body?["title"]?.GetValue<string>();

    public string? Detail => Body?["detail"]?.GetValue<string>();

    public IReadOnlyList<JsonNode> Items => [.. Body!["items"]!.AsArray().Select(item => item!)];

    public static async Task<HttpAnswer> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var type = response.Content.Headers.ContentType?.MediaType;
        return new HttpAnswer(
            response.StatusCode, type, text, type?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null);
    }

    public HttpAnswer WasDone()
    {
        Assert.True(Status is HttpStatusCode.OK, $"{(int)Status}: {Text}");
        return this;
    }

    /// <summary>The business says no: 409 as RFC 9457 problem details.</summary>
    public void WasRefused(string code, string sentence, params string[] missing)
    {
        IsProblem(HttpStatusCode.Conflict, sentence);
        Assert.Equal($"/problems/{code}", Body!["type"]!.GetValue<string>());
        Assert.Equal(missing, Missing);
    }

    public void IsUnknown(string sentence)
    {
        IsProblem(HttpStatusCode.NotFound, sentence);
        Assert.Equal("/problems/customer-unknown", Body!["type"]!.GetValue<string>());
    }

    /// <summary>The request cannot be read: 400 as RFC 9457 problem details.</summary>
    /// <param name="because">Without the byte, which nobody counts by hand.</param>
    public void CannotBeRead(string because)
    {
        IsProblem(HttpStatusCode.BadRequest, "The request cannot be read.");
        Assert.Equal(because, Byte().Replace(Detail!, ""));
    }

    public void IsProblem(HttpStatusCode status, string title)
    {
        Assert.Equal((status, "application/problem+json", title), (Status, ContentType, Title));
        Assert.Equal((int)status, Body!["status"]!.GetValue<int>());
    }

    private IReadOnlyList<string> Words(string list) =>
        Body?[list] is { } words ? [.. words.AsArray().Select(word => word!.GetValue<string>())] : [];

    [GeneratedRegex(@", byte \d+")]
    private static partial Regex Byte();
}
