namespace Planning.Accounts.Plans;

/// <summary>VP: one vendor at the customer, us included (METHOD §0.4).</summary>
/// <param name="Share">Its part of the spend relevant to us, 0 to 1.</param>
public sealed record VendorShare(string Vendor, decimal Share, string? Strengths = null, string? Weaknesses = null);
