using System.Collections.Immutable;
using Planning.Accounts.Approvals;
using Planning.Accounts.Calendars;
using Planning.Accounts.Certification;
using Planning.Accounts.Coverage;
using Planning.Accounts.Escalations;
using Planning.Accounts.Losses;
using Planning.Accounts.Offers;
using Planning.Accounts.Organisation;
using Planning.Accounts.Policies;
using Planning.Accounts.Satisfaction;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Workflows.Playbooks;

/// <summary>The numbers that a company works by at one time: those of every room of the method, and its working calendars.</summary>
public sealed record PolicySet(MethodPolicies Method, WorkingCalendars Calendars)
{
    /// <summary>The policies that have versions, in a fixed order; the file of each has the same name.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. PlaybookFile.Shipped.Where(file => file.Kind == PlaybookFile.Policies).Select(file => file.Identity()?.Name).OfType<string>(),
    ];

    /// <param name="file">The file by its name; nothing for METHOD's numbers.</param>
    /// <param name="mistakes">Gets every mistake in all of them.</param>
    internal static PolicySet Read(Func<string, PlaybookFile?> file, List<PlaybookMistake> mistakes)
    {
        var policies = new PolicyReader(mistakes);
        var calendars = policies.Calendars(file("calendars.json"));
        var method = new MethodPolicies
        {
            Planning = policies.Planning(file("planning.json")),
            Approvals = policies.Policy(
                file("approvals.json"), ApprovalPolicy.Default, policy => policy.Mistakes()),
            Certification = policies.Policy(
                file("certification.json"), CertificationPolicy.Default, policy => policy.Mistakes()),
            Escalations = policies.Policy(
                file("escalation-times.json"), EscalationPolicy.Default, policy => policy.Mistakes()),
            Tiers = policies.Policy(
                file("tiers.json"), TierPolicy.Default, policy => policy.Mistakes()),
            Coverage = policies.Policy(
                file("coverage.json"), CoveragePolicy.Default, policy => policy.Mistakes()),
            Team = policies.Policy(
                file("team.json"), TeamPolicy.Default, policy => policy.Mistakes()),
            Organisation = policies.Policy(
                file("organisation.json"), OrganisationPolicy.Default, policy => policy.Mistakes()),
            Satisfaction = policies.Policy(
                file("satisfaction.json"), SatisfactionPolicy.Default, policy => policy.Mistakes()),
            Offers = policies.Policy(
                file("offers.json"), OfferPolicy.Default, policy => policy.Mistakes()),
            Losses = policies.Policy(
                file("losses.json"), LossPolicy.Default, policy => policy.Mistakes()),
        };
        return new PolicySet(method, calendars);
    }

    /// <summary>Finds every mistake in the text of one policy.</summary>
    internal static void Check(string name, string label, string body, List<PlaybookMistake> mistakes) => Read(
        wanted => wanted == $"{name}.json" ? new PlaybookFile(PlaybookFile.Policies, label, body) : null, mistakes);
}
