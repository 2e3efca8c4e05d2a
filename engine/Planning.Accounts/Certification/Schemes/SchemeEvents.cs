using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>Something that happened about how the customer certifies its suppliers.</summary>
public abstract record CertificationEvent : CustomerEvent;

/// <summary>The customer runs a short list for that scope from now on; a later rule book takes the place of this one.</summary>
public sealed record SchemeRegistered(Scheme Scheme) : CertificationEvent
{
    protected override string Tell() =>
        $"For {Scheme.Scope} the customer certifies by “{Scheme.Title}” {Scheme.RuleBook} with {Scheme.Criteria.Length} criteria.";
}
