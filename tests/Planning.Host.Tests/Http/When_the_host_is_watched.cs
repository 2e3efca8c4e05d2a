using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

public sealed class When_the_host_is_watched(SamplePortfolio sample) : HostSpec(sample)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task it_says_that_it_is_well(string path)
    {
        var answer = await Api.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task every_endpoint_is_in_the_openapi_document()
    {
        var paths = (await DocumentAsync())["paths"]!.AsObject();
        var documented = paths.SelectMany(path => path.Value!.AsObject()
            .Where(member => member.Key is "get" or "put" or "post")
            .Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));
        Assert.Equal(Mapped().Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task every_write_lists_who_asks_and_the_idempotency_key()
    {
        var writes = (await DocumentAsync())["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Where(operation => operation.Key is "put" or "post")
            .Select(operation => operation.Value!["parameters"]!.AsArray()
                .Where(parameter => parameter!["in"]!.GetValue<string>() == "header")
                .Select(parameter => (parameter!["name"]!.GetValue<string>(), parameter["required"]?.GetValue<bool>() ?? false))
                .ToList())
            .ToList();
        Assert.NotEmpty(writes);
        Assert.All(writes, headers => Assert.Equal([("Planning-Actor", true), ("Idempotency-Key", false)], headers));
    }

    [Fact]
    public async Task every_operation_has_a_summary() => Assert.All(
        (await DocumentAsync())["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()),
        operation => Assert.False(string.IsNullOrWhiteSpace(operation.Value!["summary"]?.GetValue<string>()), operation.Key));

    private async Task<JsonNode> DocumentAsync() => (await Api.GetAsync("/openapi/v1.json")).WasDone().Body!;

    private IEnumerable<string> Mapped() =>
        from endpoint in Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
        select $"{method} {endpoint.RoutePattern.RawText!.TrimEnd('/')}";
}
