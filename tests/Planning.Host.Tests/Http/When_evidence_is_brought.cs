using System.Net;
using Microsoft.Data.Sqlite;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

/// <summary>Files are kept once, shown where they belong, and looked at again before anybody relies on them.</summary>
public sealed class When_evidence_is_brought(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Helvia = "/api/customers/helvia";

    private CampaignWalk Walk => new(Api);

    [Fact]
    public async Task it_comes_back_byte_for_byte_once_it_is_filed()
    {
        var hash = await Walk.Bring("ISO 9001 certificate");
        Assert.Equal(hash, await Walk.Bring("ISO 9001 certificate"));
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync($"{CampaignWalk.Customer}/files/{hash}")).Status);

        await Walk.Do("e-nwe-07", "file-evidence", CampaignWalk.Evidence("iso", hash));
        var file = await Api.GetAsync($"{CampaignWalk.Customer}/files/{hash}");
        Assert.Equal((HttpStatusCode.OK, "ISO 9001 certificate"), (file.Status, file.Text));
    }

    [Fact]
    public async Task evidence_without_a_file_and_a_decision_without_a_letter_are_refused()
    {
        var nowhere = new string('0', 64);
        (await Walk.Ask("e-nwe-07", "file-evidence", CampaignWalk.Evidence("iso", nowhere))).WasRefused(
            "file-missing", $"Bring the file of “ISO 9001 certificate” first: nobody has kept one with the SHA-256 {nowhere}.");
        await Walk.Target();
        (await Walk.Ask("e-nwe-02", "record-decision", CampaignWalk.Decision(nowhere))).WasRefused(
            "file-missing", $"Bring the file of “Letter of qualification” first: nobody has kept one with the SHA-256 {nowhere}.");
    }

    [Fact]
    public async Task an_empty_file_or_one_beyond_the_limit_is_not_kept()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await Bring([])).Status);
        (await Bring(new byte[25_000_001])).IsProblem(HttpStatusCode.RequestEntityTooLarge, "A file of evidence has 25 MB at the most.");
    }

    [Fact]
    public async Task what_is_no_secret_is_used_again_at_another_customer()
    {
        var hash = await Walk.Bring("ISO 9001 certificate");
        await Walk.Do("e-nwe-07", "file-evidence", CampaignWalk.Evidence("iso-again", hash));
        var known = (await Api.GetAsync("/api/evidence?customer=helvia&text=iso%209001")).WasDone().Items
            .Single(row => row["evidence"]!["id"]!.GetValue<string>() == "iso-again");

        (await Api.PostAsync($"{Helvia}/commands/file-evidence", $$"""{ "evidence": {{known["evidence"]!.ToJsonString()}} }""")).WasDone();
        Assert.Equal("ISO 9001 certificate", (await Api.GetAsync($"{Helvia}/files/{hash}")).Text);
    }

    // Never must happen (B) 8: evidence of one customer shown to another although confidential.
    [Fact]
    public async Task a_secret_of_one_customer_is_neither_seen_nor_used_at_another_whatever_it_is_called_there()
    {
        var hash = await Walk.Bring("Dragonfly's own rates");
        await Walk.Do("e-nwe-07", "file-evidence", CampaignWalk.Evidence("rates", hash, "confidential", "\"dragonfly\""));

        Assert.DoesNotContain(
            (await Api.GetAsync("/api/evidence?customer=helvia")).WasDone().Items, row => row["evidence"]!["hash"]!.GetValue<string>() == hash);
        Assert.DoesNotContain(
            (await Api.GetAsync("/api/evidence")).WasDone().Items, row => row["evidence"]!["hash"]!.GetValue<string>() == hash);
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync($"{Helvia}/files/{hash}")).Status);
        var again = await Walk.Bring("Dragonfly's own rates", Helvia);
        (await Api.PostAsync($"{Helvia}/commands/file-evidence", CampaignWalk.Evidence("mine", again))).WasRefused(
            "secret-elsewhere", "The file of “ISO 9001 certificate” is the secret of another customer; it is never used for helvia.");
        (await Api.PostAsync($"{Helvia}/commands/file-evidence", CampaignWalk.Evidence("mine", again, "confidential", "\"dragonfly\""))).WasRefused(
            "secret-elsewhere", "The file of “ISO 9001 certificate” is the secret of another customer; it is never used for helvia.");
    }

    [Fact]
    public async Task what_others_use_already_is_nobodys_secret()
    {
        var hash = await Walk.Bring("A common brochure");
        await Walk.Do("e-nwe-07", "file-evidence", CampaignWalk.Evidence("brochure", hash));

        (await Api.PostAsync($"{Helvia}/commands/file-evidence", CampaignWalk.Evidence("mine", hash, "confidential", "\"helvia\""))).WasRefused(
            "used-elsewhere", "The file of “ISO 9001 certificate” is used for other customers already, so it is nobody's secret.");
    }

    // INV-20, never must happen (B) 1: what was handed in is frozen by its hash.
    [Fact]
    public async Task INV_20_bytes_that_were_changed_after_they_were_handed_in_are_found()
    {
        await Walk.Target();
        await Walk.GoAndCharter();
        await Walk.Assess();
        var hash = await Walk.Bring("ISO 9001 certificate of SGS");
        await Walk.Prove(hash);
        await Walk.Pass("B5");
        await Walk.Pass("B4");
        await Walk.MockAndSubmit();
        Assert.Equal(["intact"], await Submitted());

        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "planning.db")};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var change = connection.CreateCommand();
            change.CommandText = $"UPDATE vault_files SET bytes = CAST('ISO 9001 certificate of TGS' AS BLOB) WHERE hash = '{hash}'";
            Assert.Equal(1, await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(["tampered"], await Submitted());
        (await Api.GetAsync($"{CampaignWalk.Customer}/files/{hash}")).IsProblem(
            HttpStatusCode.InternalServerError, $"The file {hash} is not what was kept: somebody changed its bytes (INV-20).");
    }

    private async Task<IReadOnlyList<string>> Submitted() =>
    [
        .. (await Api.GetAsync($"{CampaignWalk.Customer}/campaigns/core/submission")).WasDone().Items
            .Select(piece => piece["file"]!.GetValue<string>()),
    ];

    private async Task<HttpAnswer> Bring(byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{CampaignWalk.Customer}/files") { Content = new ByteArrayContent(bytes) };
        request.Headers.TryAddWithoutValidation("Planning-Actor", "e-nwe-02");
        return await Api.SendAsync(request);
    }
}
