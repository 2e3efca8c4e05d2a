using FsCheck;
using FsCheck.Fluent;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.People;

/// <summary>What holds after every step of a thousand lives.</summary>
public sealed class When_anything_at_all_happens_to_people
{

    // Neither measures nor owners hang on these.
    private static readonly Type[] Unlived =
        [typeof(ContactPointKept), typeof(ContactPointMerged), typeof(InfluenceDrawn), typeof(InfluenceErased)];

    [Fact]
    [Trait("METHOD §9.1", "P-5")]
    public void P_5_INV_09_nobody_in_a_process_is_without_an_owner_who_is_here() => Always(customer =>
        customer.People.Values.Where(person => person.InProcess)
            .FirstOrDefault(person => person.Owner is not { } owner || customer.Stakeholders.Gone.Contains(owner)) is { } left
            ? $"{left.Id} is owned by {left.Owner?.Value ?? "nobody"}"
            : null);

    [Fact]
    public void nobody_reports_to_oneself_over_others_or_to_a_record_that_was_merged() => Always(customer =>
    {
        foreach (var start in customer.People.Values)
        {
            var (person, steps) = (start, 0);
            while (person.ReportsTo is { } above)
            {
                if (!customer.People.TryGetValue(above, out var next) || ++steps > customer.People.Count)
                {
                    return $"{start.Id} reports to {above}, over {steps} others";
                }

                person = next;
            }
        }

        return null;
    });

    [Fact]
    public void whoever_was_merged_is_nowhere_any_more() => Always(customer => customer.Stakeholders.Merged.Keys.FirstOrDefault(gone =>
        customer.People.ContainsKey(gone)
        || customer.Stakeholders.Dossiers.ContainsKey(gone)
        || customer.Contacts.LastTouch.ContainsKey(gone)
        || customer.Contacts.Touches.ContainsKey(gone)
        || customer.Stakeholders.Merged.ContainsValue(gone)) is { Value: { } one } ? one : null);

    [Fact]
    public void everything_happens_often_enough_to_be_tried()
    {
        var seen = new Dictionary<Type, int>();
        Prop.ForAll(Lives.Any, life =>
        {
            life.Live((_, events, _) => events.ToList()
                .ForEach(happened => seen[happened.GetType()] = seen.GetValueOrDefault(happened.GetType()) + 1));
        }).Check(Lives.Tried);

        Assert.Empty(typeof(PersonEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(PersonEvent)) && !Unlived.Contains(type) && seen.GetValueOrDefault(type) < 15)
            .Select(type => $"{type.Name} {seen.GetValueOrDefault(type)} times"));
    }

    [Fact]
    public void the_journal_and_a_snapshot_give_the_same_customer() => Prop.ForAll(Lives.Any, life =>
    {
        var (journal, last) = (new List<CustomerEvent>(), Helvia.Unknown);
        life.Live((_, events, customer) =>
        {
            journal.AddRange(events);
            last = customer;
        });
        var json = Json(last);
        Assert.Equal(json, Json(After(Helvia.Unknown, journal.Select(happened => Read<CustomerEvent>(Json(happened))))));
        Assert.Equal(json, Json(Read<Customer>(json)));
    }).Check(Lives.Tried.WithMaxTest(100));

    private static void Always(Func<Customer, string?> wrong) => Prop.ForAll(Lives.Any, life =>
    {
        string? found = null;
        life.Live((today, _, customer) => found ??= wrong(customer) is { } what
            ? FormattableString.Invariant($"on {today:yyyy-MM-dd} {what}")
            : null);
        return found is null ? true.ToProperty() : false.Label(found);
    }).Check(Lives.Tried);
}
