using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Certification;

public sealed class When_evidence_is_kept
{
    private static readonly Id<Evidence> Iso = Key<Evidence>("iso-9001");

    private static readonly FileEvidence Filed = new(Campaigns.Iso9001);

    private static readonly LinkEvidence Linked = new(Iso, Campaigns.Scheme, Campaigns.All);

    private static readonly Customer Kept = Campaigns.Story(
        Campaigns.In(Asked(Campaigns.Targeted, "2026-05-04", Campaigns.Chartered), "B7", "B0", "B1", "B2", "B3", "B4", "B5", "B6"),
        ("2026-05-04", "anna-keller", Filed),
        ("2026-05-04", "anna-keller", Linked));

    private static readonly Customer Submitted = Asked(Kept, "2026-05-05", new SubmitCampaign(Campaigns.Id, []), "carla-roth");

    [Fact]
    public void it_covers_the_criteria_that_accept_its_type() => Assert.Equal(
        (1.0, 1.0), (Campaigns.Facts(Kept).EvidenceCovered!.Value, Campaigns.Facts(Kept).GateEvidenceCovered!.Value));

    [Theory]
    [InlineData("2027-11-30", 0.0)]
    [InlineData("2027-12-01", 1.0)]
    public void it_is_valid_through_the_planned_audit_and_six_months_more(string validTo, double covered)
    {
        var file = Filed with { Evidence = Campaigns.Iso9001 with { ValidTo = Day(validTo) } };
        var kept = Campaigns.Story(
            Asked(Campaigns.Targeted, "2026-05-04", Campaigns.Chartered), ("2026-05-04", "anna-keller", file), ("2026-05-04", "anna-keller", Linked));
        Assert.Equal(covered, Campaigns.Facts(kept).EvidenceCovered);
    }

    [Fact]
    public void a_report_does_not_prove_what_asks_for_a_certificate()
    {
        var report = Campaigns.Story(
            Asked(Campaigns.Targeted, "2026-05-04", Campaigns.Chartered),
            ("2026-05-04", "anna-keller", Filed with { Evidence = Campaigns.Iso9001 with { Type = "report" } }),
            ("2026-05-04", "anna-keller", Linked));
        Assert.Equal((0.5, 0.0), (Campaigns.Facts(report).EvidenceCovered!.Value, Campaigns.Facts(report).GateEvidenceCovered!.Value));
    }

    [Fact]
    public void another_campaign_uses_it_again()
    {
        var other = Campaigns.RuleBook with { Id = Key<Scheme>("helvia-radio"), Scope = new Scope("radio", "CH", "Networks") };
        var both = Campaigns.Story(
            Kept,
            ("2026-05-05", "anna-keller", new RegisterScheme(other)),
            ("2026-05-05", "anna-keller", Linked with { Scheme = other.Id }));
        Assert.Equal(4, both.Certification.Vault[Iso].Proves.Count);
        NothingHappens(Ask(both, "2026-05-06", Linked));
    }

    // INV-20, and never must happen (B) 1: expired evidence is submitted.
    [Fact]
    public void INV_20_expired_evidence_is_not_submitted()
    {
        var old = Asked(Kept, "2026-05-05", Filed with
        {
            Evidence = Campaigns.Iso9001 with { Id = Key<Evidence>("old"), ValidTo = Day("2026-05-05") },
        });
        IsRefused(
            Ask(old, "2026-05-06", new SubmitCampaign(Campaigns.Id, [Key<Evidence>("old"), Key<Evidence>("none")])),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Evidence name old, which is not valid on 2026-05-06 (INV-20).",
            "Evidence name none, which is not in the vault.");
        Assert.Equal([Iso], Campaigns.Of(Asked(
            Asked(old, "2026-05-05", new LinkEvidence(Key<Evidence>("old"), Campaigns.Scheme, Campaigns.All)),
            "2026-05-06",
            new SubmitCampaign(Campaigns.Id, []))).Submission!.Evidence.Select(piece => piece.Id));
    }

