using System.Text.Json.Nodes;
using Planning.Flows.Instances;
using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_an_instance_rests : FlowSpec
{
    [Fact]
    public void it_is_small()
    {
        GivenWaiting();
        Assert.True(Stored.Length < 2048, $"{Stored.Length} characters: {Stored}");
    }

    [Fact]
    public void the_same_inputs_give_the_same_text()
    {
        GivenWaiting();
        var again = new Twin();
        again.GivenWaiting();
        Assert.Equal(Stored, again.Text);
    }

    [Fact]
    public void numbers_come_back_as_they_were()
    {
        GivenTheFlowchart(Await("wait"), "");
        WhenItStarts(("whole", 5), ("money", 12.50m), ("tiny", 1e-30), ("third", 1.0 / 3), ("big", 1e25), ("text", "1.0"),
            ("when", Now), ("list", new[] { 1, 2 }), ("nothing", null), ("chinese", "客户"));
        var read = WorkflowState.Parse(Stored);
        Assert.Equal(State.Input.Select(pair => (pair.Key, pair.Value?.ToString(), pair.Value?.GetType())),
            read.Input.Select(pair => (pair.Key, pair.Value?.ToString(), pair.Value?.GetType())));
        Assert.Contains("客户", Stored, StringComparison.Ordinal);
        Assert.Contains("12.50", Stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"v":2}""", "The instance has format 2; this program reads format 1.")]
    [InlineData("""{"v":1}""", "This is no stored workflow instance:")]
    [InlineData("nonsense", "This is no stored workflow instance:")]
    public void what_cannot_be_read_is_refused(string text, string message)
    {
        var exception = Assert.Throws<FormatException>(() => WorkflowState.Parse(text));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void nobody_can_change_what_it_waits_for()
    {
        GivenWaiting();
        State.Bookmarks[0].Payload["eventName"] = JsonValue.Create("other");
        Assert.Equal("A", State.Bookmarks[0].Payload["eventName"]!.GetValue<string>());
    }

    [Fact]
    public void it_stays_on_the_version_it_began_with()
    {
        GivenWaiting();
        GivenTheWorkflow("""{ "id": "v2", "definitionId": "spec", "version": 2, "root": { "type": "Elsa.Sequence" } }""");
        Assert.Throws<ArgumentException>(WhenItIsCancelled);
    }

    private void GivenWaiting()
    {
        GivenTheFlowchart(
            List(Start(), Await("A"), Await("B"), Join("join", "WaitAll")),
            Connect("start -> A", "start -> B", "A -> join", "B -> join"),
            Variables(Variable("Owner", "String", "\"Ada\"")));
        WhenItStarts(("Account", "Acme"));
    }

    private sealed class Twin : FlowSpec
    {
        public string Text => Stored;

        public void GivenWaiting()
        {
            GivenTheFlowchart(
                List(Start(), Await("A"), Await("B"), Join("join", "WaitAll")),
                Connect("start -> A", "start -> B", "A -> join", "B -> join"),
                Variables(Variable("Owner", "String", "\"Ada\"")));
            WhenItStarts(("Account", "Acme"));
        }
    }
}
