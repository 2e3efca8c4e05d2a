using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Planning.Flows.Runtime;

/// <summary>How long is waited before something is tried again. The formulas are those of Polly's retry strategy.</summary>
public sealed record RetryPauses(TimeSpan Delay, BackoffType BackoffType, bool UseJitter = false, TimeSpan? MaxDelay = null)
{
    /// <summary>No pause is longer than that, whatever was asked for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    // Of Polly's "decorrelated jitter": how soon it grows, and the scale that brings the middle first pause to Delay.
    private const double Rise = 4.0;
    private const double Scale = 1 / 1.4;

    /// <summary>1, 2, 4 … seconds, and never more than an hour or so.</summary>
    public static RetryPauses Usual { get; } =
        new(TimeSpan.FromSeconds(1), BackoffType.Exponential, MaxDelay: TimeSpan.FromSeconds(4096));

    /// <param name="retry">Which retry it is, from 1.</param>
    /// <param name="id">What is tried again: chance follows from it, so that the same pauses come out each time.</param>
    public TimeSpan Before(int retry, string id)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retry, 1);
        var longest = MaxDelay is { } limit && limit < Longest ? limit : Longest;
        var times = BackoffType switch
        {
            BackoffType.Constant => Varied(1, retry, id),
            BackoffType.Linear => Varied(retry, retry, id),
            BackoffType.Exponential when UseJitter => (Grown(retry, id) - Grown(retry - 1, id)) * Scale,
            BackoffType.Exponential => Math.Pow(2, retry - 1),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return TimeSpan.FromSeconds(Math.Min(Delay.TotalSeconds * times, longest.TotalSeconds));
    }

    // A quarter more or less.
    private double Varied(double times, int retry, string id) => UseJitter ? times * (0.75 + (Chance(retry, id) / 2)) : times;

    private static double Grown(int retry, string id)
    {
        if (retry == 0)
        {
            return 0;
        }

        var at = retry - 1 + Chance(retry, id);
        return Math.Pow(2, at) * Math.Tanh(Math.Sqrt(Rise * at));
    }

    // From 0 to below 1.
    private static double Chance(int retry, string id) => BinaryPrimitives.ReadUInt32LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{id}:{retry}")))) / (uint.MaxValue + 1.0);
}

/// <summary>How pauses grow from one to the next.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BackoffType>))]
public enum BackoffType
{
    Constant,

    /// <summary>Once the delay, twice, three times …</summary>
    Linear,

    /// <summary>Once the delay, twice, four times …</summary>
    Exponential,
}
