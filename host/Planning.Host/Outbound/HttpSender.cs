using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Planning.Grains.Outbox;

namespace Planning.Host.Outbound;

/// <summary>Sends requests over connections that are kept for two minutes, to where they may go.</summary>
/// <remarks>Redirects are followed by the same rule. The environment's proxy is not used: it would connect for us.</remarks>
internal sealed class HttpSender : IHttpSender, IDisposable
{
    /// <summary>Bytes of an answer's body; a larger one is no answer.</summary>
    public const int LargestBody = 1 << 20;

    private const string IdempotencyKey = "Idempotency-Key";

    private readonly HttpClient _client;
    private readonly TimeProvider _clock;

    public HttpSender(Reach reach, TimeProvider clock)
    {
        _clock = clock;
        _client = new HttpClient(new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxAutomaticRedirections = 5,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            ConnectCallback = async (context, token) => await ConnectAsync(reach, context.DnsEndPoint, token),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<HttpAttempt> SendAsync(OutgoingRequest wanted, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(wanted.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = Write(wanted);
            using var response = await _client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HttpAttempt.TimedOut();
        }
        catch (HttpRequestException fault) when (fault.InnerException is OutOfReachException outOfReach)
        {
            return new HttpAttempt.Impossible(outOfReach.Message);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new HttpAttempt.Failed(fault.Message);
        }
        catch (Exception fault) when (
            fault is FormatException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return new HttpAttempt.Impossible($"This request cannot be sent: {fault.Message}");
        }
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Write(OutgoingRequest wanted)
    {
        var request = new HttpRequestMessage(new HttpMethod(wanted.Method), wanted.Url);
        if (wanted.Body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(wanted.Body));
            request.Content.Headers.ContentType =
                wanted.ContentType is null ? null : MediaTypeHeaderValue.Parse(wanted.ContentType);
        }

        foreach (var (name, value) in wanted.Headers)
        {
            // Not looked at closely: an Authorization need not be of a known scheme, and what an author says of the body
            // counts above its type. But a line break is refused: it would begin another header.
            if (value.AsSpan().ContainsAny('\r', '\n', '\0') || !TryAdd(request, name, value))
            {
                throw new FormatException($"{name} is no header, or its value cannot be one.");
            }
        }

        if (!request.Headers.Contains(IdempotencyKey))
        {
            request.Headers.Add(IdempotencyKey, wanted.Key);
        }

        return request;
    }

    private static bool TryAdd(HttpRequestMessage request, string name, string value)
    {
        if (request.Headers.TryAddWithoutValidation(name, value))
        {
            return true;
        }

        request.Content ??= new ByteArrayContent([]);
        request.Content.Headers.Remove(name);
        return request.Content.Headers.TryAddWithoutValidation(name, value);
    }

    private static async Task<HttpAttempt> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var block = new byte[16_384];
        int read;
        while ((read = await stream.ReadAsync(block, cancellationToken)) > 0)
        {
            if (body.Length + read > LargestBody)
            {
                return new HttpAttempt.Impossible(
                    $"The answer ({(int)response.StatusCode}) is larger than 1 MB; nothing of it was kept.");
            }

            body.Write(block, 0, read);
        }

        var type = response.Content.Headers.ContentType;
        return new HttpAttempt.Answered(
            (int)response.StatusCode,
            [
                .. from header in response.Headers.Concat(response.Content.Headers)
                   from value in header.Value
                   select KeyValuePair.Create(header.Key, value),
            ],
            type?.ToString(),
            Charset(type).GetString(body.GetBuffer(), 0, (int)body.Length));
    }

    private static Encoding Charset(MediaTypeHeaderValue? type)
    {
        try
        {
            return type?.CharSet is { } written ? Encoding.GetEncoding(written.Trim('"')) : Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    private static async Task<Stream> ConnectAsync(Reach reach, DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        IPAddress[] known = IPAddress.TryParse(endPoint.Host, out var written)
            ? [written]
            : await Dns.GetHostAddressesAsync(endPoint.Host, cancellationToken);
        IPAddress[] addresses = [.. known.Where(reach.Covers)];
        if (addresses is [])
        {
            throw new OutOfReachException(endPoint.Host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, endPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
