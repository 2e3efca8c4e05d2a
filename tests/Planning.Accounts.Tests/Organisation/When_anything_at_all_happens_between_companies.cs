using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Planning.Accounts.Contents;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Organisation;
using Planning.Accounts.People;
using Planning.Accounts.Policies;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Organisation;

/// <summary>The measures of company and company against a count of the whole journal, after any life.</summary>
public sealed class When_anything_at_all_happens_between_companies
{
    private static readonly Id<Person>[] Theirs = [Helvia.Ammann, Company.Brugger, Company.Bernasconi];
    private static readonly Id<Employee>[] Ours = [Helvia.Anna, Helvia.Bruno, Company.Carla];
    private static readonly string[] Positions = ["June", "August", " june "];

    [Fact]
    public void measures_equal_a_count_of_everything_that_ever_happened()
    {
        var (known, refused) = (new HashSet<string>(), 0);
        Prop.ForAll(Arb.From(Gen.Choose(0, 999_999).ArrayOf(400)), throws =>
        {
            var (customer, today, journal, dice) = (Company.Known, Day("2026-01-05"), new List<CustomerEvent>(), new Queue<int>(throws));
            int Below(int count) => dice.TryDequeue(out var next) ? next % count : 0;
            while (dice.Count > 0)
            {
                today = today.AddDays(Below(3) == 0 ? Below(60) : 0);
                var decision = customer.Take(Something(customer, today, Below), Occasions.On(today, Ours[Below(3)].Value));
                refused += decision is Decision.Refused ? 1 : 0;
                var events = decision is Decision.Recorded recorded ? recorded.Events : [];
                customer = After(customer, events);
                journal.AddRange(events);
            }

            foreach (var day in new[] { today, today.AddDays(11), today.AddDays(181), today.AddDays(400) })
            {
                Same(customer, journal, day, known);
            }
        }).Check(Lives.Tried.WithMaxTest(300));
        Assert.Equal(5, known.Count); // each was known at some time
        Assert.True(refused > 100);
    }

    private static CustomerCommand Something(Customer customer, DateOnly today, Func<int, int> below)
    {
        string Number() => below(4).ToString(CultureInfo.InvariantCulture);
        return below(12) switch
        {
            0 => new AgreeMechanism(
                Key<OrganisationalMechanism>($"m{Number()}"), (MechanismType)below(10), today.AddDays(below(40)), 1 + below(7), Ours[below(3)]),
            1 or 2 or 3 => customer.Organisation.Mechanisms.Values.ElementAtOrDefault(below(4)) is { } mechanism
                && mechanism.PlannedDays(mechanism.FirstOn, today).ToList() is [_, ..] days
                ? new HoldMechanism(
                    mechanism.Id, days[below(days.Count)], today, [Ours[below(3)]], [Theirs[below(3)]], below(4) == 0 ? null : "Agreed", 1 + below(5))
                : new EndMechanism(Key<OrganisationalMechanism>($"m{Number()}"), today, "Over"),
            4 => new EndMechanism(Key<OrganisationalMechanism>($"m{Number()}"), today.AddDays(below(30)), "Over"),
            5 or 6 => new RecordStatement(
                Key<VoiceTopic>($"t{Number()}"), Positions[below(3)], Ours[below(3)], today.AddDays(-below(100)), below(2) == 0),
            7 => new WriteBrief(Key<VoiceTopic>($"t{Number()}"), Positions[below(3)], today.AddDays(below(200)), Ours[below(3)], "everybody"),
            8 => new SettleTopic(Key<VoiceTopic>($"t{Number()}"), [Theirs[below(3)]]),
            9 => new StartJointProject(Key<JointProject>($"j{Number()}"), "Lab", today, Ours[0]),
            10 => below(2) == 0
                ? new TakeIntoProduction(Key<JointProject>($"j{Number()}"), today)
                : new EndJointProject(Key<JointProject>($"j{Number()}"), today, "Over"),
            _ => new NotePublicStatement(
                Key<PublicStatement>(today.DayNumber.ToString(CultureInfo.InvariantCulture)), today, "annual report", "With us"),
        };
    }

