using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.People;

/// <summary>Something that happened to what we know of a customer's people.</summary>
public abstract record PersonEvent : CustomerEvent;

public sealed record ContactPointKept(Id<Person> Person, ContactPoint Point) : PersonEvent
{
    protected override string Tell() => $"A {Words<ContactKind>.Of(Point.Kind)} contact of {Person} was kept.";
}

/// <summary>Somebody captured a contact point that was known already; it was merged, not stored (INV-10).</summary>
public sealed record ContactPointMerged(Id<Person> Person, ContactPoint Point, DateOnly On) : PersonEvent
{
    protected override string Tell() =>
        $"A {Words<ContactKind>.Of(Point.Kind)} contact of {Person} was captured again and merged with the one that is known.";
}

public sealed record InfluenceDrawn(InfluenceEdge Edge) : PersonEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Edge.From} has {Words<InfluenceKind>.Of(Edge.Kind)} influence of strength {Edge.Strength} on {Edge.To}.");
}

public sealed record InfluenceErased(Id<Person> From, Id<Person> To, InfluenceKind Kind) : PersonEvent
{
    protected override string Tell() => $"{From} has no {Words<InfluenceKind>.Of(Kind)} influence on {To} any more.";
}

/// <param name="Next">The customer that the person went to; nothing when nobody knows.</param>
public sealed record PositionEnded(Id<Person> Person, DateOnly On, Id<Customer>? Next) : PersonEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Person} left on {On:yyyy-MM-dd}{(Next is { } next ? $" for {next}" : "")}.");
}

/// <summary>Somebody came from another customer, or came back, and brought the positions held before.</summary>
public sealed record MoverWelcomed(Person Person, ImmutableArray<Position> Earlier, DateOnly Since) : PersonEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Person.Name}, {Person.Title}, came on {Since:yyyy-MM-dd} with {Earlier.Length} earlier positions.");
}

public sealed record PeopleMerged(Id<Person> Kept, Id<Person> Duplicate) : PersonEvent
{
    protected override string Tell() => $"{Duplicate} is the same person as {Kept}; the records were merged.";
}

public sealed record PersonAssessed(KeyAssessment Assessment) : PersonEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Assessment.Assessor} assessed {Assessment.Person} at level {Assessment.Level}.");
}

public sealed record AssessmentSeconded(Id<Person> Person, Id<KeyAssessment> Assessment, string By, DateOnly On) : PersonEvent
{
    protected override string Tell() => $"{By} came to the same of {Person} as a second assessor ({Assessment}).";
}

/// <summary>An assessment that had to wait counts from now on.</summary>
public sealed record AssessmentCounts(Id<Person> Person, Id<KeyAssessment> Assessment, int Level) : PersonEvent
{
    protected override string Tell() => FormattableString.Invariant($"{Person} counts at level {Level} ({Assessment}).");
}

/// <summary>Somebody did not agree to an assessment; the one before goes on counting.</summary>
public sealed record AssessmentDropped(Id<Person> Person, Id<KeyAssessment> Assessment) : PersonEvent
{
    protected override string Tell() => $"The assessment {Assessment} of {Person} does not count.";
}

/// <param name="From">Nobody when the person had no owner.</param>
public sealed record OwnerChanged(Id<Person> Person, Id<Employee>? From, Id<Employee> To) : PersonEvent
{
    protected override string Tell() => $"{To} looks after {Person}{(From is { } from ? $" in place of {from}" : "")}.";
}

/// <summary>One of ours has left. Everybody they looked after had a new owner before (INV-09).</summary>
public sealed record EmployeeGone(Id<Employee> Employee, DateOnly On) : PersonEvent
{
    protected override string Tell() =>
        FormattableString.Invariant($"{Employee} looks after nobody here any more since {On:yyyy-MM-dd}.");
}
