using System.Text.Json.Serialization;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Coverage;

/// <summary>One measure of coverage on a day.</summary>
/// <param name="Name">METHOD §5's name in words.</param>
/// <param name="Value">Nothing for unknown, which is never held against anybody.</param>
/// <param name="Target">Nothing where the level asks for none.</param>
/// <param name="Wants">Whether the target is the least or the most.</param>
/// <param name="Because">What it is made of, for a person.</param>
public sealed record Measure(string Name, decimal? Value, decimal? Target, Wish Wants, string Because)
{
    /// <summary>Nothing while the value is unknown or nothing is asked for.</summary>
    public bool? Met => Value is { } value && Target is { } target
        ? Wants is Wish.AtLeast ? value >= target : value <= target
        : null;

    [JsonIgnore]
    public string Sentence => FormattableString.Invariant(
        $"{Name} {(Value is { } value ? $"{value:0.##}" : "unknown")}{Asked}: {Because}");

    private string Asked => (Target, Met) switch
    {
        (null, _) => "",
        ({ } target, false) => FormattableString.Invariant($" ({(Wants is Wish.AtLeast ? "at least" : "at most")} {target:0.##} is wanted)"),
        ({ } target, _) => FormattableString.Invariant($" (target {target:0.##})"),
    };
}

[JsonConverter(typeof(WordJsonConverter<Wish>))]
public enum Wish
{
    [JsonStringEnumMemberName("at_least")]
    AtLeast,
    [JsonStringEnumMemberName("at_most")]
    AtMost,
}
