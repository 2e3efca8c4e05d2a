using System.Collections.Immutable;
using Planning.Accounts.Plans;
using Planning.Flows.Instances;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using Planning.Workflows.Playbooks;

namespace Planning.Grains.Tests.Histories;

/// <summary>
/// Instances that older programs stored go on as they would have gone on. With <c>PLANNING_RECORD=1</c> in the environment
/// the histories of versions that have none yet are recorded.
/// </summary>
public sealed class When_recorded_histories_are_replayed : TurnSpec
{
    [Fact]
    public void every_shipped_workflow_has_the_history_of_its_version()
    {
        foreach (var file in PlaybookFile.Shipped.Where(file => file.Kind == PlaybookFile.Workflow))
        {
            var name = RecordedHistory.NameOf(file);
            var known = RecordedHistory.All.FirstOrDefault(history => history.Name == name);
            if (known is null && Environment.GetEnvironmentVariable("PLANNING_RECORD") == "1")
            {
                new RecordedHistory(name, file.Body, Tell(StoryOf(name))).Keep();
                continue;
            }

            Assert.True(known is not null,
                $"{name} has no recorded history: run this test once with PLANNING_RECORD=1, and commit what it writes.");
            Assert.True(known.Definition == file.Body,
                $"{name} is not what its history was recorded with: a changed workflow needs a new version.");
        }
    }

    [Fact]
    public void each_turn_gives_the_instances_that_were_stored_then_byte_for_byte()
    {
        Assert.NotEmpty(RecordedHistory.All);
        foreach (var history in RecordedHistory.All)
        {
            Playbook = Playbooks.As(history.Definition, TeamSigns(history.Name));
            Assert.Equal(history.Turns, Tell(StoryOf(history.Name), history.Turns));
        }
    }

    /// <param name="stored">Before each turn, the instances are read from what was stored until then.</param>
    private List<IReadOnlyList<string>> Tell(
        IReadOnlyList<Rotation.Step> story, IReadOnlyList<IReadOnlyList<string>>? stored = null)
    {
        Forget();
        var told = new List<IReadOnlyList<string>>();
        foreach (var (at, actor, request) in story.Take(stored?.Count ?? story.Count))
        {
            Clock.GoTo(at);
            if (stored is not null)
            {
                State = State with { Workflows = NotOver(stored.Take(told.Count)) };
            }

            When(request, actor);
            told.Add([.. Last.Commit.Instances.Select(instance => instance.State)]);
        }

        return told;
    }

    // Nobody signed when the first three versions of the plan were told; its gates asked for no name then.
    private static bool TeamSigns(string name) => name is not (
        "strategic-account-plan-1" or "strategic-account-plan-2" or "strategic-account-plan-3");

    private const string Monday = "2026-12-07T09:30:00Z";

    // What happens to a customer while an instance of the workflow lives.
    private static IReadOnlyList<Rotation.Step> StoryOf(string name) =>
        name.StartsWith("shortlist-certification-", StringComparison.Ordinal)
            ? [.. CampaignStory.Whole.Select(step => new Rotation.Step(Monday, step.Actor, step.What))]
            : name.StartsWith("iron-triangle-assignment-", StringComparison.Ordinal)
            ? Rotation.Story
            : name.StartsWith("one-page-account-plan-", StringComparison.Ordinal)
            ? [.. OnePage.Story.Select(request => new Rotation.Step(Monday, Helvia.Asks(request), request))]
            : [.. Helvia.Story.Where(request => TeamSigns(name) || request is not Request.Do { Command: CoSign }).Select(request => new Rotation.Step(Monday, Helvia.Asks(request), request))];

    private static ImmutableSortedDictionary<string, WorkflowState> NotOver(IEnumerable<IReadOnlyList<string>> turns)
    {
        var instances = ImmutableSortedDictionary.CreateBuilder<string, WorkflowState>(StringComparer.Ordinal);
        foreach (var instance in turns.SelectMany(turn => turn).Select(WorkflowState.Parse))
        {
            instances[instance.Id] = instance;
        }

        instances.RemoveRange(
            [.. instances.Values.Where(one => one.Status is WorkflowStatus.Finished).Select(one => one.Id)]);
        return instances.ToImmutable();
    }
}
