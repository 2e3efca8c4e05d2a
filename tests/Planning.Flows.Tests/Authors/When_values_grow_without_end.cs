using Planning.Flows.Instances;
using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_values_grow_without_end : FlowSpec
{
    [Fact]
    public void a_value_that_is_too_large_is_an_incident_and_the_variable_keeps_what_it_had()
    {
        GivenTheFlowchart(Set("set", "Note", Tiny("times 1000001")), "", Variables(Variable("Note", "String", "\"small\"")));
        WhenItStarts();
        var incident = Assert.Single(Last.NewIncidents);
        Assert.Equal("set", incident.ActivityId);
        Assert.Contains("1,000,001 characters large; 1,000,000 is the most", incident.Message, StringComparison.Ordinal);
        Assert.Equal("small", State.Variable("Note"));
        Assert.Equal(WorkflowSubStatus.Suspended, State.SubStatus);
    }

    [Fact]
    public void many_large_values_in_one_burst_are_stopped_as_well()
    {
        GivenTheFlowchart(
            List(Set("set", "Note", Tiny("times 900000"))), Connect("set -> set"), Variables(Variable("Note", "String", "\"\"")));
        WhenItStarts();
        Assert.Contains(
            "wrote more than 20,000,000 characters without waiting", Assert.Single(Last.NewIncidents).Message, StringComparison.Ordinal);
        Assert.True(Stored.Length < 2_000_000);
    }
}
