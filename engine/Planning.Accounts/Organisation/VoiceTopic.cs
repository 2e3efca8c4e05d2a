using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Organisation;

/// <summary>Something that several of ours may speak about with the customer, and what each of them said (METHOD 003: one voice).</summary>
/// <param name="Sayings">In the order in which we learnt of them.</param>
/// <param name="Settled">How many of them are settled: the customer was told what holds, so they contradict nobody any more.</param>
public sealed record VoiceTopic(Id<VoiceTopic> Id, ImmutableArray<Saying> Sayings, int Settled = 0)
{
    public Brief? Brief { get; init; }

    /// <summary>What we say in the name of the company today, and who said it; more than one is a conflict.</summary>
    /// <param name="since">Sayings from before that day are forgotten.</param>
    public IReadOnlyList<Position> Positions(DateOnly since, DateOnly today)
    {
        var brief = Brief is { } written && written.ValidTo >= today ? new[] { (written.Position, Who: "the brief") } : [];
        return
        [
            .. brief.Concat(Sayings.Skip(Settled).Where(saying => saying.On >= since).Select(saying => (saying.Position, Who: saying.By.Value)))
                .GroupBy(said => said.Position.Trim(), StringComparer.OrdinalIgnoreCase)
                .Select(same => new Position(same.Key, [.. same.Select(said => said.Who).Distinct()])),
        ];
    }

    /// <returns>Whether anybody spoke about it, so that it could be checked.</returns>
    public bool IsChecked(DateOnly since) => Sayings.Any(saying => saying.On >= since);

    public bool Equals(VoiceTopic? other) => other is not null
        && (Id, Settled, Brief) == (other.Id, other.Settled, other.Brief) && Sayings.AsSpan().SequenceEqual(other.Sayings.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, Sayings.Length);
}

/// <summary>What everybody of ours says about it.</summary>
/// <param name="Position">In few words; two texts that differ are two positions.</param>
/// <param name="ValidTo">Its last day.</param>
public sealed record Brief(string Position, DateOnly ValidTo, Id<Employee> Owner, string Audience);

/// <summary>Something that one of ours said to the customer.</summary>
/// <param name="Position">In few words, as a <see cref="Brief"/> has it.</param>
public sealed record Saying(string Position, Id<Employee> By, DateOnly On, HeardFrom From);

/// <param name="Who">Whoever holds it: employees, or the brief.</param>
public sealed record Position(string Text, ImmutableArray<string> Who)
{
    [JsonIgnore]
    public string Sentence => $"“{Text}” say {string.Join(", ", Who)}";

    public bool Equals(Position? other) =>
        other is not null && Text == other.Text && Who.AsSpan().SequenceEqual(other.Who.AsSpan());

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}

[JsonConverter(typeof(WordJsonConverter<HeardFrom>))]
public enum HeardFrom
{
    /// <summary>Whoever said it wrote it down.</summary>
    [JsonStringEnumMemberName("ourselves")]
    Ourselves,

    /// <summary>The customer told us that it was said.</summary>
    [JsonStringEnumMemberName("customer")]
    Customer,

    [JsonStringEnumMemberName("commitment")]
    Commitment,
}
