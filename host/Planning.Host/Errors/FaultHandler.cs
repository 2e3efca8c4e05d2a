using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Planning.Grains.Customers;

namespace Planning.Host.Errors;

/// <summary>The one place where a fault becomes an HTTP answer (RFC 9457).</summary>
internal sealed class FaultHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, title, detail) = exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } bad => (
                bad.StatusCode, "The request cannot be read.", Reading(json)),
            BadHttpRequestException bad => (bad.StatusCode, "The request cannot be read.", bad.Message),
            CustomerContestedException contested => (
                StatusCodes.Status503ServiceUnavailable, contested.Message, "Nothing was changed. Send the same request again."),
            DbException => (
                StatusCodes.Status503ServiceUnavailable,
                "The database does not answer.",
                "Whether the request was carried out is not known. Send it again with the same Idempotency-Key."),
            _ => (StatusCodes.Status500InternalServerError, "This is our mistake.", "It has been logged with the trace id of this answer."),
        };
        httpContext.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = "1";
        }

        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = { Status = status, Title = title, Detail = detail },
        });
    }

    private static string Reading(JsonException json) => json.LineNumber is { } line
        ? FormattableString.Invariant($"{json.Path}, line {line + 1}, byte {json.BytePositionInLine + 1}: {Words(json)}")
        : Words(json);

    // The serializer appends the place to its sentence; it is said once, before it.
    private static string Words(JsonException json) => json.Message.Split(" Path: ")[0];
}
