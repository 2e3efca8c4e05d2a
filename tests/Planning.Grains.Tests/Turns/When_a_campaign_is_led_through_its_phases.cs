using Planning.Accounts.Certification;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Turns;

/// <summary>METHOD §3.2: one campaign and its renewal, by the shipped workflow and gates.</summary>
public sealed class When_a_campaign_is_led_through_its_phases : TurnSpec
{
    private Campaign Campaign => State.Customer.Certification.Campaigns[CampaignStory.Id];

    [Fact]
    public void it_is_led_by_an_instance_of_its_own_beside_the_plan()
    {
        Tell(CampaignStory.Begun);
        When(Helvia.Opened);
        When(Helvia.Confirmed);
        When(Helvia.Advanced("A0"));

        Assert.Equal(["B0"], Campaign.Track.Open.Select(stage => stage.Code));
        Assert.Equal(["A1"], State.Customer.Plan!.Track.Open.Select(stage => stage.Code));
        Assert.Equal(["helvia-plan-5", CampaignStory.Process], State.Workflows.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void several_campaigns_at_one_customer_do_not_wake_each_other()
    {
        Tell(CampaignStory.Begun);
        When(new Request.Do(new RegisterScheme(new Scheme(
            Key<Scheme>("radio"), "Radio", new Scope("radio", "CH", "Networks"), "1", [new Criterion(Key<Criterion>("c"), "Cr4", "References", [])]))));
        When(new Request.Do(new OpenCampaign(Key<Campaign>("radio"), "Radio", Key<Scheme>("radio"))));
        Tell(CampaignStory.ToTheDecision[..4]);

        Assert.Equal(["B1"], Campaign.Track.Open.Select(stage => stage.Code));
        Assert.Equal(["B0"], State.Customer.Certification.Campaigns[Key<Campaign>("radio")].Track.Open.Select(stage => stage.Code));
    }

    [Fact]
    public void remediation_and_evidence_go_on_side_by_side()
    {
        Tell([.. CampaignStory.Begun, .. CampaignStory.ToTheDecision[..15]]);

        Assert.Equal(["B4", "B5"], Campaign.Track.Open.Select(stage => stage.Code));
    }

    [Fact]
    public void the_whole_way_and_its_renewal_lead_to_the_end_of_the_workflow()
    {
        Tell(CampaignStory.Whole);

        Assert.Equal(
            ["B0", "B1", "B2", "B3", "B5", "B4", "B6", "B7", "B8", "B9", "B10", "B11", "B12", "B13"], Campaign.Track.Passed);
        Assert.Equal(CampaignEnding.Renewed, Campaign.End!.Ending);
        var renewal = Assert.Single(State.Customer.Certification.Campaigns.Values, other => other.Renews == Campaign.Id);
        Assert.Equal(["B3", "B5", "B4", "B6", "B7", "B8", "B9", "B10"], renewal.Track.Passed);
        Assert.Equal("Finished", Last.Commit.Instances.Single(instance => instance.Id == CampaignStory.Process).Status);
        Assert.Equal([renewal.Process], State.Workflows.Keys);
        Assert.Equal(CampaignStory.Today.AddMonths(36), State.Customer.Certification.ListingOf(CampaignStory.Core)!.ValidTo);
    }

    [Fact]
    public void a_gate_says_what_is_missing_and_the_facts_are_kept()
    {
        Tell(CampaignStory.Begun);
        When(CampaignStory.Advance("B0").What);

        ThenItIsRefused(
            "gate-not-passed",
            "Stage B0 Select target cannot be passed yet.",
            "The board has not said go: ask it with the value of the place and who decides.");
        Assert.False(Assert.IsType<CampaignFacts>(Assert.IsType<Answer.Refused>(Last.Answer).Gate!.Judged()).Approved);
    }

    // Never must happen (B) 6: sales cuts the process short by personal influence.
    [Fact]
    public void no_stage_is_skipped_whoever_asks()
    {
        Tell(CampaignStory.Begun);
        foreach (var stage in new[] { "B1", "B10", "B11" })
        {
            When(CampaignStory.Advance(stage).What, "e-hq-01");
            ThenItIsRefused("other-stage", $"The campaign is in stage B0 Select target, not in {stage}.");
        }

        When(new Request.Do(CampaignStory.Decision(CampaignStory.Id, Day("2029-12-07"))), "e-hq-01");
        ThenItIsRefused("not-awaited", "The campaign core does not wait for a decision: it is not in stage B10.");
    }

    // Never must happen (B) 5: nobody ends it by way of its workflow.
    [Fact]
    public void its_workflow_is_not_cancelled_by_hand_and_does_not_begin_by_hand()
    {
        Tell(CampaignStory.Begun);
        When(new Request.CancelWorkflow(CampaignStory.Process, "no orders"));
        ThenItIsRefused("campaign-led", "The board ends the campaign core with a reason; it does not end with its workflow.");
        When(new Request.StartWorkflow("shortlist-certification", new Dictionary<string, object?>()));
        ThenItIsRefused("campaign-needed", "The workflow Short-list certification begins when a campaign is opened, not by itself.");
    }

    [Fact]
    public void a_campaign_that_is_over_takes_its_workflow_along()
    {
        Tell(CampaignStory.Begun);
        When(new Request.Do(new NoteCampaignWithdrawn(CampaignStory.Id, "the tender is off")));

        Assert.Empty(State.Workflows);
        Assert.Equal("Finished", Assert.Single(Last.Commit.Instances).Status);
        Assert.Contains("certification-due", Last.Commit.TimersCleared);
    }

    [Fact]
    public void the_timer_tells_of_a_stage_that_is_late()
    {
        Tell(CampaignStory.Begun);
        Assert.Equal(["certification-due 2027-01-07T00:00"], TimersSet);

        Clock.GoTo("2027-01-07T00:00:00Z");
        When(new Request.TimerDue("certification-due"), "timer");
        Assert.Equal(["Stage B0 Select target was due on 2027-01-06 and is not passed."], Happened);
    }

    [Fact]
    public void a_tier_move_waits_for_a_campaign_that_is_not_decided()
    {
        Tell(CampaignStory.Begun);
        When(Helvia.Reviewed("2026-Q4"));
        Assert.Contains("\"predicates\":[\"open_certification\",\"plan_freeze_window\"]", Last.Commit.Events, StringComparison.Ordinal);

        Forget();
        Tell([.. CampaignStory.Begun, .. CampaignStory.ToTheDecision, .. CampaignStory.OnTheList[..2]]);
        When(Helvia.Reviewed("2026-Q4"));
        Assert.Contains("\"predicates\":[\"plan_freeze_window\"]", Last.Commit.Events, StringComparison.Ordinal);
    }

    private void Tell(IReadOnlyList<(string Actor, Request What)> story)
    {
        foreach (var (actor, what) in story)
        {
            When(what, actor);
            Assert.True(Last.Answer is Answer.Done or Answer.Refused { Code: "gate-not-passed" }, Last.Answer.ToString());
        }
    }
}
