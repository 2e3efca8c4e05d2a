using System.Text;

namespace Planning.Host.Tests.Support;

/// <summary>Talks to a host over HTTP as somebody's browser would.</summary>
public sealed class ApiClient(Uri host) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = host };

    public Task<HttpAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, actor: null);

    public Task<HttpAnswer> PostAsync(string path, string? body = null, string? key = null, string? actor = "e-cee-04") =>
        SendAsync(HttpMethod.Post, path, body, key, actor);

    public Task<HttpAnswer> PutAsync(string path, string? body = null, string? key = null, string? actor = "e-cee-04") =>
        SendAsync(HttpMethod.Put, path, body, key, actor);

    public async Task<HttpAnswer> SendAsync(HttpMethod method, string path, string? body, string? key = null, string? actor = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (actor is not null)
        {
            request.Headers.TryAddWithoutValidation("Planning-Actor", actor);
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await SendAsync(request);
    }

    public async Task<HttpAnswer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await HttpAnswer.OfAsync(response, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _http.Dispose();
}
