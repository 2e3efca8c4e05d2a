using Planning.Accounts.Tiers;

namespace Planning.Workflows.Generation;

/// <summary>The numbers of a customer in a quarter, as METHOD §4.1 names them.</summary>
public readonly record struct Numbers(
    double Revenue,
    double Contribution,
    double PerHead,
    double Potential,
    double Growth,
    double ShareOfWallet,
    double Match,
    double Satisfaction,
    double DsoOverrun,
    double Overdue,
    double Credit,
    double Survival,
    int BusFactor);

/// <summary>METHOD §4.2's scores, and §4.3's table over them, written down a second time: what a generated truth promises is
/// computed here and not by the rule file that is to find it.</summary>
public readonly record struct Scores(double Value, double Potential, double Quality, double Composite)
{
    /// <summary>Quarters in a row after which the rule speaks.</summary>
    public const int CashCowHold = 2;
    public const int PromotionHold = 2;
    public const int DemotionHold = 3;

    public static Scores Of(in Numbers of)
    {
        var value = 100
            * ((0.5 * Part(of.Revenue, 400)) + (0.25 * Math.Min(of.Contribution / 0.30, 1)) + (0.25 * Math.Min(of.PerHead / 2, 1)));
        var potential = 100
            * ((0.60 * Part(of.Potential, 1500)) + (0.25 * Clip((of.Growth + 0.05) / 0.25)) + (0.15 * (1 - of.ShareOfWallet)));
        var pay = (0.6 * Clip(1 - (of.DsoOverrun / 90))) + (0.4 * Clip(1 - (of.Overdue / 0.30)));
        var quality = 100 * ((0.35 * of.Satisfaction / 100) + (0.30 * pay) + (0.20 * of.Credit / 10) + (0.15 * of.Survival));
        return new Scores(value, potential, quality, (0.25 * value) + (0.25 * potential) + (0.30 * of.Match) + (0.20 * quality));
    }

    /// <summary>The way up from a tier is open.</summary>
    /// <param name="by">How far beyond the band: points of the scores, hundredths of the index.</param>
    public bool Rises(Tier from, in Numbers of, double by = 0) => from switch
    {
        Tier.A => Composite >= 75 + by && of.Match >= 75 + by && Potential >= 65 + by && Quality >= 60 + by
            && of.PerHead >= 1.2 + (by / 100) && of.BusFactor >= 2,
        Tier.B => Composite >= 60 + by && of.Match >= 60 + by && Quality >= 50 + by && of.PerHead >= 1.0 + (by / 100),
        Tier.C => Composite >= 45 + by && Potential >= 40 + by && Quality >= 40 + by,
        _ => false,
    };

    /// <summary>The numbers no longer hold a tier.</summary>
    /// <param name="by">How far below the band, in points.</param>
    public bool Falls(Tier from, in Numbers of, double by = 0) => from switch
    {
        Tier.S => Composite < 70 - by || of.Match < 65 - by || Quality < 50 - by,
        Tier.A => Composite < 55 - by || of.Match < 50 - by || Quality < 40 - by,
        Tier.B => Composite < 40 - by || Quality < 35 - by,
        _ => false,
    };

    /// <param name="before">The match two years earlier.</param>
    public bool IsCashCow(in Numbers of, double before) =>
        Value >= 55 && (of.Match < 50 || (of.Match - before <= -20 && of.Match < 55));

    private static double Part(double amount, double reference) => Math.Min(1, Math.Log10(1 + amount) / Math.Log10(1 + reference));

    private static double Clip(double part) => Math.Clamp(part, 0, 1);
}
