using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Organisation;

/// <summary>Something that both companies build (METHOD §5.3, joint value).</summary>
/// <param name="ProductiveOn">Since when the customer uses it in earnest.</param>
public sealed record JointProject(
    Id<JointProject> Id, string Name, DateOnly Since, Id<Employee> OurOwner, DateOnly? ProductiveOn = null, DateOnly? EndedOn = null)
{
    public bool IsAlive(DateOnly today) => Since <= today && !(EndedOn <= today);

    public bool IsProductive(DateOnly today) => IsAlive(today) && ProductiveOn <= today;
}

/// <summary>The customer named us in public as a reason to buy from it.</summary>
public sealed record PublicStatement(Id<PublicStatement> Id, DateOnly On, string Where, string Text);

/// <summary>What the customer earned or saved through us, with proof (METHOD §5.4, the second layer of stickiness).</summary>
/// <param name="AcceptedBy">Who at the customer agreed that it is so.</param>
public sealed record ValueCase(
    Id<ValueCase> Id, string Title, ValueEffect Effect, Money Amount, string Proof, Id<Person>? AcceptedBy = null, DateOnly? AcceptedOn = null);

[JsonConverter(typeof(WordJsonConverter<ValueEffect>))]
public enum ValueEffect
{
    [JsonStringEnumMemberName("revenue")]
    Revenue,
    [JsonStringEnumMemberName("cost")]
    Cost,
}

/// <summary>A strategy that both companies signed (METHOD §5.4, the third layer of stickiness).</summary>
/// <param name="To">Its last day.</param>
public sealed record JointStrategy(Id<JointStrategy> Id, string Title, DateOnly From, DateOnly To, string OurSigner, Id<Person> TheirSigner)
{
    public bool IsInForce(DateOnly today) => From <= today && today <= To;
}
