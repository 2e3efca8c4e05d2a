using System.Text.Json;
using Planning.Flows.Runtime;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;

namespace Planning.Grains.Tests.Turns;

/// <summary>A request is written into the outbox by the turn that wants it, and is gone from there when nobody waits for it.</summary>
public sealed class When_a_workflow_sends_a_request : TurnSpec
{
    // Asks another company's server; an answer in time becomes an event, and so does somebody's change of mind.
    private const string Inquiry = """
        {
          "id": "inquiry-1", "definitionId": "inquiry", "name": "Inquiry", "version": 1,
          "root": { "type": "Elsa.Sequence", "version": 1, "id": "s", "activities": [
            { "type": "Elsa.Event", "version": 1, "id": "begin", "customProperties": { "canStartWorkflow": true },
              "eventName": { "expression": { "type": "Literal", "value": "inquire" } } },
            { "type": "Elsa.Fork", "version": 1, "id": "either", "joinMode": "WaitAny", "branches": [
              { "type": "Elsa.SendHttpRequest", "version": 1, "id": "ask",
                "url": { "expression": { "type": "Literal", "value": "https://credit.example:8443/helvia?token=7391" } },
                "authorization": { "expression": { "type": "Literal", "value": "Bearer 7391" } },
                "expectedStatusCodes": [ { "statusCode": 200, "activity":
                  { "type": "Elsa.PublishEvent", "version": 1, "id": "answered",
                    "eventName": { "expression": { "type": "Literal", "value": "credit-known" } } } } ] },
              { "type": "Elsa.Event", "version": 1, "id": "instead",
                "eventName": { "expression": { "type": "Literal", "value": "never mind" } } } ] } ] }
        }
        """;

    private const string Listener = """
        {
          "id": "listener-1", "definitionId": "listener", "name": "Listener", "version": 1,
          "root": { "type": "Elsa.Event", "version": 1, "id": "begin", "customProperties": { "canStartWorkflow": true },
            "eventName": { "expression": { "type": "Literal", "value": "credit-known" } } }
        }
        """;

    private static readonly Request Inquire = new Request.PublishEvent("inquire", null);
    private static readonly Request NeverMind = new Request.PublishEvent("never mind", null);
    private static readonly HttpOutcome Ok = new HttpOutcome.Answered(200, [], null, null);

    public When_a_workflow_sends_a_request() => Playbook = Playbooks.And(Inquiry, Listener);

    [Fact]
    public void the_turn_puts_it_into_the_outbox_whole()
    {
        var entry = GivenAnInquiry();

        Assert.Equal(("http-request", "credit.example:8443"), (entry.Kind, entry.Receiver));
        Assert.Equal(State.Workflows.Values.Single().Id, entry.Instance);
        Assert.Contains("\"Bearer 7391\"", entry.Body, StringComparison.Ordinal);
        Assert.Empty(Last.Commit.OutboxRemoved);
    }

    [Fact]
    public void it_takes_along_how_often_and_when_it_is_sent_again()
    {
        Playbook = Playbooks.And(Inquiry.Replace(
            "\"id\": \"ask\",",
            "\"id\": \"ask\", \"customProperties\": { \"resilienceStrategy\": { \"strategyId\": \"patient\" } },",
            StringComparison.Ordinal));

        var call = JsonSerializer.Deserialize<HttpCall>(GivenAnInquiry().Body, JsonSerializerOptions.Web)!;

        Assert.Equal(
            (12, new RetryPauses(TimeSpan.FromMinutes(1), BackoffType.Exponential, UseJitter: true, TimeSpan.FromHours(4))),
            (call.Retries, call.Pauses));
    }

    [Fact]
    public void the_turn_that_hears_the_outcome_takes_it_out_and_the_workflow_goes_on()
    {
        var entry = GivenAnInquiry();

        When(new Request.HttpAnswered(entry.Id, Ok));

        Assert.Equal([entry.Id], Last.Commit.OutboxRemoved);
        Assert.Empty(Last.Commit.OutboxAdded);
        Assert.Equal(["Finished inquiry", "Finished listener"], Told());
    }

    [Fact]
    public void a_request_that_nobody_waits_for_any_more_is_not_sent()
    {
        var entry = GivenAnInquiry();

        When(NeverMind);

        Assert.Equal([entry.Id], Last.Commit.OutboxRemoved);
        Assert.Equal(["Finished inquiry"], Told());
    }

    [Fact]
    public void the_request_of_a_workflow_that_is_cancelled_is_not_sent()
    {
        var entry = GivenAnInquiry();

        When(new Request.CancelWorkflow(entry.Instance, "the customer has left"));

        Assert.Equal([entry.Id], Last.Commit.OutboxRemoved);
    }

    [Fact]
    public void an_outcome_that_comes_too_late_changes_nothing()
    {
        var entry = GivenAnInquiry();
        Given(NeverMind);

        When(new Request.HttpAnswered(entry.Id, Ok));

        Assert.Empty(Happened);
        Assert.Empty(Last.Commit.Instances);
        Assert.Equal([entry.Id], Last.Commit.OutboxRemoved);
    }

    [Fact]
    public void the_turn_comes_to_the_same_when_it_is_taken_again()
    {
        Given(Helvia.Known);
        var before = State;
        When(Inquire);

        var again = Turn.Take(before, new Message(Last.Commit.Message, Last.Commit.Actor, Inquire), Playbook, Clock.GetUtcNow());

        Assert.Equal(Words.Text(Last.Commit), Words.Text(again.Commit));
    }

    private OutboxEntry GivenAnInquiry()
    {
        Given(Helvia.Known, Inquire);
        return Assert.Single(Last.Commit.OutboxAdded);
    }

    private List<string> Told() =>
        [.. Last.Commit.Instances.Select(one => $"{one.Status} {one.DefinitionId}").Order(StringComparer.Ordinal)];
}
