using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Delivery;
using Planning.Accounts.Losses;
using Planning.Accounts.Organisation;
using Planning.Accounts.Satisfaction;
using Planning.Grains.Embedded;

namespace Planning.Host.Api;

/// <summary>The relationship of company and company over HTTP, to read; what people do has an address for each command.</summary>
internal static class OrganisationEndpoints
{
    public static void MapOrganisation(this RouteGroupBuilder api) =>
        api.MapGet("/customers/{customer}/organisation", Show)
            .WithTags("Customers")
            .WithSummary("Mechanisms, one voice, promises, joint work, surveys, issues, deliveries and losses, and how they measure");

    private static async Task<Results<Ok<OrganisationView>, ProblemHttpResult>> Show(
        string customer, EmbeddedRuntime runtime, CancellationToken cancellationToken) =>
        Id<Customer>.TryParse(customer, null, out var id)
        && await Newest.LookAsync(runtime.Customers, runtime.Portfolio, id, cancellationToken) is { Customer: { Details: not null } known }
            ? TypedResults.Ok(OrganisationView.Of(known, runtime))
            : Answers.Unknown(customer);
}

/// <param name="Measures">Those of company and company; the others stand with the coverage.</param>
/// <param name="Conflicts">Topics on which we speak with several voices.</param>
internal sealed record OrganisationView(
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<VoicesView> Conflicts,
    OrganisationRecord Organisation,
    SatisfactionRecord Satisfaction,
    DeliveryRecord Delivery,
    LossRecord Losses)
{
    public static OrganisationView Of(Customer customer, EmbeddedRuntime runtime)
    {
        var policies = runtime.Playbook.Policies;
        var since = runtime.Today.AddMonths(-policies.Organisation.Months);
        return new OrganisationView(
            [.. CoverageReport.Of(customer, policies, runtime.Today).Measures.Where(measure => CoverageReport.Organisational.Contains(measure.Name))],
            [
                .. from topic in customer.Organisation.Topics.Values
                   let voices = topic.Positions(since, runtime.Today)
                   where voices.Count > 1
                   select new VoicesView(topic.Id, voices),
            ],
            customer.Organisation,
            customer.Satisfaction,
            customer.Delivery,
            customer.Losses);
    }
}

internal sealed record VoicesView(Id<VoiceTopic> Topic, IReadOnlyList<Position> Voices);
