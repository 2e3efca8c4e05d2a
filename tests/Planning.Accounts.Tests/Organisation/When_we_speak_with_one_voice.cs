using Planning.Accounts.Customers;
using Planning.Accounts.Organisation;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Organisation;

/// <summary>Anna has told the customer that acceptance comes in June.</summary>
public sealed class When_we_speak_with_one_voice
{
    private static readonly Id<VoiceTopic> Topic = Key<VoiceTopic>("acceptance");

    private static readonly Customer Said = Asked(
        Company.Known, "2026-05-04", new RecordStatement(Topic, "in June", Helvia.Anna, Day("2026-05-04")));

    private static readonly WriteBrief Brief = new(Topic, "in August", Day("2026-12-31"), Helvia.Anna, "everybody");

    [Fact]
    public void the_same_words_are_no_conflict() => Assert.Single(Positions(
        Asked(Said, "2026-05-05", new RecordStatement(Topic, " In june ", Helvia.Bruno, Day("2026-05-05")))));

    [Fact]
    public void other_words_are_and_it_is_said_who_holds_which() => Assert.Equal(
        ["“in June” say anna-keller", "“in August” say bruno-frei"],
        Positions(Asked(Said, "2026-05-05", new RecordStatement(Topic, "in August", Helvia.Bruno, Day("2026-05-05"), ByCustomer: true)))
            .Select(position => position.Sentence));

    [Fact]
    public void a_brief_is_a_voice_as_long_as_it_holds()
    {
        var briefed = Asked(Said, "2026-05-05", Brief);

        Assert.Equal(2, Positions(briefed).Count);
        Assert.Single(Positions(briefed, "2027-01-01"));
        NothingHappens(Ask(briefed, "2026-05-06", Brief));
    }

    [Fact]
    public void a_promise_is_a_voice_too() => Assert.Equal(2, Positions(Asked(Said, "2026-05-05", new MakeCommitment(
        Key<Commitment>("c-1"), Topic, CommitmentKind.DeliveryDate, "in August", Company.Carla, Day("2026-08-31")))).Count);

    [Fact]
    public void the_customer_is_told_what_holds_and_only_by_a_brief()
    {
        IsRefused(
            Ask(Said, "2026-05-05", new SettleTopic(Topic, [Helvia.Ammann])),
            "no-brief",
            "No brief says what holds on acceptance; write it first.");
        var briefed = Asked(Said, "2026-05-05", Brief);
        IsRefused(
            Ask(briefed, "2026-05-06", new SettleTopic(Topic, [])),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Told is empty; name who at the customer knows it now.");

        var settled = Asked(briefed, "2026-05-06", new SettleTopic(Topic, [Helvia.Ammann]));
        Assert.Equal("in August", Assert.Single(Positions(settled)).Text);
        NothingHappens(Ask(settled, "2026-05-07", new SettleTopic(Topic, [Helvia.Ammann])));
    }

    [Fact]
    public void whoever_says_otherwise_afterwards_is_in_conflict_again() => Assert.Equal(2, Positions(Asked(
        Asked(Asked(Said, "2026-05-05", Brief), "2026-05-06", new SettleTopic(Topic, [Helvia.Ammann])),
        "2026-05-07",
        new RecordStatement(Topic, "in June", Helvia.Anna, Day("2026-05-07")))).Count);

    [Fact]
    public void what_was_said_long_ago_is_forgotten() => Assert.Empty(Said.Organisation.Topics[Topic].Positions(Day("2026-05-05"), Day("2027-05-05")));

    private static IReadOnlyList<Position> Positions(Customer customer, string today = "2026-05-07") =>
        customer.Organisation.Topics[Topic].Positions(Day("2025-05-07"), Day(today));
}
