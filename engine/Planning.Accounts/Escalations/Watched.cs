using System.Collections.Immutable;

namespace Planning.Accounts.Escalations;

/// <summary>One thing at a customer that the escalation rules look at.</summary>
/// <param name="Scope">What kind of thing it is; a rule is about one kind.</param>
/// <param name="Key">Unique within the scope, and the same as long as it is the same thing.</param>
/// <param name="Name">What people call it.</param>
public sealed record Watched(string Scope, string Key, string Name, EscalationFacts Facts)
{
    public const string Customer = "customer";
    public const string Person = "person";
    public const string Seat = "seat";
    public const string Stage = "stage";
    public const string Approval = "approval";
    public const string Evidence = "evidence";
    public const string Window = "window";
    public const string Campaign = "campaign";
    public const string Listing = "listing";
    public const string Bid = "bid";
    public const string Offer = "offer";
    public const string Plan = "plan";
    public const string Organisation = "organisation";
    public const string Topic = "topic";
    public const string Duplicate = "duplicate";
    public const string Issue = "issue";
    public const string Milestone = "milestone";
    public const string Loss = "loss";
    public const string Employee = "employee";

    public static IReadOnlyList<string> Scopes { get; } =
    [
        Customer,
        Person,
        Seat,
        Stage,
        Approval,
        Evidence,
        Window,
        Campaign,
        Listing,
        Bid,
        Offer,
        Plan,
        Organisation,
        Topic,
        Duplicate,
        Issue,
        Milestone,
        Loss,
        Employee,
    ];

    /// <summary>Unique at the customer.</summary>
    public string Id => $"{Scope}:{Key}";

    /// <summary>The time that a ladder may count within: from when it began to run until it is over; nothing where none runs.</summary>
    public (DateOnly From, DateOnly To)? Until { get; init; }

    /// <summary>Who holds a role at this very thing, as the owner of a certificate; other roles are told by their name.</summary>
    public ImmutableDictionary<string, string> Holders { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>What one rule says of one thing.</summary>
/// <param name="Rule">Its number in METHOD §5.5, as <c>ESC-01</c>.</param>
/// <param name="Holds">Nothing when a fact that it hangs on is not known: then all stays as it is.</param>
/// <param name="Because">The facts in words; empty unless it holds.</param>
public sealed record Condition(string Rule, Watched About, bool? Holds, string Because)
{
    /// <summary>De-duplication: one escalation of a rule about a thing (METHOD §5.5).</summary>
    public string Key => $"{Rule}/{About.Id}";

    /// <returns>The <see cref="Watched.Id"/> that a key is about.</returns>
    internal static string ThingOf(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

/// <summary>The escalation rules in force.</summary>
public interface IEscalationRules
{
    /// <summary>Name and version of the rule set.</summary>
    string Version { get; }

    IEnumerable<Condition> Judge(Watched watched);

    /// <summary>How a rule raises, and whom it tells.</summary>
    EscalationTerms Terms(string rule);
}
