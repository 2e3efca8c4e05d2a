using Planning.Accounts.Customers;

namespace Planning.Staffing.Problem;

/// <summary>What counts how much when seats are filled; the defaults are METHOD §3.3's objective, which is minimised.</summary>
/// <param name="Unfilled">For an empty seat, times the tier's priority: 8, 4, 2, 1 for S, A, B, C.</param>
/// <param name="NoBackup">For a seat of S or A that nobody backs, times the same.</param>
/// <param name="Change">For a holder who is replaced.</param>
/// <param name="Overload">For each full-time equivalent above <paramref name="WarnLoad"/>.</param>
/// <param name="Imbalance">For each part of the capacity by which somebody is busier or freer than others of the job and region.</param>
/// <param name="Travel">For somebody from another region.</param>
/// <param name="TenureRisk">For a holder who stays to the end of the time allowed, and less the sooner it is.</param>
/// <param name="BackupShare">How much of its fit a backup counts.</param>
public sealed record StaffingTerms(
    decimal Unfilled = 1000,
    decimal NoBackup = 100,
    decimal Domain = 3,
    decimal Industry = 2,
    decimal NativeLanguage = 1,
    decimal LevelSurplus = 0.5m,
    decimal KeptTie = 1,
    decimal Change = 8,
    decimal Overload = 5,
    decimal WarnLoad = 0.9m,
    decimal Imbalance = 3,
    decimal Travel = 1,
    decimal TenureRisk = 4,
    decimal BackupShare = 0.25m)
{
    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
    [
        .. new (string Name, decimal Value)[]
        {
            (nameof(Unfilled), Unfilled), (nameof(NoBackup), NoBackup), (nameof(Domain), Domain), (nameof(Industry), Industry),
            (nameof(NativeLanguage), NativeLanguage), (nameof(LevelSurplus), LevelSurplus), (nameof(KeptTie), KeptTie),
            (nameof(Change), Change), (nameof(Overload), Overload), (nameof(Imbalance), Imbalance), (nameof(Travel), Travel),
            (nameof(TenureRisk), TenureRisk),
        }.Select(term => FieldMistake.OutOfRange(term.Name, term.Value, 0, 1_000_000)),
        FieldMistake.OutOfRange(nameof(WarnLoad), WarnLoad, 0, 1),
        FieldMistake.OutOfRange(nameof(BackupShare), BackupShare, 0, 1),
    ]);
}
