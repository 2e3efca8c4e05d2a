using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

/// <summary>METHOD §3.2 from the target to the short list, with the shipped workflow, as people of ours do it.</summary>
public sealed class When_a_campaign_leads_to_the_short_list(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Bid = $$"""{ "id": "b-1", "scope": {{CampaignWalk.Scope}}, "title": "Core 2027" }""";

    private CampaignWalk Walk => new(Api);

    [Fact]
    public async Task every_phase_is_passed_and_the_customers_letter_puts_us_on_the_list()
    {
        await Walk.Target();
        Assert.Equal("TARGETED", await Walk.Status());
        await Walk.GoAndCharter();
        Assert.Equal("REGISTERED", await Walk.Status());
        Assert.Equal(
            [
                "Every criterion needs a mark; 2 have none.",
                "The quality department has to stand for every mark; 2 are not calibrated.",
            ],
            await Walk.Lacks("B3"));
        await Walk.Assess();
        Assert.Equal("SELF_ASSESSED", await Walk.Status());
        Assert.Equal(2, (await Walk.Lacks("B5")).Count);
        await Walk.Prove(await Walk.Bring("ISO 9001 certificate of SGS"));
        await Walk.Pass("B5");
        await Walk.Pass("B4");
        Assert.Equal("READY", await Walk.Status());
        await Walk.MockAndSubmit();
        Assert.Equal("AUDITING", await Walk.Status());
        await Walk.AuditAndCorrect();
        Assert.Equal("DECISION_PENDING", await Walk.Status());
        Assert.Equal("pass", (await Walk.Campaign())["ownScore"]!["outlook"]!.GetValue<string>());
        await Refused("link-bid", Bid, "scope-not-listed");

        await Walk.Do("e-nwe-02", "record-decision", CampaignWalk.Decision(await Walk.Bring("You are qualified.")));
        await Walk.Pass("B10");
        Assert.Equal("QUALIFIED", await Walk.Status());
        Assert.Equal(
            [
                "No quotation was asked for: after 12 months the board reviews what the place brings.",
                "Nobody has written down what the campaign taught us.",
                "The bid desk does not know yet that the scope is listed.",
            ],
            (await Walk.Lacks("B11")).Order(StringComparer.Ordinal));
        await Walk.Do("e-nwe-05", "inform-bid-desk", $$"""{ "scope": {{CampaignWalk.Scope}} }""");
        await Walk.Do("e-nwe-05", "note-quotation-request", $$"""{ "scope": {{CampaignWalk.Scope}}, "on": "2026-10-05", "reference": "RFQ 88" }""");
        await Walk.Do("e-nwe-02", "note-campaign-lessons", """{ "campaign": "core", "learned": ["Begin with the sub-suppliers"] }""");
        await Walk.Pass("B11");

        await Walk.Do("e-nwe-05", "link-bid", Bid);
        Assert.Equal("MAINTAINING", await Walk.Status());
        var place = Assert.Single((await Api.GetAsync("/api/short-list?customer=dragonfly")).WasDone().Items);
        Assert.Equal(
            ("Dragonfly Mobile Communications", "qualified", true, false, 1095),
            (place["name"]!.GetValue<string>(),
                place["value"]!.GetValue<string>(),
                place["mayBid"]!.GetValue<bool>(),
                place["isAtRisk"]!.GetValue<bool>(),
                place["daysLeft"]!.GetValue<int>()));
    }

    // Never must happen (B) 7: the bid desk does not know that a scope is listed, or that it is not.
    [Fact]
    public async Task the_bid_desk_finds_every_scope_of_every_customer_in_one_list()
    {
        await Walk.Target();

        Assert.Equal(
            [(false, null)],
            (await Api.GetAsync("/api/short-list?text=core%20networks%20/%20CN")).WasDone().Items
                .Select(place => (place["mayBid"]!.GetValue<bool>(), place["value"]?.GetValue<string>())));
        Assert.DoesNotContain(
            (await Api.GetAsync("/api/short-list?mayBid=true")).WasDone().Items,
            place => place["customer"]!.GetValue<string>() == "dragonfly");
    }

    // INV-18: neither before its time nor without the letter.
    [Fact]
    public async Task INV_18_nobody_is_qualified_before_the_customer_has_decided()
    {
        await Walk.Target();
        await Walk.GoAndCharter();
        var letter = await Walk.Bring("You are qualified.");

        (await Walk.Ask("e-nwe-02", "record-decision", CampaignWalk.Decision(letter))).WasRefused(
            "not-awaited", "The campaign core does not wait for a decision: it is not in stage B10.");
        await Refused("change-listing", $$"""
            { "scope": {{CampaignWalk.Scope}}, "value": "qualified", "on": "2026-10-05",
              "document": { "title": "Letter", "hash": "{{letter}}", "issuer": "Dragonfly Procurement", "issuedOn": "2026-10-05" } }
            """, "not-listed");
        Assert.Equal("REGISTERED", await Walk.Status());
    }

    // INV-19: not even a waiver opens a gate that failed.
    [Fact]
    public async Task INV_19_a_gate_criterion_that_failed_keeps_the_phase_shut_although_people_waive_it()
    {
        await Walk.Target();
        await Walk.GoAndCharter();
        await Walk.Assess(quality: 2.9m);
        await Walk.Do("e-nwe-02", "request-waiver", """
            { "id": "w-1", "kind": "gate", "criterion": "B4-GATES", "object": "dragonfly.campaign.core", "reason": "The audit is near",
              "control": "We look again in a month", "until": "2026-12-31" }
            """);
        await Walk.Do("e-cee-01", "decide-approval", """{ "subject": "waiver:w-1", "role": "REGION_HEAD", "granted": true }""");

        Assert.Contains("These gate criteria are below their mark or have an open gap: cr3-01.", await Walk.Lacks("B4"));
    }

    // INV-22.
    [Fact]
    public async Task INV_22_a_major_finding_is_not_mended_before_one_person_has_it_with_a_day()
    {
        await Walk.Target();
        await Walk.GoAndCharter();
        await Walk.Do("e-nwe-02", "plan-audit", """
            { "campaign": "core", "id": "site", "kind": "on_site", "from": "2026-10-05", "to": "2026-10-06", "auditors": ["Dragonfly Quality"] }
            """);
        await Walk.Do("e-nwe-02", "note-finding", """
            { "campaign": "core", "id": "f-1", "round": "site", "class": "major", "text": "No supplier audits", "notedOn": "2026-10-05" }
            """);

        await Refused("fix-finding", """{ "campaign": "core", "id": "f-1", "proof": "12 audits" }""", "finding-unowned");
        await Refused(
            "assign-finding", """{ "campaign": "core", "id": "f-1", "owner": "e-nwe-09", "due": "2027-10-05" }""", "command-flawed");
    }

    // INV-31.
    [Fact]
    public async Task INV_31_an_offer_below_the_floor_does_not_go_out_because_the_customer_comes_first()
    {
        await Walk.Do("e-nwe-02", "make-offer", """
            { "id": "o-1", "title": "Core 2027", "value": "40 M EUR", "margin": 0.02, "lowestCash": 0 }
            """);
        await Refused("ask-offer-exception", """
            { "offer": "o-1", "reasons": [{ "kind": "reference", "text": "Customer first." }] }
            """, "customer-first-alone");
        await Refused("send-offer", """{ "offer": "o-1" }""", "below-floor");
        var offer = Assert.Single((await Api.GetAsync($"{CampaignWalk.Customer}/offers")).WasDone().Items);
        Assert.Equal((true, false), (offer["isBelow"]!.GetValue<bool>(), offer["isAllowed"]!.GetValue<bool>()));
    }

    private async Task Refused(string kind, string body, string code)
    {
        var answer = await Walk.Ask("e-nwe-05", kind, body);
        Assert.Equal($"/problems/{code}", answer.Body!["type"]!.GetValue<string>());
    }
}
