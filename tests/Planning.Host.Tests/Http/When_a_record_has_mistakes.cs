using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

/// <summary>It can be read, but a customer must refuse it: 409 with every mistake at once, and nothing changes.</summary>
public sealed class When_a_record_has_mistakes(SamplePortfolio sample) : HostSpec(sample)
{
    [Fact]
    public async Task a_registration_is_refused() => (await Api.PutAsync(
        "/api/customers/newcomer",
        """{"name": " ", "country": "Schweiz", "industry": "telecom", "region": "", "groupRoot": "newcomer", "tierSince": "2027-Q1", "postureSince": "2027-Q1"}""")).WasRefused(
        "record-flawed",
        "The record of newcomer cannot be taken over as it is.",
        "Name is empty.",
        "Region is empty.",
        "Country “Schweiz” is not an ISO 3166 code of two capital letters, as CH.",
        "TierSince is 2027-Q1, which has not begun yet.",
        "PostureSince is 2027-Q1, which has not begun yet.");

    [Fact]
    public async Task a_person_is_refused() => (await Api.PutAsync(
        "/api/customers/helvia/people/p-new",
        """{"name": "", "title": "CTO", "unit": "Moon base", "role": "decide", "influenceNow": 0, "influenceFuture": 6, "stance": "neutral", "level": -1, "targetLevel": 6, "owner": null}""")).WasRefused(
        "record-flawed",
        "The record of helvia cannot be taken over as it is.",
        "People[p-new].Name is empty.",
        "People[p-new].InfluenceNow is 0; it must be from 1 to 5.",
        "People[p-new].InfluenceFuture is 6; it must be from 1 to 5.",
        "People[p-new].Level is -1; it must be from 0 to 5.",
        "People[p-new].TargetLevel is 6; it must be from 0 to 5.",
        "People[p-new].Unit is “Moon base”, which is no unit of the customer.",
        "People[p-new].Owner is empty; whoever has a part in a process has an owner (INV-09).");

    [Fact]
    public async Task a_contact_of_tomorrow_with_a_stranger_is_refused()
    {
        var before = (await Api.GetAsync("/api/customers/helvia")).WasDone().Body!["lastContact"]!.GetValue<string>();
        (await Api.PostAsync(
            "/api/customers/helvia/interactions",
            Work.Interaction("i-900", on: "2026-10-06").Replace("p-helvia-frey", "p-stranger", StringComparison.Ordinal))).WasRefused(
            "record-flawed",
            "The record of helvia cannot be taken over as it is.",
            "Interactions[i-900].On is 2026-10-06, which has not come yet.",
            "Interactions[i-900].People names p-stranger, who is nobody known at the customer.");
        Assert.Equal(before, (await Api.GetAsync("/api/customers/helvia")).WasDone().Body!["lastContact"]!.GetValue<string>());
    }

    [Fact]
    public async Task metrics_are_refused_all_or_none()
    {
        (await Api.PostAsync("/api/customers/helvia/metrics", """
            [
              {"metric": "satisfaction", "period": "2026-Q3", "value": 90, "observedOn": "2026-09-30", "source": "Survey"},
              {"metric": "sow", "period": "2026-Q3", "value": 30, "currency": "EUR", "observedOn": "2026-10-06", "source": ""},
              {"metric": "revenue_ttm", "period": "2027-Q1", "value": 142, "observedOn": "2026-09-30", "source": "ERP"}
            ]
            """)).WasRefused(
            "record-flawed",
            "The record of helvia cannot be taken over as it is.",
            "Metrics[sow 2026-Q3].Value is 30; it must be from 0 to 1.",
            "Metrics[sow 2026-Q3].Source is empty.",
            "Metrics[sow 2026-Q3].Currency is EUR, but sow is no money.",
            "Metrics[sow 2026-Q3].ObservedOn is 2026-10-06, which has not come yet.",
            "Metrics[revenue_ttm 2027-Q1].Currency is missing.",
            "Metrics[revenue_ttm 2027-Q1].Period is 2027-Q1, which has not begun yet.");
        Assert.StartsWith("Refused: The record of helvia cannot be taken over as it is.", (await HistoryAsync("helvia")).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task one_person_cannot_hold_two_roles() => (await Api.PutAsync(
        "/api/customers/helvia/seats/SR/primary", """{"employee": "e-cee-04", "since": "2026-10-01"}""")).WasRefused(
        "record-flawed",
        "The record of helvia cannot be taken over as it is.",
        "Seats.Employee e-cee-04 would hold AR Primary and SR Primary; one person has one role at a customer.");

    [Fact]
    public async Task work_for_the_plan_is_refused()
    {
        const string Plan = "/api/customers/helvia/plan";
        const string Flawed = "The work handed in cannot be taken as it is.";
        (await Api.PutAsync($"{Plan}/profile/macro", """{"text": " ", "datedOn": "2026-10-06", "sources": []}""")).WasRefused(
            "artefact-flawed", Flawed, "Text is empty.", "DatedOn is 2026-10-06, which has not come yet.", "Sources is empty; name at least one source.");
        (await Api.PutAsync($"{Plan}/vendors", """[{"vendor": "Kestrel", "share": 0.7}, {"vendor": "kestrel", "share": 0.7}]""")).WasRefused(
            "artefact-flawed", Flawed, "Shares add up to 140%; all vendors together have at most 100 %.", "Shares name Kestrel 2 times.");
        (await Api.PutAsync($"{Plan}/match/agreement", """{"on": "2026-10-06", "result": 101, "reasons": ""}""")).WasRefused(
            "artefact-flawed", Flawed, "Result is 101; it must be from 0 to 100.", "Reasons is empty.", "On is 2026-10-06, which has not come yet.");
    }

    [Fact]
    public async Task a_tier_run_needs_our_own_figures() =>
        (await Api.PostAsync("/api/tier-runs", """{"through": "2027-Q1"}""")).WasRefused(
            "figures-unknown", "Our own figures of 2027-Q1 are not known; import vendor.json with them first.");
}
