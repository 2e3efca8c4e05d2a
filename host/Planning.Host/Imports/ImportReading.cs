using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Host.Imports;

/// <summary>What was found in the files of an import: the good rows as what they mean, and every mistake.</summary>
/// <param name="Vendor">Nothing without a sound vendor.json.</param>
/// <param name="Acts">What people did before, in the order of files and lines.</param>
/// <param name="Files">Of evidence; they are in the vault before an act names them.</param>
/// <param name="Mistakes">In the order of files and rows; a row that is named here is not among the good ones.</param>
/// <param name="Unlisted">How many mistakes there are beyond the listed 10,000; a file of nonsense must not fill the
/// memory.</param>
/// <param name="Warnings">What was passed over without harm: a column or file nobody reads.</param>
internal sealed record ImportReading(
    VendorImport? Vendor,
    IReadOnlyList<Employee> Employees,
    IReadOnlyList<CustomerImport> Customers,
    IReadOnlyList<ImportedAct> Acts,
    IReadOnlyList<byte[]> Files,
    IReadOnlyList<ImportMistake> Mistakes,
    long Unlisted,
    IReadOnlyList<ImportMistake> Warnings);

/// <summary>Who we are and our own figures.</summary>
/// <param name="ReportingCurrency">ISO 4217, three capital letters.</param>
internal sealed record VendorImport(string Name, string ReportingCurrency, IReadOnlyList<VendorFigures> Figures);
