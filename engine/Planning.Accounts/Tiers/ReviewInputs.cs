using System.Collections.Immutable;

namespace Planning.Accounts.Tiers;

/// <summary>What the tier rules were given beside the customer's own history: enough to judge the same again.</summary>
/// <param name="Vendor">Our own figures of the quarter, as they were known then.</param>
/// <param name="Predicates">What went on that postpones moves, in order of the alphabet.</param>
public sealed record ReviewInputs(VendorFigures Vendor, ImmutableArray<string> Predicates);
