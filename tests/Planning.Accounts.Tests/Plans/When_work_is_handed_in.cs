using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Plans;

public sealed class When_work_is_handed_in
{
    [Fact]
    public void a_profile_section_becomes_part_of_the_plan()
    {
        var decision = Submit(new Artefact.Profile(Work.Macro));

        Assert.Equal([new ProfileSectionWritten(Work.Macro)], Events(decision));
        Assert.Equal(Work.Macro, After(Helvia.Planning, decision).Plan!.Profile.Sections[ProfileTopic.Macro]);
    }

    [Fact]
    public void the_same_profile_section_again_changes_nothing() => IsTakenOnce(
        new Artefact.Profile(Work.Macro), new Artefact.Profile(Work.Macro with { Sources = [.. Work.Macro.Sources] }));

    [Fact]
    public void a_profile_section_written_anew_replaces_the_old_one()
    {
        var anew = Work.Macro with { Text = "The franc is weak." };
        var customer = After(Helvia.Planning, Submit(new Artefact.Profile(Work.Macro)));

        var after = After(customer, Submit(customer, new Artefact.Profile(anew)));
        Assert.Equal([anew], after.Plan!.Profile.Sections.Values);
    }

    [Fact]
    public void a_profile_section_of_today_is_taken_and_one_of_tomorrow_is_not()
    {
        IsTaken(new Artefact.Profile(Work.Macro with { DatedOn = Day("2026-05-04") }));
        IsNamed(
            new Artefact.Profile(Work.Macro with { DatedOn = Day("2026-05-05") }),
            "DatedOn is 2026-05-05, which has not come yet.");
    }

    [Fact]
    public void a_profile_section_has_a_text_and_a_source() => IsNamed(
        new Artefact.Profile(Work.Macro with { Text = " ", Sources = [] }),
        "Text is empty.",
        "Sources is empty; name at least one source.");

    [Fact]
    public void a_source_has_a_title() => IsNamed(
        new Artefact.Profile(Work.Macro with
        {
            Sources = [.. Work.Macro.Sources, new InsightSource(SourceClass.Press, "", Public: true)],
        }),
        "Sources[1].Title is empty.");

    [Fact]
    public void a_list_of_vendors_becomes_part_of_the_plan()
    {
        var decision = Submit(new Artefact.Vendors([Work.Ours, Work.Theirs]));

        Assert.Equal([Work.Ours, Work.Theirs], Assert.IsType<VendorsListed>(Assert.Single(Events(decision))).Vendors);
        Assert.Equal([Work.Ours, Work.Theirs], After(Helvia.Planning, decision).Plan!.Vendors);
    }

    [Fact]
    public void the_same_list_of_vendors_again_changes_nothing() => IsTakenOnce(
        new Artefact.Vendors([Work.Ours, Work.Theirs]), new Artefact.Vendors([Work.Ours, Work.Theirs]));

    [Fact]
    public void a_new_list_of_vendors_replaces_the_old_one()
    {
        var customer = After(Helvia.Planning, Submit(new Artefact.Vendors([Work.Ours, Work.Theirs])));

        Assert.Equal(
            [Work.Ours], After(customer, Submit(customer, new Artefact.Vendors([Work.Ours]))).Plan!.Vendors);
    }

    [Fact]
    public void vendors_together_have_at_most_everything()
    {
        IsTaken(new Artefact.Vendors([Work.Ours, Work.Theirs with { Share = 0.6m }]));
        IsNamed(
            new Artefact.Vendors([Work.Ours, Work.Theirs with { Share = 0.61m }]),
            "Shares add up to 101%; all vendors together have at most 100 %.");
    }

    [Fact]
    public void one_vendor_has_nothing_at_least_and_everything_at_most()
    {
        IsTaken(new Artefact.Vendors([Work.Ours with { Share = 0 }, Work.Theirs with { Share = 1 }]));
        IsNamed(
            new Artefact.Vendors([Work.Ours with { Share = -0.1m }]), "Shares[0].Share is -0.1; it must be from 0 to 1.");
        IsNamed(
            new Artefact.Vendors([Work.Ours with { Share = 1.1m }]), "Shares[0].Share is 1.1; it must be from 0 to 1.");
    }

    [Fact]
    public void shares_without_measure_are_refused_one_by_one() => IsNamed(
        new Artefact.Vendors([Work.Ours with { Share = decimal.MaxValue }, Work.Theirs with { Share = decimal.MaxValue }]),
        "Shares[0].Share is 79228162514264337593543950335; it must be from 0 to 1.",
        "Shares[1].Share is 79228162514264337593543950335; it must be from 0 to 1.");

    [Fact]
    public void at_least_one_vendor_is_listed() =>
        IsNamed(new Artefact.Vendors([]), "Shares is empty; list at least one vendor.");

    [Fact]
    public void no_vendor_is_listed_twice_or_without_a_name() => IsNamed(
        new Artefact.Vendors(
        [
            Work.Ours with { Share = 0.1m },
            Work.Ours with { Vendor = "LANTERNFISH", Share = 0.1m },
            Work.Theirs with { Vendor = "" },
        ]),
        "Shares name Lanternfish 2 times.",
        "Shares[2].Vendor is empty.");

    [Fact]
    public void a_customer_without_a_plan_takes_nothing() => IsRefused(
        Submit(Helvia.Known, new Artefact.Profile(Work.Macro)), "no-plan", "Helvia Telekom has no plan in a stage.");

    [Fact]
    public void an_unregistered_customer_takes_nothing() => IsRefused(
        Submit(Helvia.Unknown, new Artefact.Profile(Work.Macro)),
        "customer-unknown",
        "Nobody has registered a customer helvia.");

    private static void IsTaken(Artefact artefact) => Assert.Single(Events(Submit(artefact)));

    private static void IsTakenOnce(Artefact artefact, Artefact again)
    {
        var customer = After(Helvia.Planning, Submit(artefact));
        NothingHappens(Submit(customer, again));
    }

    private static void IsNamed(Artefact artefact, params string[] mistakes) =>
        IsRefused(Submit(artefact), "artefact-flawed", "The work handed in cannot be taken as it is.", mistakes);

    private static Decision Submit(Artefact artefact) => Submit(Helvia.Planning, artefact);

    private static Decision Submit(Customer customer, Artefact artefact) =>
        customer.Submit(artefact, Helvia.Today, PlanPolicy.Default);
}
