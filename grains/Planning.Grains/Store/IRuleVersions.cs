using Planning.Accounts.Calendars;
using Planning.Workflows.Versions;

namespace Planning.Grains.Store;

/// <summary>Every version of every rule set, and what was done to it.</summary>
public interface IRuleVersions
{
    Task<KnownRuleSets> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Makes steps durable, with the text of a version that becomes known by them.</summary>
    /// <param name="revision">The revision they were decided on.</param>
    /// <returns>False when somebody took another step meanwhile; nothing was changed then. Read and decide again.</returns>
    Task<bool> AppendAsync(
        long revision, IReadOnlyList<VersionStep> steps, RuleText? text, CancellationToken cancellationToken);

    /// <returns>The quarters of which a version in shadow has reviewed somebody.</returns>
    /// <param name="rules">Name and version of the rule set.</param>
    Task<IReadOnlyList<Quarter>> ShadowQuartersAsync(string rules, CancellationToken cancellationToken);

    /// <returns>Where a version in shadow would have led customers, by quarter and customer.</returns>
    /// <param name="rules">Name and version of the rule set.</param>
    Task<IReadOnlyList<ShadowRow>> ShadowReviewsAsync(string rules, CancellationToken cancellationToken);
}

/// <summary>Where a version in shadow would have led a customer, beside the version in force.</summary>
/// <param name="Rules">The version in shadow.</param>
/// <param name="Period">The reviewed quarter.</param>
/// <param name="Place">Where the customer stood: tier, lane and posture.</param>
/// <param name="Because">The rules that ask for the moves, in words; nothing without a move.</param>
public sealed record ShadowRow(
    string Rules, string Period, string Customer, string Place, string Live, string Shadow, string? Because);
