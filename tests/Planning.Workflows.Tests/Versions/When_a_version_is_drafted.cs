using Planning.Workflows.Playbooks;
using Planning.Workflows.Tests.Support;
using Planning.Workflows.Versions;

namespace Planning.Workflows.Tests.Versions;

public sealed class When_a_version_is_drafted : VersionSpec
{
    [Fact]
    public void it_judges_nobody_and_names_its_author()
    {
        GivenTheShippedRules();
        Draft("2026.2", by: "mei", on: "2026-10-05");
        ThenItIsDone();
        Assert.Equal("2026.1 live, 2026.2 draft", StagesOn("2026-10-05"));
        Assert.Equal("2026.1", Versions.InForceOn(Words.Day("2030-01-01")));
        Assert.Equal(("mei", "tiering 2026.2"), (Versions.Find("2026.2")!.Author, Versions.Find("2026.2")!.Label));
        Assert.Equal(64, Versions.Find("2026.2")!.Hash.Length);
    }

    [Fact]
    public void the_same_text_again_changes_nothing_and_the_author_stays()
    {
        Draft("2026.2", by: "mei", on: "2026-10-05");
        Draft("2026.2", by: "jan", on: "2026-10-06");
        ThenItWasSoAlready();
        Assert.Equal("mei", Assert.Single(Versions.All).Author);
    }

    [Fact]
    public void another_text_needs_another_version()
    {
        GivenTheShippedRules();
        Draft("2026.1", by: "mei", on: "2026-10-05", more: " ");
        ThenItIsRefused("version-taken", "tiering 2026.1 is known with another text; give a changed text a new version.");
    }

    [Fact]
    public void nobody_is_called_shipped()
    {
        Draft("2026.2", by: "shipped", on: "2026-10-05");
        ThenItIsRefused("actor-reserved", "“shipped” stands for the files that the program comes with; say who you are.");
    }

    [Fact]
    public void its_text_must_read_soundly_against_what_the_rules_may_know() => Assert.Equal(
        ["new.json: RULE021 at $.Rules[3].Expression (1:43): Unknown field `Mach`. Did you mean `Match`?"],
        MistakesIn(Shipped.Where("tiering.json", "\\\"HARVEST\\\" && customer.Match >= 60", "\\\"HARVEST\\\" && customer.Mach >= 60")
            .Single(file => file.Name == "tiering.json").Body));

    [Fact]
    public void all_that_is_wrong_with_its_moves_is_told_at_once() => Assert.Equal(
        ["$.Rules[0].Properties.then[0].value", "$.Rules[1].Properties.then[0].do"],
        Flawed("""
            { "WorkflowName": "tiering", "Version": "2", "Rules": [
              { "RuleName": "A", "Expression": "customer.Match > 1", "Properties": { "then": [{ "do": "set_tier", "value": "X" }] } },
              { "RuleName": "B", "Expression": "customer.Match > 2", "Properties": { "then": [{ "do": "dance" }] } } ] }
            """).Select(mistake => mistake.Path));

    [Theory]
    [InlineData("""{ "WorkflowName": "pricing", "Version": "1" }""", "$.WorkflowName", "Name the rule set that this is a version of: ")]
    [InlineData("""{ "WorkflowName": "tiering", "Rules": [] }""", "$.Version",
        "Give the text a version of up to 32 letters, digits, dots, hyphens and underscores, as \"2026.2\".")]
    [InlineData("""{ "WorkflowName": "tiering", "Version": "a b" }""", "$.Version",
        "Give the text a version of up to 32 letters, digits, dots, hyphens and underscores, as \"2026.2\".")]
    public void it_says_what_it_is(string body, string path, string message)
    {
        var mistake = Assert.Single(Flawed(body));
        Assert.Equal(path, mistake.Path);
        Assert.StartsWith(message, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_text_that_is_no_json_is_told_so() =>
        Assert.StartsWith("The file is not JSON: ", Assert.Single(Flawed("not json")).Message, StringComparison.Ordinal);

    private static IReadOnlyList<PlaybookMistake> Flawed(string body) =>
        Assert.IsType<RuleTextReading.Flawed>(RuleText.Read("new.json", body)).Mistakes;

    private static IEnumerable<string> MistakesIn(string body) => Flawed(body).Select(mistake => mistake.ToString());
}
