using System.Text.Json.Serialization;

namespace Planning.Workflows.Versions;

/// <summary>Something that somebody did to a version of a rule set. Kept for ever, in order: names never change.</summary>
/// <param name="Actor">Who did it; <see cref="Deed.Shipped"/> for the files that the program comes with.</param>
/// <param name="At">UTC.</param>
/// <param name="Why">What they said about it, if anything.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(Drafted), "drafted")]
[JsonDerivedType(typeof(Shadowed), "shadowed")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(Retired), "retired")]
public abstract record VersionStep(string RuleSet, string Version, string Actor, DateTimeOffset At, string? Why)
{
    /// <summary>What was done, in words for a list.</summary>
    [JsonIgnore]
    public string Sentence => Tell() + (Why is null ? "." : $": {Why}");

    protected abstract string Tell();

    /// <summary>A text became known under this version, and is never changed.</summary>
    /// <param name="Hash">SHA-256 of the text in UTF-8, lower-case hexadecimal.</param>
    public sealed record Drafted(string RuleSet, string Version, string Actor, DateTimeOffset At, string? Why, string Hash)
        : VersionStep(RuleSet, Version, Actor, At, Why)
    {
        protected override string Tell() => $"{Actor} drafted it";
    }

    /// <summary>From now on it judges beside the live version, without effect.</summary>
    public sealed record Shadowed(string RuleSet, string Version, string Actor, DateTimeOffset At, string? Why)
        : VersionStep(RuleSet, Version, Actor, At, Why)
    {
        protected override string Tell() => $"{Actor} put it into shadow";
    }

    /// <summary>It comes into force on a day; the version in force before goes out of force the day before.</summary>
    /// <param name="WithoutShadow">Why it need not judge a quarter in shadow first, where it has not.</param>
    public sealed record Approved(
        string RuleSet, string Version, string Actor, DateTimeOffset At, string? Why, DateOnly From, string? WithoutShadow)
        : VersionStep(RuleSet, Version, Actor, At, Why)
    {
        protected override string Tell() => (From == DateOnly.MinValue
                ? $"{Actor} approved it from the beginning"
                : FormattableString.Invariant($"{Actor} approved it from {From:yyyy-MM-dd}"))
            + (WithoutShadow is null ? "" : $", without a quarter in shadow because {WithoutShadow}");
    }

    /// <summary>It was given up: it judges nobody, and does not come into force.</summary>
    public sealed record Retired(string RuleSet, string Version, string Actor, DateTimeOffset At, string? Why)
        : VersionStep(RuleSet, Version, Actor, At, Why)
    {
        protected override string Tell() => $"{Actor} retired it";
    }
}

/// <summary>Who does something to a version, when, and what they say about it.</summary>
/// <param name="At">UTC.</param>
public sealed record Deed(string Actor, DateTimeOffset At, string? Why = null)
{
    /// <summary>Stands for the files that the program comes with; nobody may act under this name.</summary>
    public const string Shipped = "shipped";

    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);
}
