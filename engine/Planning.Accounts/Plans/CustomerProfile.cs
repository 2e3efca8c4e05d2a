using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Plans;

/// <summary>CP: what we know of the customer's world, section by section (METHOD §2.1).</summary>
public sealed record CustomerProfile(ImmutableSortedDictionary<ProfileTopic, ProfileSection> Sections)
{
    public static CustomerProfile Empty { get; } =
        new(ImmutableSortedDictionary<ProfileTopic, ProfileSection>.Empty);

    [JsonIgnore]
    public IEnumerable<InsightSource> Sources => Sections.Values.SelectMany(section => section.Sources).Distinct();
}

/// <summary>One section of the profile with the sources it rests on.</summary>
/// <param name="DatedOn">The day the section was true.</param>
public sealed record ProfileSection(
    ProfileTopic Topic, string Text, DateOnly DatedOn, ImmutableArray<InsightSource> Sources)
{
    public bool Equals(ProfileSection? other) => other is not null
        && (Topic, Text, DatedOn) == (other.Topic, other.Text, other.DatedOn)
        && Sources.AsSpan().SequenceEqual(other.Sources.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Topic, DatedOn);
}

/// <summary>Where an insight comes from. Confidential rival or tender data has no class on purpose (INV-28).</summary>
/// <param name="Public">Anybody could read it; 80 % of what is needed is public (METHOD §1).</param>
public sealed record InsightSource(SourceClass Class, string Title, bool Public);

[JsonConverter(typeof(WordJsonConverter<ProfileTopic>))]
public enum ProfileTopic
{
    [JsonStringEnumMemberName("macro")]
    Macro,
    [JsonStringEnumMemberName("industry")]
    Industry,
    [JsonStringEnumMemberName("competition")]
    Competition,
    [JsonStringEnumMemberName("strategy")]
    Strategy,
    [JsonStringEnumMemberName("pains")]
    Pains,
}

[JsonConverter(typeof(WordJsonConverter<SourceClass>))]
public enum SourceClass
{
    [JsonStringEnumMemberName("annual_report")]
    AnnualReport,
    [JsonStringEnumMemberName("analyst")]
    Analyst,
    [JsonStringEnumMemberName("regulator")]
    Regulator,
    [JsonStringEnumMemberName("press")]
    Press,
    [JsonStringEnumMemberName("meeting")]
    Meeting,
    [JsonStringEnumMemberName("partner")]
    Partner,
    [JsonStringEnumMemberName("other")]
    Other,
}
