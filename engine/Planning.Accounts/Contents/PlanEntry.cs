using System.Text.Json.Serialization;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Contents;

/// <summary>One thing that a plan says: its ambition, an objective, a year, a person to win. Written whole, struck whole.</summary>
/// <remarks>What a customer may see of it stands in <see cref="PlanDisclosure"/>. Names in the journal never change.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "entry")]
[JsonDerivedType(typeof(Ambition), "ambition")]
[JsonDerivedType(typeof(Objective), "objective")]
[JsonDerivedType(typeof(PlanYear), "year")]
[JsonDerivedType(typeof(PlannedAction), "action")]
[JsonDerivedType(typeof(AnalysisItem), "analysis")]
[JsonDerivedType(typeof(WhitespaceCell), "whitespace")]
[JsonDerivedType(typeof(UnitCoverage), "unit-coverage")]
[JsonDerivedType(typeof(KeyPerson), "key-person")]
[JsonDerivedType(typeof(Mechanism), "mechanism")]
[JsonDerivedType(typeof(MessageBrief), "message-brief")]
[JsonDerivedType(typeof(ResourceNeed), "resources")]
public abstract record PlanEntry
{
    /// <summary>Unique in a plan: the kind, and where there are several the name, as <c>objective:o-1</c>.</summary>
    [JsonIgnore]
    public abstract string Key { get; }

    /// <summary>What people call it: “objective o-1”.</summary>
    [JsonIgnore]
    public string Title => Key.Replace(':', ' ');

    /// <summary>What it says, in a line; nothing where the title is enough.</summary>
    [JsonIgnore]
    public virtual string? Gist => null;

    /// <summary>What can be wrong with it as it is given; all mistakes at once.</summary>
    public abstract IEnumerable<FieldMistake> Mistakes(Customer customer, DateOnly today);
}
