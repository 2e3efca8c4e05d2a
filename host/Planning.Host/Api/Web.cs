using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Planning.Grains.Embedded;
using Planning.Grains.Outbox;
using Planning.Grains.Timers;
using Planning.Host.Errors;
using Planning.Host.Outbound;

namespace Planning.Host.Api;

/// <summary>The web host around a runtime that is open already.</summary>
internal static class Web
{
    /// <param name="reach">Where the requests of workflows may go.</param>
    public static WebApplication Build(EmbeddedRuntime runtime, string urls, Reach reach)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);

        // Structured, and on standard error: standard output belongs to what the command prints for people.
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(options =>
        {
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        builder.Services.AddSingleton(runtime);
        builder.Services.AddSingleton(runtime.Clock);
        builder.Services.AddSingleton(runtime.Customers);
        builder.Services.AddSingleton(runtime.Portfolio);
        builder.Services.AddSingleton(runtime.Workflows);
        builder.Services.AddSingleton<OwnWorkflows>();
        builder.Services.AddSingleton(runtime.Clocks);
        builder.Services.AddSingleton(runtime.TierRuns);
        builder.Services.AddSingleton(runtime.Staffing);
        builder.Services.AddSingleton(runtime.RuleSets);
        builder.Services.AddSingleton(runtime.Replays);
        builder.Services.AddSingleton(services => runtime.Timers(services.GetRequiredService<ILogger<TimerPump>>()));
        builder.Services.AddHostedService<TimerHost>();
        builder.Services.AddHostedService<SweepHost>();
        builder.Services.AddSingleton<IHttpSender>(_ => new HttpSender(reach, runtime.Clock));
        builder.Services.AddSingleton(services => runtime.Outbox(
            services.GetRequiredService<IHttpSender>(), services.GetRequiredService<ILogger<OutboxPump>>()));
        builder.Services.AddHostedService<OutboxHost>();
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<FaultHandler>();
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: ["ready"]);
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });
        builder.Services.AddOpenApi(ApiDocument.Describe);

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages(pages => TypedResults
            .Problem(statusCode: pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext));
        app.MapOpenApi();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
        var api = app.MapGroup("/api");
        api.MapCustomers();
        api.MapCoverage();
        api.MapOrganisation();
        api.MapRecords();
        api.MapCommands();
        api.MapPlans();
        api.MapCertification();
        api.MapVault();
        api.MapEscalations();
        api.MapTeams();
        api.MapWorkflows();
        api.MapOwnWorkflows();
        api.MapTierRuns();
        api.MapRuleSets();
        api.MapPolicies();
        api.MapBacktests();
        return app;
    }
}
