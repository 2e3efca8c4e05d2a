namespace Planning.Flows.Compatibility.Tests.Support;

/// <summary>Compares a case with its recording, and with what the table says of it.</summary>
internal static class Verdict
{
    public static void On(FlowCase one)
    {
        var differences = Between(one);
        var unexpected = differences.Where(difference => !DeliberateDifferences.Contain(one.Id, difference.Key)).ToList();
        Assert.True(unexpected is [], string.Join('\n', unexpected.Select(difference => $"{difference.Key}{difference.Value}")));
        var stale = DeliberateDifferences.Of(one.Id).Except(differences.Keys).ToList();
        Assert.True(stale is [], $"No difference any more in {string.Join(", ", stale)}: take that off DeliberateDifferences.");
    }

    private static IReadOnlyDictionary<string, string> Between(FlowCase one)
    {
        try
        {
            return Differences.Between(one, CaseRun.Of(one));
        }
        catch (FormatException refused)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal) { ["definition"] = $" {refused.Message}" };
        }
    }
}
