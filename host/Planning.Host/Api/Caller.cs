using System.Reflection;

namespace Planning.Host.Api;

/// <summary>Who asks, and the id of the request.</summary>
/// <param name="MessageId">Sent again under the same id, a request gets its first answer and has no further effect.</param>
internal sealed record Caller(string Actor, string MessageId)
{
    public const string ActorHeader = "Planning-Actor";
    public const string MessageHeader = "Idempotency-Key";

    private const int LongestActor = 100;
    private const int LongestMessage = 200;

    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var actor = context.Request.Headers[ActorHeader].ToString();
        if (actor.Length is 0 or > LongestActor || actor.Any(char.IsControl))
        {
            throw new BadHttpRequestException(
                $"Say who asks in the header {ActorHeader}, with 1 to {LongestActor} characters; the history names them.");
        }

        var message = context.Request.Headers[MessageHeader].ToString();
        if (message.Length > LongestMessage || message.Any(c => c is < '!' or > '~'))
        {
            throw new BadHttpRequestException(
                $"The header {MessageHeader} takes up to {LongestMessage} visible ASCII characters without spaces.");
        }

        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        return ValueTask.FromResult<Caller?>(new Caller(
            actor, message.Length > 0 ? $"http:{message}" : $"http:{Guid.CreateVersion7(clock.GetUtcNow())}"));
    }
}
