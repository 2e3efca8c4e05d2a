using System.Data.Common;
using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Planning.Grains.Customers;

namespace Planning.Host.Errors;

/// <summary>The one place where a fault becomes an HTTP answer (RFC 9457), and a line in the log when it is not the asker's.</summary>
internal sealed partial class FaultHandler(ILogger<FaultHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, title, detail) = exception switch
        {
            BadHttpRequestException bad => (bad.StatusCode, "The request cannot be read.", ReadingMistake.Of(bad)),
            CustomerContestedException contested => (
                StatusCodes.Status503ServiceUnavailable, contested.Message, "Nothing was changed. Send the same request again."),
            DbException => (
                StatusCodes.Status503ServiceUnavailable,
                "The database does not answer.",
                "Whether the request was carried out is not known. Send it again with the same Idempotency-Key."),
            _ => (StatusCodes.Status500InternalServerError, "This is our mistake.", "It has been logged with the trace id of this answer."),
        };
        if (exception is not BadHttpRequestException)
        {
            LogFault(logger, exception, status, Activity.Current?.Id ?? httpContext.TraceIdentifier);
        }

        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = "1";
        }

        // Whatever the asker accepts: a problem in a form it did not ask for says more than an empty answer.
        await TypedResults.Problem(detail, statusCode: status, title: title).ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A request failed with status {Status}; trace {Trace}.")]
    private static partial void LogFault(ILogger logger, Exception fault, int status, string trace);
}
