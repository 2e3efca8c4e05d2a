using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>Something that people ask of one campaign that is not over.</summary>
public abstract record CampaignCommand(Id<Campaign> Campaign) : CustomerCommand
{
    /// <summary>Whether it may be asked while the customer keeps the campaign waiting.</summary>
    private protected virtual bool AlsoSuspended => false;

    public sealed override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        customer.Certification.Campaigns.TryGetValue(Campaign, out var campaign)
            ? FieldMistake.Among(Flaws(campaign, customer, on))
            : [];

    public sealed override Decision Decide(Customer customer, Occasion on) =>
        customer.Certification.Campaigns.GetValueOrDefault(Campaign) switch
        {
            null => Decision.Refuse("campaign-unknown", $"{customer.Details!.Name} has no campaign {Campaign}."),
            { End: { } end } => Decision.Refuse("campaign-over", $"The campaign {Campaign} is over: {end.Reason}."),
            { Suspended: { } why } when !AlsoSuspended =>
                Decision.Refuse("campaign-suspended", $"The customer keeps the campaign {Campaign} waiting: {why}."),
            var campaign => Decide(campaign, customer, on),
        };

    /// <summary>What can be wrong with it; nothing where nothing is.</summary>
    private protected virtual IEnumerable<FieldMistake?> Flaws(Campaign campaign, Customer customer, Occasion on) => [];

    private protected abstract Decision Decide(Campaign campaign, Customer customer, Occasion on);

    private protected static Scheme SchemeOf(Campaign campaign, Customer customer) =>
        customer.Certification.Schemes[campaign.Scheme];

    private protected static FieldMistake? UnknownCriterion(string field, Id<Criterion>? criterion, Scheme scheme) =>
        criterion is { } id && scheme.Find(id) is null
            ? new FieldMistake(field, $"is {id}, which {scheme.Id} does not ask for")
            : null;

    private protected static FieldMistake? Past(string field, DateOnly day, DateOnly today) => day < today
        ? new FieldMistake(field, FormattableString.Invariant($"is {day:yyyy-MM-dd}, which is over"))
        : null;
}
