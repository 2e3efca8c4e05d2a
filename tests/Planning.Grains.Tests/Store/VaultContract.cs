using System.Text;
using Planning.Accounts.Certification;
using Planning.Accounts.Teams;
using Planning.Grains.Store;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Store;

/// <summary>What every database must do for files, the index of evidence and the short lists.</summary>
public abstract class VaultContract : StoreContract
{
    private static readonly byte[] Iso = Encoding.UTF8.GetBytes("ISO 9001 of 2026");

    private static readonly Evidence Certificate = new(
        Key<Evidence>("iso"), "ISO 9001", "certificate", "", "SGS", Day("2026-01-15"), Day("2029-01-14"), ["en"],
        Confidentiality.Customers, null, Key<Employee>("anna"), PersonalDataRemoved: true);

    [Fact]
    public async Task the_same_bytes_are_kept_once_and_come_back_as_they_were()
    {
        await using var store = Open();
        var hash = await store.Vault.KeepAsync(Iso, Token);

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Iso)), hash);
        Assert.Equal(hash, await store.Vault.KeepAsync([.. Iso], Token));
        var file = await store.Vault.ReadAsync(hash, Token);
        Assert.Equal((true, Iso.Length), (file!.IsIntact, file.Bytes.Length));
        Assert.Null(await store.Vault.ReadAsync(new string('0', 64), Token));
        Assert.Empty(await store.Vault.TamperedAsync(Token));
    }

    [Fact]
    public async Task they_are_there_when_the_database_is_opened_again()
    {
        string hash;
        await using (var store = Open())
        {
            hash = await store.Vault.KeepAsync(Iso, Token);
        }

        await using var again = Open();
        Assert.Equal(Iso, (await again.Vault.ReadAsync(hash, Token))!.Bytes);
    }

    // Never must happen (B) 8.
    [Fact]
    public async Task a_secret_is_seen_at_its_customer_alone()
    {
        await using var store = Open();
        var hash = await store.Vault.KeepAsync(Iso, Token);
        var secret = Certificate with
        {
            Id = Key<Evidence>("rates"),
            Hash = hash,
            Confidentiality = Confidentiality.Confidential,
            ConfidentialTo = Albion,
        };
        await Commits(store, Turn(Albion, 1) with { Evidence = [secret, Certificate with { Hash = new string('1', 64) }] });

        Assert.Equal(["iso", "rates"], (await store.Vault.EvidenceAsync(Albion, Token)).Select(row => row.Evidence.Id.Value));
        Assert.Equal(["iso"], (await store.Vault.EvidenceAsync(Karst, Token)).Select(row => row.Evidence.Id.Value));
        Assert.Equal(["iso"], (await store.Vault.EvidenceAsync(null, Token)).Select(row => row.Evidence.Id.Value));
        Assert.Equal(new VaultStanding(true, false, false), await store.Vault.StandingAsync(hash, Albion, Token));
        Assert.Equal(new VaultStanding(true, true, true), await store.Vault.StandingAsync(hash, Karst, Token));
        Assert.Equal(new VaultStanding(false, false, true), await store.Vault.StandingAsync(new string('1', 64), Karst, Token));
    }

    [Fact]
    public async Task the_short_list_is_as_new_as_the_answer()
    {
        await using var store = Open();
        var scope = new Scope("core networks", "GB", "Networks");
        var listing = new Listing(scope, QualificationValue.Qualified, Key<Campaign>("core"), Day("2026-05-04"), Day("2029-05-04"));
        await Commits(store, Turn(Albion, 1) with { Row = Row(Albion, "Albion"), Places = [new ShortListPlace(scope, null)] });
        Assert.Equal([new ShortListRow("albion", "Albion", new ShortListPlace(scope, null))], await store.Portfolio.ShortListAsync(Token));

        await Commits(store, Turn(Albion, 2) with { Places = [new ShortListPlace(scope, listing) { ProofUntil = Day("2028-01-14") }] });
        var place = Assert.Single(await store.Portfolio.ShortListAsync(Token)).Place;
        Assert.Equal((listing, true, true), (place.Listing, place.MayBid(Day("2028-01-14")), place.IsAtRisk(Day("2028-01-14"))));
        Assert.False(place.IsAtRisk(Day("2028-01-13")));
    }
}
