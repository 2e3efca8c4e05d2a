using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Expressions;
using Planning.Flows.Instances;
using Planning.Flows.Runtime;

namespace Planning.Flows.Elsa;

/// <summary>What the two activities that send HTTP requests have in common: they ask for one, and wait for its outcome.</summary>
internal static class Http
{
    /// <summary>The bookmark's name is the activity's type; its payload is <c>{"requestId": …, "request": {…}}</c>.</summary>
    public const string RequestId = "requestId";

    public const string Request = "request";

    public const string UnmatchedStatusCode = "Unmatched status code";
    public const string FailedToConnect = "Failed to connect";
    public const string Timeout = "Timeout";

    private const string Json = "application/json";

    /// <summary>After 1, 2, 4 … seconds; as often as Elsa does.</summary>
    private const int UsualRetries = 8;

    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(100);

    public static InputDescriptor[] Inputs { get; } =
    [
        new("Url", "Uri") { Required = true },
        new("Method", "String")
        {
            UiHint = "dropdown",
            Order = 1,
            DefaultValue = "GET",
            Options = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"],
        },
        new("Content") { Order = 2, Description = "A text, or an object that is sent as JSON." },
        new("ContentType", "String") { DisplayName = "Content type", Order = 3, UiHint = "dropdown" },
        new("Authorization", "String") { Category = "Security", Order = 4, IsSensitive = true },
        new("DisableAuthorizationHeaderValidation", "Boolean") { Category = "Security", Order = 5, UiHint = "checkbox" },
        new("RequestHeaders", "JSON") { DisplayName = "Headers", Category = "Advanced", Order = 6, UiHint = "json-editor" },
        new("EnableResiliency", "Boolean") { DisplayName = "Try again", Order = 7, UiHint = "checkbox" },
    ];

    public static OutputDescriptor[] Outputs { get; } =
    [
        new("StatusCode", "Int32"), new("ParsedContent"), new("ResponseHeaders", "JSON"), new("Result"),
    ];

    /// <param name="retries">Null when the author chose no strategy. As in Elsa, the older "Try again" goes before it.</param>
    public static void Ask(ActivityContext context, RetryChoice? retries)
    {
        var id = context.NextId();
        var written = context.Input<string>("Url");
        if (!Uri.TryCreate(written, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"\"{written}\" is no address of a web server. Write it like https://example.com/path.");
        }

        var usual = context.Input<bool>("EnableResiliency");
        var strategy = usual ? null : retries?.Of(context);
        var type = context.Input<string>("ContentType");
        var call = new HttpCall(
            id,
            context.Input<string>("Method") is { Length: > 0 } method ? method : "GET",
            url,
            [.. HeadersOf(context)],
            type,
            string.IsNullOrEmpty(type) ? null : BodyOf(context.Input<object>("Content"), type),
            UsualTimeout,
            usual ? UsualRetries : strategy?.MaxRetryAttempts ?? 0,
            strategy?.Pauses);

        // The bookmark carries the whole request, so that it is durable with the instance and nobody can forget to send it.
        context.CreateBookmark(context.Node.Descriptor.TypeName, new JsonObject
        {
            [RequestId] = id,
            [Request] = JsonSerializer.SerializeToNode(call, JsonSerializerOptions.Web),
        });
        context.Ask(new Effect.HttpRequested(context.InstanceId, context.Node.Id, call));
    }

    /// <summary>Sets the outputs of an answer.</summary>
    public static void Keep(ActivityContext context, HttpOutcome.Answered answer)
    {
        var content = string.IsNullOrEmpty(answer.Body) ? null
            : answer.ContentType?.StartsWith(Json, StringComparison.OrdinalIgnoreCase) is true
                ? Conversion.To(answer.Body, DataType.Parse("JSON")).Value
                : answer.Body;
        var headers = new JsonObject(answer.Headers.GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => KeyValuePair.Create<string, JsonNode?>(
                group.Key, new JsonArray([.. group.Select(header => JsonValue.Create(header.Value))]))));
        context.SetOutput("Result", new JsonObject
        {
            ["StatusCode"] = answer.StatusCode,
            ["Headers"] = headers.DeepClone(),
            ["Content"] = answer.Body,
        });
        context.SetOutput("ParsedContent", content);
        context.SetOutput("StatusCode", answer.StatusCode);
        context.SetOutput("ResponseHeaders", headers);
    }

    /// <summary>The way an outcome travels through a bookmark.</summary>
    public static Dictionary<string, object?> InputOf(HttpOutcome outcome) => outcome switch
    {
        HttpOutcome.Answered answered => new(StringComparer.Ordinal)
        {
            ["statusCode"] = answered.StatusCode,
            ["headers"] = answered.Headers.Select(header => new[] { header.Key, header.Value }),
            ["contentType"] = answered.ContentType,
            ["body"] = answered.Body,
        },
        HttpOutcome.TimedOut => new(StringComparer.Ordinal) { ["timedOut"] = true },
        HttpOutcome.FailedToConnect failed => new(StringComparer.Ordinal) { ["failed"] = failed.Reason },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static HttpOutcome OutcomeOf(ValueBag input) => input switch
    {
        _ when input.Contains("statusCode") => new HttpOutcome.Answered(
            input.Get<int>("statusCode"),
            [.. (input.Get<string[][]>("headers") ?? []).Select(header => KeyValuePair.Create(header[0], header[1]))],
            input.Get<string>("contentType"),
            input.Get<string>("body")),
        _ when input.Contains("timedOut") => new HttpOutcome.TimedOut(),
        _ => new HttpOutcome.FailedToConnect(input.Get<string>("failed") ?? ""),
    };

    private static IEnumerable<KeyValuePair<string, string>> HeadersOf(ActivityContext context)
    {
        if (context.Input<string>("Authorization") is { Length: > 0 } authorization)
        {
            yield return KeyValuePair.Create("Authorization", authorization);
        }

        foreach (var (name, value) in Children.Members(context.Input<object>("RequestHeaders")))
        {
            foreach (var one in Values.As<JsonNode>(value) is JsonArray several ? several.Select(Text) : [Values.ToText(value)])
            {
                yield return KeyValuePair.Create(name, one ?? "");
            }
        }
    }

    private static string? Text(JsonNode? value) => Values.ToText(Values.Canonical(value));

    private static string? BodyOf(object? content, string type) => content switch
    {
        null => null,
        string text => text,
        _ when type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) => string.Join(
            '&', Children.Members(content).Select(member =>
                $"{Uri.EscapeDataString(member.Key)}={Uri.EscapeDataString(Values.ToText(member.Value) ?? "")}")),
        _ => Values.ToNode(content)!.ToJsonString(),
    };
}
