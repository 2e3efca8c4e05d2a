using FsCheck;
using FsCheck.Fluent;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Escalations;

/// <summary>A turn judges again only what it has changed; the answer is that of judging everything.</summary>
public sealed class When_a_turn_changes_only_a_part
{
    [Fact]
    public void what_follows_is_what_judging_everything_would_say()
    {
        var told = 0;
        Prop.ForAll(Lives.Any, life =>
        {
            var mine = Customer.Unknown(Helvia.Id);
            life.Live((day, events, _) =>
            {
                var on = Occasions.On(day, "rules", new Thresholds([]));
                var before = After(mine, mine.Watch(on));
                var after = After(before, events);
                var all = Events(after.Watch(on));
                Assert.Equal(all, Events(after.WatchSince(before, on)));
                told += all.Count;
                mine = After(after, all);
            });
        }).Check(Lives.Tried.WithMaxTest(300));
        Assert.True(told > 1_000, $"only {told} things were told");
    }

    [Fact]
    public void nobody_is_judged_whom_it_does_not_concern()
    {
        var judged = new List<string>();
        var on = Occasions.On(Day("2026-10-05"), "rules", new Thresholds(judged));
        var before = After(Staff.Helvia, Staff.Helvia.Watch(on));
        judged.Clear();

        var after = After(before, new Planning.Accounts.People.OwnerChanged(Staff.KeyPeople[0], null, Helvia.Bruno));
        NothingHappens(after.WatchSince(before, on));
        Assert.DoesNotContain(judged, thing => thing.StartsWith("person:", StringComparison.Ordinal));

        var touched = Events(before.TakeOver(
            new CustomerRecord(null) { Interactions = [Helvia.Meeting with { People = [Staff.KeyPeople[1]], On = Day("2026-10-02") }] },
            Day("2026-10-05")));
        After(before, touched).WatchSince(before, on);
        Assert.Equal(["person:key-2"], judged.Where(thing => thing.StartsWith("person:", StringComparison.Ordinal)));
    }

    /// <summary>Rules of every kind: at once, after a time, undecided.</summary>
    private sealed class Thresholds(List<string> judged) : IEscalationRules
    {
        public string Version => "escalations 2026.2";

        public IEnumerable<Condition> Judge(Watched watched)
        {
            judged.Add(watched.Id);
            var facts = watched.Facts;
            return watched.Scope switch
            {
                Watched.Customer =>
                [
                    Say("DEPENDENCE", facts.PersonDependence > 0.5, $"{facts.PersonDependence:0.##}"),
                    Say("EYES", facts.SupporterLines < facts.SupporterLinesWanted, "too few"),
                    Say("SILENT", facts.DaysSinceContact is { } days ? days > 100 : null, $"{facts.DaysSinceContact}"),
                ],
                Watched.Person =>
                [
                    Say("IGNORED", facts.Ignored, "ignored"),
                    Say("LOW", facts.Level <= 1, $"{facts.Level}"),
                    Say("FELL", facts.LevelsFallen >= 2 || facts.TurnedAgainstUs == true, "fell"),
                    Say("NOT-IN-C", facts.Tier is Tier.C ? null : facts.IsKey, "key"),
                ],
                Watched.Seat => [Say("EMPTY", facts.Vacant, "empty"), Say("LONG", facts.VacantWorkingDays > 10, $"{facts.VacantWorkingDays}")],
                _ => [],
            };

            Condition Say(string rule, bool? holds, string because) => new(rule, watched, holds, holds is true ? because : "");
        }

        public EscalationTerms Terms(string rule) =>
            new(rule, rule is "LOW" or "DEPENDENCE" ? 30 : 0, [new LadderStep("AR", Days: rule is "FELL" ? 2 : null), new LadderStep("ACCOUNT_HEAD", Days: 14)]);
    }
}
