using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Wording;

namespace Planning.Workflows.Versions;

/// <summary>One version of a rule set: an immutable text, and what was done to it.</summary>
/// <param name="Hash">SHA-256 of the text in UTF-8, lower-case hexadecimal.</param>
/// <param name="Steps">Who moved it when and why, in order.</param>
public sealed record RuleSetVersion(string RuleSet, string Version, string Hash, ImmutableArray<VersionStep> Steps)
{
    public string Author => Steps[0].Actor;

    public DateTimeOffset CreatedAt => Steps[0].At;

    /// <summary>As decisions name it: <c>tiering 2026.1</c>.</summary>
    public string Label => $"{RuleSet} {Version}";

    /// <summary>Whether it judges in shadow, as far as its steps say.</summary>
    public bool InShadow => Steps[^1] is VersionStep.Shadowed;

    /// <summary>The day it last went into shadow; nothing when it never did.</summary>
    public DateOnly? ShadowedOn => Steps.LastOrDefault(step => step is VersionStep.Shadowed) is { } step
        ? DateOnly.FromDateTime(step.At.UtcDateTime)
        : null;
}

/// <summary>Where a version stands on some day.</summary>
[JsonConverter(typeof(WordJsonConverter<VersionStage>))]
public enum VersionStage
{
    /// <summary>A text that judges nobody.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    /// <summary>It judges beside the live version, without effect.</summary>
    [JsonStringEnumMemberName("shadow")]
    Shadow,

    /// <summary>In force, or approved to come into force.</summary>
    [JsonStringEnumMemberName("live")]
    Live,

    /// <summary>Out of force again, or given up before.</summary>
    [JsonStringEnumMemberName("retired")]
    Retired,
}

/// <summary>A time in which a version is in force.</summary>
/// <param name="From">The first day; <see cref="DateOnly.MinValue"/> for the beginning of time.</param>
/// <param name="To">The last day; nothing as long as no other version follows.</param>
public sealed record InForce(string Version, DateOnly From, DateOnly? To);
