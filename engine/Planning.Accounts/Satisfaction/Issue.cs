using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Satisfaction;

/// <summary>Something that is wrong at the customer, or that it complains of. It is over when the customer says so.</summary>
/// <param name="Severity">1 the gravest, as the policy has them.</param>
/// <param name="AnswerBy">The last day on which the customer hears from us.</param>
/// <param name="Due">The last day on which it is solved.</param>
public sealed record Issue(
    Id<Issue> Id, int Severity, string Text, DateOnly OpenedOn, Id<Employee> Owner, DateOnly AnswerBy, DateOnly Due)
{
    /// <summary>Who at the customer complained; nothing for what we found ourselves.</summary>
    public Id<Person>? RaisedBy { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public string? RootCause { get; init; }

    public string? Solution { get; init; }

    public DateOnly? SolvedOn { get; init; }

    /// <summary>Who at the customer confirmed that it is solved.</summary>
    public Id<Person>? ConfirmedBy { get; init; }

    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>Our own word that it is solved does not end it.</summary>
    [JsonIgnore]
    public bool IsOpen => ConfirmedOn is null;

    [JsonIgnore]
    public bool AnsweredInTime => AnsweredOn <= AnswerBy;
}