    [Fact]
    public void INV_20_what_was_submitted_stays_as_it_was()
    {
        var replaced = Asked(Submitted, "2027-10-01", Filed with
        {
            Evidence = Campaigns.Iso9001 with
            {
                Id = Key<Evidence>("iso-9001-b"),
                Hash = new string('a', 64),
                IssuedOn = Day("2027-09-30"),
                ValidTo = Day("2030-09-29"),
                Replaces = Iso,
            },
        });

        Assert.Equal([new SubmittedEvidence(Iso, Campaigns.Hash, Day("2028-01-14"))], Campaigns.Of(replaced).Submission!.Evidence);
        Assert.Equal(2, replaced.Certification.Vault[Key<Evidence>("iso-9001-b")].Proves.Count);
        IsRefused(
            Ask(Submitted, "2026-05-06", Filed with { Evidence = Campaigns.Iso9001 with { Hash = new string('a', 64) } }),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Id is iso-9001, which is another piece already; what was filed stays as it is.");
    }

    // Never must happen (B) 8.
    [Fact]
    public void what_is_confidential_to_one_customer_is_never_shown_for_another()
    {
        var secret = Campaigns.Iso9001 with { Id = Key<Evidence>("albion-audit"), Confidentiality = Confidentiality.Confidential };
        IsRefused(
            Ask(Kept, "2026-05-05", new FileEvidence(secret with { ConfidentialTo = Key<Customer>("albion") })),
            "confidential-elsewhere",
            "“ISO 9001 certificate” is confidential to albion; it is never shown for helvia.");
        Assert.Single(Events(Ask(Kept, "2026-05-05", new FileEvidence(secret with { ConfidentialTo = Helvia.Id }))));
        IsRefused(
            Ask(Kept, "2026-05-05", new FileEvidence(secret)),
            "command-flawed",
            "It cannot be done as it is asked.",
            "ConfidentialTo is named for confidential evidence and for no other.");
    }

    // Never must happen (B) 8: personal data of workers in evidence.
    [Fact]
    public void no_data_of_single_workers_is_in_it() => IsRefused(
        Ask(Kept, "2026-05-05", new FileEvidence(Campaigns.Iso9001 with
        {
            Id = Key<Evidence>("payroll"),
            PersonalDataRemoved = false,
            Hash = "abc",
            Languages = [],
        })),
        "command-flawed",
        "It cannot be done as it is asked.",
        "Hash is “abc”; write the file's SHA-256 as 64 lower-case hexadecimal digits.",
        "Languages is empty; name the languages it is written in.",
        "PersonalDataRemoved is false; take out the data of single workers before it is filed.");

    [Fact]
    public void on_its_last_day_the_listed_scopes_are_at_risk()
    {
        var listed = Campaigns.Story(
            Campaigns.In(Kept, "B10", "B7", "B8", "B9"), ("2026-05-04", "anna-keller", Campaigns.Decided(QualificationValue.Qualified)));

        Assert.Empty(Campaigns.Told(listed, "2028-01-13").OfType<EvidenceExpiring>());
        var told = Campaigns.Told(listed, "2028-01-14").OfType<EvidenceExpiring>().Single();
        Assert.Equal([Campaigns.Core.Key], told.AtRisk);
        Assert.Empty(Campaigns.Told(After(listed, told), "2028-01-15").OfType<EvidenceExpiring>());
    }

    [Fact]
    public void nothing_is_handed_in_before_its_stage() => IsRefused(
        Ask(Campaigns.Targeted, "2026-05-05", new SubmitCampaign(Campaigns.Id, [])),
        "not-ready",
        "The campaign core-2026 is not ready to be handed in: it is not in stage B7.");

    [Fact]
    public void the_buyer_accepts_that_it_is_complete()
    {
        IsRefused(
            Ask(Kept, "2026-05-05", new NoteSubmissionAccepted(Campaigns.Id, Day("2026-05-05"), "mail")),
            "not-submitted",
            "The campaign core-2026 is not handed in.");
        Assert.True(Campaigns.Facts(Asked(Submitted, "2026-05-06", new NoteSubmissionAccepted(Campaigns.Id, Day("2026-05-06"), "mail"))).SubmissionAccepted);
        Assert.Equal(CampaignStatus.Submitted, Submitted.Certification.StatusOf(Campaigns.Of(Submitted), Day("2026-05-06")));
    }

    [Fact]
    public void what_it_proves_can_be_said_when_it_is_filed()
    {
        var filed = Filed with { Proves = [new ProvenCriteria(Campaigns.Scheme, Campaigns.All)] };
        var kept = Asked(Campaigns.Targeted, "2026-05-04", filed);

        Assert.Equal(["helvia-core/cr3-01", "helvia-core/cr4-01"], kept.Certification.Vault[Iso].Proves);
        NothingHappens(Ask(kept, "2026-05-05", filed));
        IsRefused(
            Ask(Campaigns.Targeted, "2026-05-04", Filed with { Proves = [new ProvenCriteria(Campaigns.Scheme, [Key<Criterion>("cr9-99")])] }),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Criteria name cr9-99, which helvia-core does not ask for.");
    }
}
