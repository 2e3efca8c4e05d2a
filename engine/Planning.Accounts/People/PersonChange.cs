using Planning.Accounts.Customers;

namespace Planning.Accounts.People;

/// <summary>What an event about people changes at their customer.</summary>
internal static class PersonChange
{
    /// <param name="on">The day; nothing for events from before it was kept.</param>
    public static Customer Recorded(Customer customer, Person person, DateOnly? on)
    {
        var known = customer.People.GetValueOrDefault(person.Id);
        return customer with
        {
            People = customer.People.SetItem(person.Id, person),
            Stakeholders = customer.Stakeholders.With(person.Id, dossier => (dossier.Taking(customer.Id, person.Unit, person.Title, on) with
            {
                LevelSince = known is null || known.Level != person.Level ? on : dossier.LevelSince,
            }).Standing(person, on)),
        };
    }

    public static Customer Apply(Customer customer, PersonEvent happened) => happened switch
    {
        ContactPointKept kept => Remember(customer, kept.Person, dossier => dossier.With(kept.Point)),
        ContactPointMerged merged => Remember(customer, merged.Person, dossier => dossier.With(merged.Point) with
        {
            AskedAgain = dossier.AskedAgain.Add(merged.On),
        }),
        InfluenceDrawn drawn => customer with { Stakeholders = customer.Stakeholders.With(drawn.Edge) },
        InfluenceErased erased => customer with
        {
            Stakeholders = customer.Stakeholders.Without(erased.From, erased.To, erased.Kind),
        },
        PositionEnded ended => Remember(
            With(customer, ended.Person, person => person with { LeftOn = ended.On }),
            ended.Person,
            dossier => dossier.Ended(ended.On)),
        MoverWelcomed mover => Welcome(customer, mover),
        PeopleMerged merged => Merge(customer, merged),
        PersonAssessed assessed => Remember(
            customer, assessed.Assessment.Person, dossier => dossier with { Pending = assessed.Assessment }),
        AssessmentSeconded seconded => Remember(
            customer, seconded.Person, dossier => dossier with { Pending = dossier.Pending! with { Second = seconded.By } }),
        AssessmentCounts counts => Count(customer, counts),
        AssessmentDropped dropped => Remember(customer, dropped.Person, dossier => dossier with { Pending = null }),
        OwnerChanged changed => With(
            customer with { Stakeholders = customer.Stakeholders with { Gone = customer.Stakeholders.Gone.Remove(changed.To) } },
            changed.Person,
            person => person with { Owner = changed.To }),
        EmployeeGone gone => customer with
        {
            Stakeholders = customer.Stakeholders with { Gone = customer.Stakeholders.Gone.Add(gone.Employee) },
        },
        _ => customer,
    };

    private static Customer With(Customer customer, Id<Person> person, Func<Person, Person> change) =>
        customer with { People = customer.People.SetItem(person, change(customer.People[person])) };

    private static Customer Remember(Customer customer, Id<Person> person, Func<Dossier, Dossier> change) =>
        customer with { Stakeholders = customer.Stakeholders.With(person, change) };

    private static Customer Welcome(Customer customer, MoverWelcomed mover)
    {
        var before = Remember(customer, mover.Person.Id, dossier => dossier with
        {
            Positions = [.. mover.Earlier.Concat(dossier.Positions).Distinct()
                .OrderBy(position => position.From ?? DateOnly.MinValue)],
        });
        return Recorded(before, mover.Person, mover.Since);
    }

    private static Customer Count(Customer customer, AssessmentCounts counts)
    {
        var assessment = customer.Stakeholders.Of(counts.Person).Pending!;
        var after = With(customer, counts.Person, person => person with
        {
            Stance = assessment.Stance ?? person.Stance,
            TargetLevel = assessment.TargetLevel ?? person.TargetLevel,
        });
        return Remember(
            after,
            counts.Person,
            dossier => (dossier with { Assessments = dossier.Assessments.Add(assessment), Pending = null })
                .Standing(after.People[counts.Person], assessment.On));
    }

    private static Customer Merge(Customer customer, PeopleMerged merged)
    {
        var (kept, duplicate) = (customer.People[merged.Kept], customer.People[merged.Duplicate]);
        var one = kept with
        {
            Role = kept.Role ?? duplicate.Role,
            Owner = kept.Owner ?? duplicate.Owner,
            InfluenceNow = Math.Max(kept.InfluenceNow, duplicate.InfluenceNow),
            InfluenceFuture = Math.Max(kept.InfluenceFuture, duplicate.InfluenceFuture),
            Level = Math.Max(kept.Level, duplicate.Level),
            TargetLevel = Math.Max(kept.TargetLevel, duplicate.TargetLevel),
            Stance = kept.Stance is Stance.Unknown ? duplicate.Stance : kept.Stance,
            ReportsTo = kept.ReportsTo == duplicate.Id ? duplicate.ReportsTo : kept.ReportsTo ?? duplicate.ReportsTo,
            Rank = kept.Rank ?? duplicate.Rank,
            PreferredChannel = kept.PreferredChannel ?? duplicate.PreferredChannel,
            Consent = kept.Consent ?? duplicate.Consent,
            LeftOn = kept.LeftOn is null || duplicate.LeftOn is null ? null : kept.LeftOn,
        };
        var people = customer.People.Remove(duplicate.Id).SetItem(kept.Id, one)
            .SetItems(from person in customer.People.Values
                      where person.ReportsTo == duplicate.Id && person.Id != kept.Id
                      select KeyValuePair.Create(person.Id, person with { ReportsTo = kept.Id }));
        return customer with
        {
            People = ReportingLines.Loop(people) is null ? people : people.SetItem(kept.Id, one with { ReportsTo = null }),
            Stakeholders = customer.Stakeholders.Merge(kept.Id, duplicate.Id),
            Contacts = customer.Contacts.Merge(kept.Id, duplicate.Id),
        };
    }
}
