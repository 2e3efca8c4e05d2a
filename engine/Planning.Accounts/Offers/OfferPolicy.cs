using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Offers;

/// <summary>The floors under offers (METHOD §4.6 G7: they are not waived in the name of the customer).</summary>
/// <param name="MarginFloor">The least contribution ÷ value, −1 to 1.</param>
/// <param name="CashFloor">The least that cash on the way may come to ÷ value, −1 to 1.</param>
/// <param name="WorkingDays">How long each who decides on an exception has.</param>
/// <param name="Approvers">Who decides, one after the other.</param>
/// <param name="StrategicApprovers">The same for a strategic offer.</param>
/// <param name="NoReasons">Texts that say no more than “customer first”, whatever their kind.</param>
public sealed record OfferPolicy(
    decimal MarginFloor,
    decimal CashFloor,
    int WorkingDays,
    ImmutableArray<string> Approvers,
    ImmutableArray<string> StrategicApprovers,
    ImmutableArray<string> NoReasons)
{
    public static OfferPolicy Default { get; } = new(
        MarginFloor: 0.10m,
        CashFloor: -0.25m,
        WorkingDays: 2,
        ["REGION_HEAD"],
        ["REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD"],
        ["customer first", "the customer comes first", "客户第一", "以客户为中心"]);

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        FieldMistake.OutOfRange(nameof(MarginFloor), MarginFloor, -1, 1),
        FieldMistake.OutOfRange(nameof(CashFloor), CashFloor, -1, 1),
        FieldMistake.OutOfRange(nameof(WorkingDays), WorkingDays, 0, 60),
        Approvers is [] ? new FieldMistake(nameof(Approvers), "is empty; name who decides") : null,
        StrategicApprovers is [] ? new FieldMistake(nameof(StrategicApprovers), "is empty; name who decides") : null);

    /// <summary>Whether a reason says more than that the customer comes first.</summary>
    public bool Carries(OfferReason reason) => reason.Kind is not OfferReasonKind.CustomerFirst
        && !NoReasons.Any(none => Letters(none) == Letters(reason.Text));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToUpperInvariant();
}
