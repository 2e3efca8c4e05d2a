using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Flows.Instances;
using Planning.Grains.Turns;
using Planning.Workflows.Playbooks;

namespace Planning.Grains.Tests.Support;

/// <summary>Given what happened to Helvia, when somebody asks for something, then …; nothing but pure turns.</summary>
public abstract class TurnSpec
{
    private int _messages;

    private protected CalendarClock Clock { get; } = new("2026-12-07T09:30:00Z");

    protected Playbook Playbook { get; set; } = Playbooks.Shipped;

    protected CustomerState State { get; set; } = Nobody;

    private static CustomerState Nobody => new(
        Customer.Unknown(Helvia.Id), 0, 0, ImmutableSortedDictionary.Create<string, WorkflowState>(StringComparer.Ordinal));

    protected TakenTurn Last { get; private set; } = null!;

    protected void Given(params IReadOnlyList<Request> requests)
    {
        foreach (var request in requests)
        {
            When(request, Helvia.Asks(request));
        }
    }

    protected virtual void When(Request request, string actor = "anna")
    {
        Last = Turn.Take(State, new Message($"m-{++_messages}", actor, request), Playbook, Clock.GetUtcNow());
        State = Last.After;
    }

    protected void Forget()
    {
        State = Nobody;
        _messages = 0;
    }

    protected IReadOnlyList<string> Happened => [.. Assert.IsType<Answer.Done>(Last.Answer).Happened];

    protected void ThenItIsRefused(string code, string sentence, params string[] missing)
    {
        var refused = Assert.IsType<Answer.Refused>(Last.Answer);
        Assert.Equal((code, sentence), (refused.Code, refused.Sentence));
        Assert.Equal(missing, refused.Missing);
        Assert.Equal("[]", Last.Commit.Events);
    }

    protected IEnumerable<string> TimersSet =>
        Last.Commit.TimersSet.Select(timer => $"{timer.Name} {timer.Due.UtcDateTime:yyyy-MM-ddTHH:mm}");
}
