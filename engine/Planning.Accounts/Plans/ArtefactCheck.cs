using System.Globalization;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Plans;

/// <summary>What can be wrong with a piece of work before its content is judged; all mistakes at once.</summary>
internal static class ArtefactCheck
{
    public static IEnumerable<FieldMistake> Mistakes(Artefact artefact, DateOnly today) => artefact switch
    {
        Artefact.Profile profile => OfSection(profile.Section, today),
        Artefact.Vendors vendors => OfVendors(vendors),
        Artefact.Match match => OfAssessment(match.Assessment, today),
        Artefact.Agreement agreement => FieldMistake.Among(
            FieldMistake.OutOfRange("Result", agreement.Meeting.Result, 0, 100),
            FieldMistake.Blank("Reasons", agreement.Meeting.Reasons),
            FieldMistake.NotYet("On", agreement.Meeting.On, today)),
        _ => [],
    };

    private static IEnumerable<FieldMistake> OfSection(ProfileSection section, DateOnly today) => FieldMistake.Among(
    [
        FieldMistake.Blank("Text", section.Text),
        FieldMistake.NotYet("DatedOn", section.DatedOn, today),
        section.Sources is [] ? new FieldMistake("Sources", "is empty; name at least one source") : null,
        .. section.Sources.Select((source, at) => FieldMistake.Blank($"Sources[{at}].Title", source.Title)),
    ]);

    private static IEnumerable<FieldMistake> OfVendors(Artefact.Vendors vendors) => FieldMistake.Among(
    [
        vendors.Shares is [] ? new FieldMistake("Shares", "is empty; list at least one vendor") : null,
        vendors.Shares.All(vendor => vendor.Share is >= 0 and <= 1)
            && vendors.Shares.Sum(vendor => vendor.Share) is > 1 and var sum
            ? new FieldMistake("Shares", string.Create(
                CultureInfo.InvariantCulture, $"add up to {sum:0.##%}; all vendors together have at most 100 %"))
            : null,
        .. vendors.Shares.GroupBy(vendor => vendor.Vendor, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => new FieldMistake("Shares", $"name {same.Key} {same.Count()} times")),
        .. vendors.Shares.SelectMany((vendor, at) => FieldMistake.Among(
            FieldMistake.Blank($"Shares[{at}].Vendor", vendor.Vendor),
            FieldMistake.OutOfRange($"Shares[{at}].Share", vendor.Share, 0, 1))),
    ]);

    private static IEnumerable<FieldMistake> OfAssessment(MatchAssessment assessment, DateOnly today) => FieldMistake.Among(
    [
        FieldMistake.OutOfRange("Years", assessment.Years, 3, 5),
        FieldMistake.NotYet("On", assessment.On, today),
        .. assessment.Factors.All.Select(
            factor => FieldMistake.OutOfRange($"Factors.{factor.Name}", factor.Score, 0, 100)),
        .. assessment.Evidence.Select((evidence, at) => FieldMistake.Blank($"Evidence[{at}]", evidence)),
    ]);
}
