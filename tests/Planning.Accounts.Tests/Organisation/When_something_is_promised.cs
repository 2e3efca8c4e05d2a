using Planning.Accounts.Customers;
using Planning.Accounts.Organisation;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Organisation;

/// <summary>Anna holds the AR seat, Bruno the SR seat and Carla the FR seat (INV-26).</summary>
public sealed class When_something_is_promised
{
    private static readonly Id<Commitment> Id = Key<Commitment>("c-1");
    private static readonly Id<VoiceTopic> Topic = Key<VoiceTopic>("core");

    [Theory]
    [InlineData("anna-keller", CommitmentKind.Design, "SR")]
    [InlineData("anna-keller", CommitmentKind.DeliveryDate, "FR")]
    [InlineData("bruno-frei", CommitmentKind.CommercialTerms, "AR")]
    [InlineData("carla-nef", CommitmentKind.Design, "SR")]
    public void INV_26_beyond_the_limits_of_a_seat_the_customer_hears_nothing_before_the_other_has_signed(
        string by, CommitmentKind kind, string other)
    {
        var proposed = Asked(Company.Known, "2026-05-04", Promise(by, kind), by);

        var commitment = proposed.Organisation.Commitments[Id];
        Assert.Equal((CommitmentStatus.Proposed, other, null), (commitment.Status, $"{commitment.NeedsSignOff}", commitment.MadeOn));
        Assert.Empty(proposed.Organisation.Topics);
        Assert.Contains(new Waiting("task", $"sign off “in June” of {by}", other, null), Waiting.Of(proposed));
        IsRefused(
            Ask(proposed, "2026-05-05", new EndCommitment(Id, CommitmentStatus.Kept, "Done")),
            "not-promised",
            "The commitment c-1 does not stand.");
    }

    [Theory]
    [InlineData("anna-keller", CommitmentKind.CommercialTerms)]
    [InlineData("bruno-frei", CommitmentKind.Design)]
    [InlineData("carla-nef", CommitmentKind.DeliveryDate)]
    [InlineData("anna-keller", CommitmentKind.Other)]
    public void within_its_limits_a_seat_promises_alone(string by, CommitmentKind kind)
    {
        var made = Asked(Company.Known, "2026-05-04", Promise(by, kind));

        Assert.Equal((CommitmentStatus.Made, Day("2026-05-04")), (made.Organisation.Commitments[Id].Status, made.Organisation.Commitments[Id].MadeOn));
        Assert.Equal("in June", Assert.Single(made.Organisation.Topics[Topic].Sayings).Position);
        Assert.Contains(new Waiting("task", "keep the promise “in June”", by, Day("2026-06-30")), Waiting.Of(made));
        NothingHappens(Ask(made, "2026-05-05", Promise(by, kind)));
    }

    [Theory]
    [InlineData("anna-keller")]
    [InlineData("bruno-frei")]
    [InlineData("dario-bo")]
    public void INV_26_only_the_holder_of_the_other_seat_signs_off(string actor)
    {
        var proposed = Asked(Company.Known, "2026-05-04", Promise("anna-keller", CommitmentKind.DeliveryDate));

        IsRefused(
            Ask(proposed, "2026-05-05", new SignOffCommitment(Id, true), actor),
            "other-signs-off",
            $"“in June” waits for the FR; {actor} does not sign it off (INV-26).");
    }

    [Fact]
    public void INV_26_nobody_signs_off_what_they_promised_themselves_even_with_a_second_seat()
    {
        var both = Company.Known.Apply(new SeatAssigned(new SeatAssignment(SeatRole.SR, SeatKind.Backup, Company.Carla, Day("2026-01-05"))));
        Assert.Equal(CommitmentStatus.Made, Asked(both, "2026-05-04", Promise("carla-nef", CommitmentKind.Design)).Organisation.Commitments[Id].Status);

        var later = Asked(Company.Known, "2026-05-04", Promise("carla-nef", CommitmentKind.Design))
            .Apply(new SeatAssigned(new SeatAssignment(SeatRole.SR, SeatKind.Backup, Company.Carla, Day("2026-05-05"))));
        Assert.IsType<Decision.Refused>(Ask(later, "2026-05-05", new SignOffCommitment(Id, true), "carla-nef"));
    }

    [Fact]
    public void signed_off_it_is_a_promise_and_a_voice()
    {
        var proposed = Asked(Company.Known, "2026-05-04", Promise("anna-keller", CommitmentKind.DeliveryDate));
        var signed = Asked(proposed, "2026-05-06", new SignOffCommitment(Id, true), "carla-nef");

        Assert.Equal((CommitmentStatus.Made, "carla-nef"), (signed.Organisation.Commitments[Id].Status, signed.Organisation.Commitments[Id].SignedBy));
        Assert.Equal(Day("2026-05-06"), Assert.Single(signed.Organisation.Topics[Topic].Sayings).On);
        NothingHappens(Ask(signed, "2026-05-07", new SignOffCommitment(Id, true), "carla-nef"));
        IsRefused(
            Ask(signed, "2026-05-07", new SignOffCommitment(Id, false, "No crew"), "carla-nef"),
            "commitment-decided",
            "Nobody is asked about “in June” any more.");
        Assert.Equal(
            CommitmentStatus.Broken,
            Asked(signed, "2026-07-01", new EndCommitment(Id, CommitmentStatus.Broken, "No crew")).Organisation.Commitments[Id].Status);
    }

    [Fact]
    public void refused_it_is_none_and_the_reason_is_known()
    {
        var proposed = Asked(Company.Known, "2026-05-04", Promise("anna-keller", CommitmentKind.DeliveryDate));
        IsRefused(
            Ask(proposed, "2026-05-06", new SignOffCommitment(Id, false), "carla-nef"),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Reason is empty.");

        var refused = Asked(proposed, "2026-05-06", new SignOffCommitment(Id, false, "No crew in June"), "carla-nef");
        Assert.Equal(CommitmentStatus.Refused, refused.Organisation.Commitments[Id].Status);
        Assert.Empty(refused.Organisation.Topics);
    }

    [Fact]
    public void whoever_holds_no_seat_promises_nothing_in_our_name() => IsRefused(
        Ask(Company.Known, "2026-05-04", Promise("dario-bo", CommitmentKind.Other)),
        "not-on-team",
        "dario-bo holds no seat of the team, and promises nothing in our name.");

    private static MakeCommitment Promise(string by, CommitmentKind kind) =>
        new(Id, Topic, kind, "in June", Key<Employee>(by), Day("2026-06-30"));
}
