using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;

namespace Planning.Grains.Tests.Timers;

public sealed class When_another_version_begins_by_the_clock : ClockSpec
{
    private readonly string _early = Nightly(1, Night);
    private readonly string _late = Nightly(2, Cron("evening", "0 0 22 * * *"));

    [Fact]
    public void its_times_count_and_the_older_versions_times_do_not()
    {
        Playbook = Of(_early);
        Given(Set);
        var old = Due().Keys.Single();
        Playbook = Of(_early, _late);
        When(Set);
        Assert.Equal(["Nightly begins by the clock in version 2: evening at 2026-12-07 22:00:00."], Happened);
        Assert.Equal([old], Last.Commit.TimersCleared);

        Clock.GoTo("2026-12-08T02:00:00Z");
        When(new Request.TimerDue(old), actor: "timer");
        Assert.Empty(Happened);
    }

    [Fact]
    public void before_the_clock_is_set_anew_the_older_version_does_not_begin_either()
    {
        Playbook = Of(_early);
        Given(Set);
        Playbook = Of(_early, _late);
        At("02:00:00", "2026-12-08");

        Assert.Equal(["Nightly begins by the clock in version 2: evening at 2026-12-08 22:00:00."], Happened);
    }

    [Fact]
    public void setting_it_again_changes_nothing()
    {
        Playbook = Of(_early);
        Given(Set);
        When(Set);
        Assert.Empty(Happened);
        Assert.Empty(Last.Commit.TimersSet);
    }

    [Fact]
    public void one_without_such_a_trigger_stops_the_clock()
    {
        Playbook = Of(_early);
        Given(Set);
        Playbook = Of(_early, Nightly(2, Wait));
        When(Set);

        Assert.Equal(["Nightly begins by the clock no more, as of version 2."], Happened);
        Assert.Empty(Next);
        When(Set);
        Assert.Empty(Happened);
    }

    [Fact]
    public void a_host_that_does_not_know_it_leaves_the_clock_to_one_that_does()
    {
        Playbook = Of(_early, _late);
        Given(Set);
        Playbook = Of(_early);
        When(Set);
        Assert.Empty(Happened);

        Assert.Equal(
            "The version nightly-2 that the clock was set for is not known here. A host that knows it begins it.",
            Assert.Throws<InvalidOperationException>(() => At("22:00:00")).Message);
    }

    [Fact]
    public void an_instance_stays_on_the_version_it_began_with()
    {
        Playbook = Of(Nightly(1, Night, Wait));
        Given(Set);
        At("02:00:00", "2026-12-08");
        Playbook = Of(Nightly(1, Night, Wait), Nightly(2, Night, Wait));
        Given(Set);
        At("02:00:00", "2026-12-09");

        Assert.Equal(["nightly-1", "nightly-2"], State.Workflows.Values.Select(one => one.DefinitionVersionId));
    }
}
