using System.Security.Cryptography;
using System.Text;
using Planning.Accounts.Certification;
using Planning.Accounts.Teams;

namespace Planning.Host.Imports;

/// <summary>evidence.csv: a row is a piece of evidence whose file is a text. The bytes of the text are kept.</summary>
internal static class EvidenceRows
{
    public static IReadOnlyList<string> Columns { get; } =
        ["customer", "evidence", "title", "type", "issuer", "issued_on", "languages", "confidentiality", "owner", "filed_on", "text"];

    public static IReadOnlyList<string> Optional { get; } = ["valid_to", "scheme", "criteria"];

    public static void Take(Row row, Intake intake)
    {
        var draft = intake.Customer(row, "customer");
        var owner = row.Key<Employee>("owner");
        intake.RequireEmployee(row, "owner", owner);
        var bytes = Encoding.UTF8.GetBytes(row.Text("text"));
        var kind = row.Word<Confidentiality>("confidentiality");
        var evidence = new Evidence(
            row.Key<Evidence>("evidence"),
            row.Text("title"),
            row.Text("type"),
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            row.Text("issuer"),
            row.Day("issued_on"),
            row.DayOrNothing("valid_to"),
            [.. row.List("languages")],
            kind,
            kind is Confidentiality.Confidential ? draft?.Id : null,
            owner,
            PersonalDataRemoved: true);
        var (scheme, criteria, filed) = (row.KeyOrNothing<Scheme>("scheme"), row.Keys<Criterion>("criteria"), row.Day("filed_on"));
        if (draft is null || !row.IsSound)
        {
            return;
        }

        intake.Files.Add(bytes);
        PastActs.Add(row.Source, draft.Id, filed, owner.Value, new FileEvidence(evidence)
        {
            Proves = scheme is { } of && criteria.Count > 0 ? [new ProvenCriteria(of, [.. criteria])] : [],
        }, intake);
    }
}
