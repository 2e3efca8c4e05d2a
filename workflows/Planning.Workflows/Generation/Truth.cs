using System.Text.Json.Serialization;
using Planning.Accounts.Wording;

namespace Planning.Workflows.Generation;

/// <summary>Something that was put into a generated portfolio on purpose: a test counts whether the rules find it.</summary>
/// <param name="Object">What it is about beside the customer: a person, a seat, a plan; empty for the customer itself.</param>
/// <param name="Rule">The rule or escalation that is to see it; empty where none does.</param>
public sealed record Truth(TruthKind Kind, string Customer, string Object, string Rule, string Note);

/// <summary>METHOD §8.1's injected truths.</summary>
[JsonConverter(typeof(WordJsonConverter<TruthKind>))]
public enum TruthKind
{
    /// <summary>1 % of the people: will weigh much, hardly knows us, and nobody has touched them.</summary>
    [JsonStringEnumMemberName("ignored_rising_person")]
    IgnoredRisingPerson,

    /// <summary>2 % of the customers: great value, and the strategic match has fallen over eight quarters.</summary>
    [JsonStringEnumMemberName("cash_cow_drift")]
    CashCowDrift,

    /// <summary>1.5 % of the customers: above the next tier's band for as long as the rule asks.</summary>
    [JsonStringEnumMemberName("promotion_due")]
    PromotionDue,

    /// <summary>1.5 % of the customers: below the tier's band for as long as the rule asks.</summary>
    [JsonStringEnumMemberName("demotion_due")]
    DemotionDue,

    /// <summary>0.5 % of the seats: the holder has a conflict in a city where the customer decides.</summary>
    [JsonStringEnumMemberName("conflict_after_assignment")]
    ConflictAfterAssignment,

    /// <summary>3 % of the seats: nobody holds it or acts for it, for too long.</summary>
    [JsonStringEnumMemberName("seat_vacant")]
    SeatVacant,

    /// <summary>2 % of the plans: late in a stage.</summary>
    [JsonStringEnumMemberName("stale_plan")]
    StalePlan,

    /// <summary>1 % of the people: stands twice, spelled otherwise.</summary>
    [JsonStringEnumMemberName("duplicate_person")]
    DuplicatePerson,

    /// <summary>0.2 % of the customers.</summary>
    [JsonStringEnumMemberName("sanctions_hit")]
    SanctionsHit,

    /// <summary>5 % of the customers: less than four fifths of the tier inputs are known.</summary>
    [JsonStringEnumMemberName("inputs_missing")]
    InputsMissing,
}
