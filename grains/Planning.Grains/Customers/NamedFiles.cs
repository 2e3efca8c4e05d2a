using Planning.Accounts.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;

namespace Planning.Grains.Customers;

/// <summary>Looks at the files that a command names: they must be in the vault, and no secret of another customer.</summary>
/// <remarks>A turn is pure and cannot look into the vault; files are never taken out of it, so what is there stays there.</remarks>
internal static class NamedFiles
{
    public static async Task<Answer.Refused?> RefuseAsync(
        IVault? vault, Id<Customer> customer, Message message, CancellationToken cancellationToken)
    {
        if (vault is null || message.Request is not Request.Do asked)
        {
            return null;
        }

        foreach (var file in asked.Command.Files)
        {
            var standing = await vault.StandingAsync(file.Hash, customer, cancellationToken);
            if (Why(file, standing, customer) is var (code, sentence))
            {
                return new Answer.Refused(code, sentence, []);
            }
        }

        return null;
    }

    private static (string Code, string Sentence)? Why(NamedFile file, VaultStanding standing, Id<Customer> customer) => standing switch
    {
        { SecretElsewhere: true } => (
            "secret-elsewhere", $"The file of “{file.Title}” is the secret of another customer; it is never used for {customer}."),
        { UsedElsewhere: true } when file.IsSecret => (
            "used-elsewhere", $"The file of “{file.Title}” is used for other customers already, so it is nobody's secret."),
        { IsHeld: false } => ("file-missing", $"Bring the file of “{file.Title}” first: nobody has kept one with the SHA-256 {file.Hash}."),
        _ => null,
    };
}
