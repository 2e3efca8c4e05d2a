using Planning.Accounts.Certification;
using Planning.Accounts.Customers;

namespace Planning.Grains.Store;

/// <summary>The bytes of evidence and of customers' documents, found by what is in them, and whose evidence they are.</summary>
public interface IVault
{
    /// <summary>Keeps bytes; the same bytes are kept once, whoever brings them.</summary>
    /// <returns>Their SHA-256, lower-case hexadecimal, once they are on the disk.</returns>
    Task<string> KeepAsync(byte[] bytes, CancellationToken cancellationToken);

    /// <returns>Nothing when nobody brought them.</returns>
    Task<VaultFile?> ReadAsync(string hash, CancellationToken cancellationToken);

    /// <summary>What is known of bytes before a customer uses them.</summary>
    Task<VaultStanding> StandingAsync(string hash, Id<Customer> customer, CancellationToken cancellationToken);

    /// <summary>Every piece of evidence of the company that a customer may see.</summary>
    /// <param name="at">Its own secrets are among them; for nobody, no secret is.</param>
    Task<IReadOnlyList<EvidenceRow>> EvidenceAsync(Id<Customer>? at, CancellationToken cancellationToken);

    /// <summary>Reads every file again.</summary>
    /// <returns>The hashes of those whose bytes are not what they were.</returns>
    Task<IReadOnlyList<string>> TamperedAsync(CancellationToken cancellationToken);
}

/// <param name="IsIntact">They are the bytes that were kept under this hash; false when somebody changed them since (INV-20).</param>
public sealed record VaultFile(byte[] Bytes, bool IsIntact);

/// <param name="IsHeld">The bytes are there.</param>
/// <param name="SecretElsewhere">They are another customer's secret.</param>
/// <param name="UsedElsewhere">They are filed for another customer.</param>
public sealed record VaultStanding(bool IsHeld, bool SecretElsewhere, bool UsedElsewhere);

public sealed record EvidenceRow(string Customer, Evidence Evidence);
