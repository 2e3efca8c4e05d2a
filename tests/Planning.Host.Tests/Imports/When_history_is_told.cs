using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_history_is_told
{
    private const string Act =
        """{"customer": "helvia", "on": "2026-03-31", "actor": "Ada Berg", "do": "advance-plan", "with": {"stage": "A0"}}""";

    [Fact]
    public void each_line_is_an_act_in_the_order_of_the_lines()
    {
        var reading = Read("history.plans.jsonl", $"{Act}\n\n{Act.Replace("2026-03-31", "2026-04-01T14:30Z", StringComparison.Ordinal)}\n");

        reading.HasMistakes();
        Assert.Equal(
            ["2026-03-31 09:00 advance-plan, line 1", "2026-04-01 14:30 advance-plan, line 3"],
            reading.Acts.Select(act => FormattableString.Invariant($"{act.Act.On:yyyy-MM-dd HH:mm} {act.Act.Request.Kind}, line {act.Line.Row}")));
    }

    [Theory]
    [InlineData("helvia", "nobody", ", customer “nobody”: is no known customer; add it to customers.csv")]
    [InlineData("2026-03-31", "2026-10-06", ", on “2026-10-06T09:00:00.0000000+00:00”: lies after today")]
    [InlineData("2026-03-31", "spring", ": on “spring”: is no day; write one like 2026-03-31, or 2026-03-31T14:30Z")]
    [InlineData("Ada Berg", " ", ", actor: is empty; say who did it")]
    [InlineData("\"stage\"", "\"phase\"", ": with.phase: There is no such field")]
    [InlineData("{\"stage\": \"A0\"}", "{}", ": with: Fields are missing: 'stage'")]
    [InlineData("\"actor\"", "\"who\"", ": There is no such field; write one JSON object a line with customer, on, actor, do, and with where the act has a body")]
    public void a_line_that_cannot_be_read_is_told_with_its_number_and_what_would_be_right(string right, string wrong, string mistake) =>
        Read("history.jsonl", $"\n{Act.Replace(right, wrong, StringComparison.Ordinal)}\n").HasMistakes(
            $"history.jsonl, row 2{mistake}");

    [Fact]
    public void what_nobody_can_do_is_told_with_all_that_people_can_do()
    {
        var mistake = Assert.Single(Read("history.jsonl", Act.Replace("advance-plan", "dance", StringComparison.Ordinal)).Mistakes);

        Assert.StartsWith("“dance” is nothing that people do; write one of ", mistake.Reason, StringComparison.Ordinal);
        Assert.Contains("open-plan", mistake.Reason, StringComparison.Ordinal);
    }
}
