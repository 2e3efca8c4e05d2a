using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Grains.Embedded;
using Planning.Workflows.Versions;

namespace Planning.Host.Api;

/// <summary>The versions of the policies over HTTP: the numbers that METHOD leaves to the company.</summary>
internal static class PolicyEndpoints
{
    public static void MapPolicies(this RouteGroupBuilder api)
    {
        var policies = api.MapGroup("/policies").WithTags("Policies");
        policies.MapGet("/", List).WithSummary("The policies with every version: stage, in force from and to, who did what");
        policies.MapPost("/versions", Draft).Accepts<JsonElement>("application/json")
            .WithSummary("Take in a new version; nobody works by it yet");
        var one = policies.MapGroup("/{name}/versions/{version}");
        one.MapGet("/", Text).WithSummary("The text of a version, as it was drafted");
        one.MapPost("/approve", Approve).WithSummary("Bring a version into force from a day on; its author cannot");
        one.MapPost("/retire", Retire).WithSummary("Give up a version that is not in force");
    }

    private static async Task<Ok<ListView<RuleSetView>>> List(EmbeddedRuntime runtime, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ListView<RuleSetView>(
            [.. (await runtime.Policies.ReadAsync(cancellationToken)).Sets.Values.Select(set => RuleSetView.Of(set, runtime.Today))], null));

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Text(
        string name, string version, EmbeddedRuntime runtime, CancellationToken cancellationToken)
    {
        var known = await runtime.Policies.ReadAsync(cancellationToken);
        return known.Of(name).Find(version) is { } wanted && known.TextOf(wanted) is { } text
            ? TypedResults.Text(text.Body, "application/json")
            : RuleSetEndpoints.Refused(
                new VersionDecision.Refused("version-unknown", $"There is no version {version} of {name}.", []));
    }

    // The text to the last byte: its version stands for no other.
    private static async Task<Results<Ok<StepsView>, ProblemHttpResult>> Draft(
        HttpRequest request, Caller caller, EmbeddedRuntime runtime, CancellationToken cancellationToken, string? why = null)
    {
        using var body = new StreamReader(request.Body);
        return Told(await runtime.Policies.DraftAsync(
            "the draft", await body.ReadToEndAsync(cancellationToken), caller.Actor, why, cancellationToken));
    }

    private static async Task<Results<Ok<StepsView>, ProblemHttpResult>> Approve(
        string name, string version, PolicyApprovalBody body, Caller caller, EmbeddedRuntime runtime, CancellationToken cancellationToken) =>
        Told(await runtime.Policies.ApproveAsync(name, version, body.From, null, caller.Actor, body.Why, cancellationToken));

    private static async Task<Results<Ok<StepsView>, ProblemHttpResult>> Retire(
        string name, string version, Caller caller, EmbeddedRuntime runtime, CancellationToken cancellationToken, string? why = null) =>
        Told(await runtime.Policies.RetireAsync(name, version, caller.Actor, why, cancellationToken));

    private static Results<Ok<StepsView>, ProblemHttpResult> Told(VersionDecision decision) => decision switch
    {
        VersionDecision.Recorded recorded => TypedResults.Ok(StepsView.Of(recorded.Steps, RuleRemarks.None)),
        VersionDecision.Refused refused => RuleSetEndpoints.Refused(refused),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <param name="From">The first day, today or later.</param>
/// <param name="Why">What to say about it.</param>
internal sealed record PolicyApprovalBody(DateOnly From, string? Why = null);
