namespace Planning.Flows.Runtime;

/// <summary>How often, and after which pauses, what failed in passing is tried again. Activities name it by its id.</summary>
/// <remarks>Words and usual values are those of Elsa's strategy for HTTP; MaxDelay is Polly's.</remarks>
public sealed record RetryStrategy
{
    public const int MostRetries = 1_000;

    public required string Id { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>The first try does not count; 1 to <see cref="MostRetries"/>.</summary>
    public int MaxRetryAttempts { get; init; } = 3;

    /// <summary>What the pauses are made of; no longer than a day.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    public BackoffType BackoffType { get; init; } = BackoffType.Exponential;

    /// <summary>Pauses differ from request to request, so that those that failed together do not come back together.</summary>
    public bool UseJitter { get; init; }

    /// <summary>No pause is longer; null for a day.</summary>
    public TimeSpan? MaxDelay { get; init; }

    internal RetryPauses Pauses => new(Delay, BackoffType, UseJitter, MaxDelay);

    /// <summary>What its author must mend: the member, and a sentence.</summary>
    public IEnumerable<(string Member, string Message)> Mistakes()
    {
        if (string.IsNullOrWhiteSpace(Id))
        {
            yield return (nameof(Id), "The strategy has no id. Give it one, for activities to name it by.");
        }

        if (MaxRetryAttempts is < 1 or > MostRetries)
        {
            yield return (nameof(MaxRetryAttempts), FormattableString.Invariant(
                $"A strategy tries again 1 to {MostRetries} times, not {MaxRetryAttempts}."));
        }

        if (Delay < TimeSpan.Zero || Delay > RetryPauses.Longest)
        {
            yield return (nameof(Delay), $"A pause is between nothing and a day long, not {Delay}.");
        }

        if (MaxDelay < TimeSpan.Zero || MaxDelay > RetryPauses.Longest)
        {
            yield return (nameof(MaxDelay), $"A pause is between nothing and a day long, not {MaxDelay}.");
        }
    }
}
