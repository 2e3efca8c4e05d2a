using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Invariants;

/// <summary>Something that is always so (METHOD §2.2).</summary>
/// <param name="Number">As <c>INV-01</c>.</param>
/// <param name="LookedAt">Where a stored portfolio would show that it is not.</param>
public sealed record Invariant(string Number, string Promise, Evident LookedAt)
{
    /// <summary>All of METHOD §2.2, by number.</summary>
    public static ImmutableArray<Invariant> All { get; } =
    [
        new("INV-01", "One tier is in force at any time, without gap or overlap", Evident.InJournal),
        new("INV-02", "Every change of a tier names its cause", Evident.InJournal),
        new("INV-03", "The same facts and rules give the same decision again", Evident.InReplay),
        new("INV-04", "What is not known demotes nobody", Evident.InJournal),
        new("INV-05", "Nobody gets less attention than the floor", Evident.InPolicies),
        new("INV-06", "No tier is looked after less than C", Evident.InPolicies),
        new("INV-07", "Every active customer has an account responsible and a backup", Evident.InState),
        new("INV-08", "S and A have three different people in the three seats", Evident.InState),
        new("INV-09", "Everybody with a part in a process has an owner", Evident.InState),
        new("INV-10", "A contact detail is one person's", Evident.InState),
        new("INV-11", "HARVEST is never S, and glides", Evident.InState),
        new("INV-12", "The TARGET lane has a funded campaign, a sponsor and a review date", Evident.InState),
        new("INV-13", "A group has one plan, and what is approved never changes", Evident.InJournal),
        new("INV-14", "An approved plan of S or A stands on fresh insight, a team and yearly targets", Evident.InJournal),
        new("INV-15", "Plans stay within what their region has given", Evident.InPortfolio),
        new("INV-16", "Weights add to 100; every objective has a measure and an owner on the team", Evident.InState),
        new("INV-17", "Nobody approves what they asked for", Evident.InJournal),
        new("INV-18", "Qualified is what a document of the customer says", Evident.InState),
        new("INV-19", "No phase closes over a failed criterion", Evident.InReplay),
        new("INV-20", "Evidence was valid when it was handed in, and is the same still", Evident.InState),
        new("INV-21", "No bid in a scope that is not listed", Evident.InJournal),
        new("INV-22", "A grave finding has an owner and a day in time", Evident.InState),
        new("INV-23", "Nobody holds a seat against a conflict", Evident.InState),
        new("INV-24", "Nobody is loaded above their capacity", Evident.InPortfolio),
        new("INV-25", "A seat changes hands with a signed handover", Evident.InJournal),
        new("INV-26", "Nobody promises what another answers for without their word", Evident.InState),
        new("INV-27", "Conflict cities are codes, without reasons", Evident.InPortfolio),
        new("INV-28", "Of people only business facts are kept", Evident.InForm),
        new("INV-29", "A loss is reviewed, and the review names cause and people", Evident.InState),
        new("INV-30", "An escalation closes by fact or by a reasoned decision above", Evident.InJournal),
        new("INV-31", "No offer below the floor for the customer's sake alone", Evident.InState),
        new("INV-32", "Concentration is the group's, and lowers no tier", Evident.InJournal),
    ];
}

/// <summary>Where it shows that an invariant does not hold.</summary>
public enum Evident
{
    /// <summary>In how a customer stands.</summary>
    InState,

    /// <summary>In what happened to a customer.</summary>
    InJournal,

    /// <summary>In decisions that come out otherwise when they are judged again.</summary>
    InReplay,

    /// <summary>In customers and employees together.</summary>
    InPortfolio,

    /// <summary>In what the company works by.</summary>
    InPolicies,

    /// <summary>Nowhere: what is kept has no place for it.</summary>
    InForm,
}

/// <summary>An invariant that does not hold.</summary>
/// <param name="Customer">Nothing for the portfolio as a whole.</param>
/// <param name="What">Who and what, in a sentence's words without a full stop.</param>
public sealed record Violation(string Invariant, Id<Customer>? Customer, string What)
{
    /// <summary>How people are told of it; nothing when it is silent (METHOD §2.2: refused or raised, never silent).</summary>
    public string? Raised { get; init; }
}