    private static void Same(Customer customer, List<CustomerEvent> journal, DateOnly today, HashSet<string> known)
    {
        var report = CoverageReport.Of(customer, MethodPolicies.Default, today);
        var again = new Counted(journal, today);
        Same("mechanism fulfilment", again.Mechanisms());
        Same("level match", again.Levels(report));
        Same("joint value", again.Joint());
        Same("one voice", again.Voice());
        Same("organisation", (0.35 * again.Mechanisms()) + (0.25 * again.Levels(report)) + (0.25 * again.Joint()) + (0.15 * again.Voice()));

        void Same(string name, double? expected)
        {
            var value = (double?)report[name].Value;
            Assert.True(
                expected is null == value is null && (expected is null || Math.Abs(expected.Value - value!.Value) < 1e-9),
                FormattableString.Invariant($"{name} on {today:yyyy-MM-dd} is {value}, counted again {expected}"));
            if (value is not null)
            {
                known.Add(name);
            }
        }
    }

    /// <summary>METHOD §5.3's formulas over the journal alone.</summary>
    private sealed class Counted(List<CustomerEvent> journal, DateOnly today)
    {
        public double? Mechanisms()
        {
            var (planned, held) = (0, 0);
            foreach (var agreed in journal.OfType<MechanismAgreed>().Select(agreed => agreed.Mechanism))
            {
                var ends = journal.OfType<MechanismEnded>().FirstOrDefault(ended => ended.Mechanism == agreed.Id)?.On ?? DateOnly.MaxValue;
                var sessions = journal.OfType<MechanismHeld>().Where(met => met.Mechanism == agreed.Id).Select(met => met.Session).ToList();
                for (var month = 0; month < 400; month += agreed.EveryMonths)
                {
                    var day = agreed.FirstOn.AddMonths(month);
                    if (day > today || day > ends || day <= today.AddMonths(-12))
                    {
                        continue;
                    }

                    var session = sessions.Find(one => one.For == day);
                    planned += session is not null || day.AddDays(10) < today ? 1 : 0;
                    held += session?.Output is not null && session.HeldOn.DayNumber - day.DayNumber <= 10 ? 1 : 0;
                }
            }

            return planned == 0 ? null : held / (double)planned;
        }

        // Reto has rank 5, Selina 4, Luca 3; all three are key people, and tier S has a window of 90 days.
        public double? Levels(CoverageReport report)
        {
            Assert.Equal(90, report.WindowDays);
            var met = journal.OfType<InteractionLogged>().Where(logged => logged.Interaction.On >= today.AddDays(-180)).ToList();
            return Theirs.Index().Count(person => met.Any(logged => logged.Interaction.People.Contains(person.Item)
                && logged.Interaction.OurRank == 5 - person.Index)) / 3.0;
        }

        public double? Joint()
        {
            var over = journal.OfType<JointProjectEnded>().Select(ended => ended.Project).ToHashSet();
            var alive = journal.OfType<JointProjectStarted>().Select(started => started.Project.Id).Where(id => !over.Contains(id)).ToList();
            var productive = journal.OfType<JointProjectProductive>().Count(one => !over.Contains(one.Project));
            var named = journal.OfType<NamedInPublic>().Count(one => one.Statement.On > today.AddMonths(-12));
            return journal.Any(happened => happened is JointProjectStarted or NamedInPublic or MechanismAgreed)
                ? Math.Min(1, (alive.Count + productive + named) / 4.0)
                : null;
        }

        public double? Voice()
        {
            var (topics, conflicts) = (0, 0);
            foreach (var topic in journal.OfType<StatementHeard>().Select(heard => heard.Topic).Distinct())
            {
                var heard = journal.OfType<StatementHeard>().Where(one => one.Topic == topic && one.Saying.On >= today.AddMonths(-12)).ToList();
                if (heard is [])
                {
                    continue;
                }

                var settled = journal.FindLastIndex(happened => happened is TopicSettled told && told.Topic == topic);
                var brief = journal.OfType<BriefWritten>().LastOrDefault(written => written.Topic == topic)?.Brief;
                var voices = heard.Where(one => journal.FindIndex(other => ReferenceEquals(other, one)) > settled)
                    .Select(one => one.Saying.Position.Trim().ToUpperInvariant()).ToHashSet();
                if (brief?.ValidTo >= today)
                {
                    voices.Add(brief.Position.Trim().ToUpperInvariant());
                }

                topics++;
                conflicts += voices.Count > 1 ? 1 : 0;
            }

            return topics == 0 ? null : 1 - (conflicts / (double)topics);
        }
    }
}
