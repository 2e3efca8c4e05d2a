using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>Say by what rule book the customer certifies its suppliers for a scope.</summary>
[Command("register-scheme", "Keep the rule book by which the customer certifies its suppliers for a scope")]
public sealed record RegisterScheme(Scheme Scheme) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
    [
        .. Scheme.Mistakes(on.Policies.Certification),
        .. FieldMistake.Among(
            customer.Certification.Schemes.Values.FirstOrDefault(other => other.Scope == Scheme.Scope && other.Id != Scheme.Id) is { } same
                ? new FieldMistake("Scope", $"is {Scheme.Scope}, which the scheme {same.Id} is about already")
                : null,
            customer.Certification.Schemes.TryGetValue(Scheme.Id, out var known)
                && known.RuleBook == Scheme.RuleBook && known != Scheme
                ? new FieldMistake("RuleBook", $"is {Scheme.RuleBook} as before, but it asks for something else; name the new version")
                : null,
            known is not null && known.Scope != Scheme.Scope
                ? new FieldMistake("Scope", $"is {Scheme.Scope}; the scheme {Scheme.Id} is about {known.Scope}")
                : null),
    ];

    public override Decision Decide(Customer customer, Occasion on) =>
        customer.Certification.Schemes.GetValueOrDefault(Scheme.Id) == Scheme
            ? Decision.Record()
            : Decision.Record(new SchemeRegistered(Scheme));
}
