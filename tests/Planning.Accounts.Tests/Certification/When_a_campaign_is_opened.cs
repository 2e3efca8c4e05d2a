using Planning.Accounts.Approvals;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Certification;

public sealed class When_a_campaign_is_opened
{
    private const string Go = "campaign-go:core-2026";

    private static readonly AskCampaignGo Memo = new(Campaigns.Id, Amount("40 M EUR"), "the CTO", "go");

    private static readonly Customer AskedToGo = Asked(Campaigns.Targeted, "2026-05-05", Memo);

    [Fact]
    public void it_is_a_process_of_its_own() => Assert.Equal(
        (Campaigns.Process, CampaignStatus.Targeted, "B0"),
        (Campaigns.Of(Campaigns.Targeted).Process, Status(Campaigns.Targeted), Campaigns.Of(Campaigns.Targeted).Track.Open[0].Code));

    [Fact]
    public void asking_again_changes_nothing() => NothingHappens(Ask(Campaigns.Targeted, "2026-05-05", Campaigns.Opened));

    [Fact]
    public void one_scope_has_one_campaign_at_a_time() => IsRefused(
        Ask(Campaigns.Targeted, "2026-05-05", Campaigns.Opened with { Id = Key<Campaign>("second") }),
        "campaign-open",
        "The campaign core-2026 is about core networks / CH / Networks already.");

    [Fact]
    public void the_customer_is_on_the_target_list_and_matches()
    {
        var stranger = Asked(
            Helvia.WithStanding(Tier.B), "2026-05-04", Campaigns.Registered);
        IsRefused(
            Ask(stranger, "2026-05-05", Campaigns.Opened),
            "no-target",
            "Helvia Telekom is no customer to campaign for.",
            "It is neither on the target list nor of tier S.",
            "The strategic match must be 70 or more; it is not known.");
    }

    [Fact]
    public void nobody_campaigns_by_a_scheme_that_is_not_known() => IsRefused(
        Ask(Helvia.Known, "2026-05-05", Campaigns.Opened),
        "command-flawed",
        "It cannot be done as it is asked.",
        "Scheme is helvia-core, which nobody has registered.");

    [Fact]
    public void the_board_is_asked_to_say_go() => Assert.Equal(
        ("STRATEGIC_CUSTOMER_BOARD", "go for the campaign core-2026 for core networks / CH / Networks"),
        (AskedToGo.Approvals.Open[Go].Current()!.Role, AskedToGo.Approvals.Open[Go].What));

    [Fact]
    public void whoever_asks_does_not_say_go() => IsRefused(
        Ask(AskedToGo, "2026-05-06", Agree()),
        "author-approves",
        "anna-keller asked for it, so somebody else decides: go for the campaign core-2026 for core networks / CH / Networks (INV-17).");

    [Fact]
    public void the_boards_go_opens_the_gate()
    {
        Assert.False(Campaigns.Facts(AskedToGo).Approved);
        Assert.True(Campaigns.Facts(Asked(AskedToGo, "2026-05-06", Agree(), "e-hq-01")).Approved);
    }

    [Fact]
    public void without_the_boards_go_it_is_over()
    {
        var over = Asked(AskedToGo, "2026-05-06", Agree(false), "e-hq-01");

        Assert.Equal(CampaignStatus.WithdrawnByUs, Status(over));
        IsRefused(
            Ask(over, "2026-05-07", Campaigns.Chartered), "campaign-over", "The campaign core-2026 is over: the board did not say go.");
    }

    [Fact]
    public void the_charter_names_everybody()
    {
        var facts = Campaigns.Facts(Asked(Campaigns.Targeted, "2026-05-05", Campaigns.Chartered with
        {
            Owners = [new DomainOwner("Cr3", Helvia.Anna)],
        }));

        Assert.Equal(["Cr4"], facts.DomainsWithoutOwner);
        Assert.Equal((24, true), (facts.BudgetMonths, facts.SponsorOnBoard));
    }

    [Fact]
    public void the_registration_goes_on_step_by_step_and_makes_the_scope_pending()
    {
        var noted = Campaigns.Story(
            Campaigns.Targeted,
            ("2026-05-20", "anna-keller", new NoteRegistration(Campaigns.Id) { NonDisclosureOn = Day("2026-05-19"), ProcurementContact = Helvia.Ammann }),
            ("2026-06-02", "anna-keller", new NoteRegistration(Campaigns.Id) { ConfirmedOn = Day("2026-06-01"), Reference = "portal" }));

        Assert.Equal(Day("2026-05-19"), Campaigns.Of(noted).Registration.NonDisclosureOn);
        Assert.True(Campaigns.Facts(noted).RegistrationConfirmed);
        Assert.Equal(QualificationValue.Pending, noted.Certification.ListingOf(Campaigns.Core)!.Value);
    }

    [Fact]
    public void a_confirmation_says_how_the_buyer_confirmed() => IsRefused(
        Ask(Campaigns.Targeted, "2026-06-02", new NoteRegistration(Campaigns.Id)
        {
            ConfirmedOn = Day("2026-06-03"),
            QualityContact = Key<Planning.Accounts.People.Person>("nobody"),
        }),
        "command-flawed",
        "It cannot be done as it is asked.",
        "QualityContact is nobody, whom nobody has recorded at Helvia Telekom.",
        "ConfirmedOn is 2026-06-03, which has not come yet.",
        "Reference is empty.");

    [Fact]
    public void a_rule_book_changes_by_a_new_version_only()
    {
        var other = Campaigns.RuleBook with { Title = "Supplier qualification, hard" };
        IsRefused(
            Ask(Campaigns.Known, "2026-05-05", new RegisterScheme(other)),
            "command-flawed",
            "It cannot be done as it is asked.",
            "RuleBook is 4.1 as before, but it asks for something else; name the new version.");
        Assert.Equal("4.2", Asked(Campaigns.Known, "2026-05-05", new RegisterScheme(other with { RuleBook = "4.2" }))
            .Certification.Schemes[Campaigns.Scheme].RuleBook);
        NothingHappens(Ask(Campaigns.Known, "2026-05-05", Campaigns.Registered));
    }

    [Fact]
    public void a_scheme_says_what_it_asks_for() => IsRefused(
        Ask(Helvia.Known, "2026-05-05", new RegisterScheme(Campaigns.RuleBook with
        {
            Id = Key<Scheme>("radio"),
            Scope = new Scope("radio", "CH/FL", " Networks"),
            Criteria = [new Criterion(Campaigns.Quality, "Cr99", " ", []) { PassMark = 6 }],
        })),
        "command-flawed",
        "It cannot be done as it is asked.",
        "Scope.Region is “CH/FL”; write it without spaces around it and without “/”.",
        "Scope.Unit is “ Networks”; write it without spaces around it and without “/”.",
        "Criteria[cr3-01].Text is empty.",
        "Criteria[cr3-01].Domain is “Cr99”; write one of Cr1, Cr2, Cr3, Cr4, Cr5, Cr6, Cr7, Cr8, Cr9, Cr10, Cr11, Cr12, Cr13.",
        "Criteria[cr3-01].PassMark is 6; it must be from 0 to 5.");

    private static DecideApproval Agree(bool granted = true) =>
        new(Go, "STRATEGIC_CUSTOMER_BOARD", granted, granted ? null : "Too dear");

    private static CampaignStatus Status(Customer customer) =>
        customer.Certification.StatusOf(Campaigns.Of(customer), Day("2026-05-06"));
}
