using System.Text;
using System.Text.Json.Nodes;

namespace Planning.Host.Tests.Support;

/// <summary>A campaign for Dragonfly's short list as people lead it over HTTP, all on one day.</summary>
internal sealed class CampaignWalk(ApiClient api)
{
    public const string Customer = "/api/customers/dragonfly";
    public const string Scope = """{ "category": "core networks", "region": "CN", "unit": "Networks" }""";

    private const string Manager = "e-nwe-02";

    public async Task<HttpAnswer> Ask(string actor, string kind, string body) =>
        await api.PostAsync($"{Customer}/commands/{kind}", body, actor: actor);

    public async Task Do(string actor, string kind, string body) => (await Ask(actor, kind, body)).WasDone();

    public async Task Pass(string stage) => await Do(Manager, "advance-campaign", $$"""{ "campaign": "core", "stage": "{{stage}}" }""");

    /// <returns>What the gate of a stage lacks.</returns>
    public async Task<IReadOnlyList<string>> Lacks(string stage) =>
        (await Ask(Manager, "advance-campaign", $$"""{ "campaign": "core", "stage": "{{stage}}" }""")).Missing;

    /// <returns>The hash of the file.</returns>
    public async Task<string> Bring(string text, string customer = Customer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{customer}/files")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)),
        };
        request.Headers.TryAddWithoutValidation("Planning-Actor", Manager);
        return (await api.SendAsync(request)).WasDone().Body!["hash"]!.GetValue<string>();
    }

    public async Task<JsonNode> Campaign() =>
        (await api.GetAsync($"{Customer}/certification")).WasDone().Body!["campaigns"]![0]!;

    public async Task<string> Status() => (await Campaign())["status"]!.GetValue<string>();

    public async Task Target()
    {
        await Do(Manager, "register-scheme", $$"""
            { "scheme": { "id": "core", "title": "Supplier qualification", "ruleBook": "4.1", "scope": {{Scope}}, "auditDays": 2,
              "criteria": [
                { "id": "cr3-01", "domain": "Cr3", "text": "A quality system", "evidenceTypes": ["certificate"] },
                { "id": "cr4-01", "domain": "Cr4", "text": "References", "evidenceTypes": [] }] } }
            """);
        await Do(Manager, "open-campaign", """{ "id": "core", "title": "Core networks", "scheme": "core" }""");
    }

    public async Task GoAndCharter()
    {
        await Do(Manager, "ask-campaign-go", """
            { "campaign": "core", "value": "40 M EUR", "deciders": "the CTO", "recommendation": "go" }
            """);
        await Do("e-cee-01", "decide-approval", """
            { "subject": "campaign-go:core", "role": "STRATEGIC_CUSTOMER_BOARD", "granted": true }
            """);
        await Pass("B0");
        await Do(Manager, "charter-campaign", """
            { "campaign": "core", "sponsor": "e-nwe-03", "sponsorSeat": "CHAIR", "manager": "e-nwe-02",
              "owners": [{ "domain": "Cr3", "employee": "e-nwe-07" }, { "domain": "Cr4", "employee": "e-nwe-09" }],
              "budget": "2.4 M EUR", "budgetMonths": 24, "plannedAuditOn": "2027-06-01", "warRoom": ["2026-11-02"] }
            """);
        await Pass("B1");
        await Do(Manager, "note-registration", """
            { "campaign": "core", "confirmedOn": "2026-10-05", "reference": "portal entry 771" }
            """);
        await Pass("B2");
    }

    public async Task Assess(decimal quality = 4.5m)
    {
        foreach (var who in new[] { "e-nwe-07", "e-nwe-09" })
        {
            await Do(who, "score-criterion", $$"""
                { "campaign": "core", "criterion": "cr3-01", "score": {{quality}}, "justification": "Looked at the files", "proof": "File 7" }
                """);
            await Do(who, "score-criterion", """
                { "campaign": "core", "criterion": "cr4-01", "score": 4.5, "justification": "Asked the customers", "proof": "File 8" }
                """);
        }

        await Do("e-cee-02", "calibrate-scores", """{ "campaign": "core", "scores": [], "comment": "as the last audit said" }""");
        await Pass("B3");
    }

    public async Task Prove(string hash)
    {
        await Do("e-nwe-07", "file-evidence", Evidence("iso-9001", hash));
        await Do("e-nwe-07", "link-evidence", """{ "evidence": "iso-9001", "scheme": "core", "criteria": ["cr3-01", "cr4-01"] }""");
    }

    public async Task MockAndSubmit()
    {
        await Do(Manager, "plan-audit", """
            { "campaign": "core", "id": "mock", "kind": "mock", "from": "2026-10-05", "to": "2026-10-06", "auditors": ["Audit House"] }
            """);
        await Do(Manager, "report-audit", """{ "campaign": "core", "id": "mock", "on": "2026-10-05", "reference": "report 1", "score": 78 }""");
        await Pass("B6");
        await Do(Manager, "submit-campaign", """{ "campaign": "core", "evidence": [] }""");
        await Do(Manager, "note-submission-accepted", """{ "campaign": "core", "on": "2026-10-05", "reference": "mail 1" }""");
        await Pass("B7");
    }

    public async Task AuditAndCorrect()
    {
        await Do(Manager, "plan-audit", """
            { "campaign": "core", "id": "site", "kind": "on_site", "from": "2026-10-05", "to": "2026-10-06", "auditors": ["Dragonfly Quality"] }
            """);
        await Do(Manager, "note-finding", """
            { "campaign": "core", "id": "f-1", "round": "site", "class": "major", "text": "No supplier audits", "notedOn": "2026-10-05" }
            """);
        await Do(Manager, "report-audit", """{ "campaign": "core", "id": "site", "on": "2026-10-05", "reference": "report 2" }""");
        await Pass("B8");
        await Do(Manager, "assign-finding", """{ "campaign": "core", "id": "f-1", "owner": "e-nwe-09", "due": "2026-10-30" }""");
        await Do("e-nwe-09", "plan-correction", """
            { "campaign": "core", "id": "f-1", "containment": "no new orders", "rootCause": "no plan", "fix": "a yearly plan" }
            """);
        await Do("e-nwe-09", "fix-finding", """{ "campaign": "core", "id": "f-1", "proof": "12 audits" }""");
        await Do("e-cee-02", "close-finding", """
            { "campaign": "core", "id": "f-1", "mended": true, "reason": "seen", "reference": "letter 4" }
            """);
        await Pass("B9");
    }

    /// <summary>From the target to the customer's desk, with a decision awaited.</summary>
    public async Task ToTheDecision()
    {
        await Target();
        await GoAndCharter();
        await Assess();
        await Prove(await Bring("ISO 9001 certificate of SGS"));
        await Pass("B5");
        await Pass("B4");
        await MockAndSubmit();
        await AuditAndCorrect();
    }

    public static string Decision(string hash) => $$"""
        { "campaign": "core", "value": "qualified", "on": "2026-10-05", "conditions": [], "validTo": "2029-10-04",
          "document": { "title": "Letter of qualification", "hash": "{{hash}}", "issuer": "Dragonfly Procurement", "issuedOn": "2026-10-05" } }
        """;

    public static string Evidence(string id, string hash, string confidentiality = "customers", string to = "null", bool clean = true) => $$"""
        { "evidence": { "id": "{{id}}", "title": "ISO 9001 certificate", "type": "certificate", "hash": "{{hash}}", "issuer": "SGS",
          "issuedOn": "2026-01-15", "validTo": "2029-01-14", "languages": ["en"], "confidentiality": "{{confidentiality}}",
          "confidentialTo": {{to}}, "owner": "e-nwe-07", "personalDataRemoved": {{(clean ? "true" : "false")}} } }
        """;
}
