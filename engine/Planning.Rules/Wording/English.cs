using System.Globalization;
using Planning.Rules.Evaluation;

namespace Planning.Rules.Wording;

internal sealed class English() : Language("en")
{
    private static readonly string[] Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    internal override string Nothing => "not known";

    internal override string Hung => "not decided";

    internal override string Each => "value";

    public override string Of(Label label) => label.English;

    public override string List(IEnumerable<string> parts) => string.Join(", ", parts);

    public override string Therefore(string deed, string why) => $"{deed} because {why}";

    internal override string Unknown(IReadOnlyList<string> subjects) =>
        List(subjects.Select(subject => $"{subject} is not known"));

    internal override string Known(string subject) => $"{subject} is known";

    internal override string YesNo(bool yes) => yes ? "yes" : "no";

    internal override string Options(IEnumerable<string> options) => string.Join(", ", options);

    internal override string Is(string subject, string value) => $"{subject} is {value}";

    internal override string IsNot(string subject, string other) => $"{subject} is not {other}";

    internal override string IsInstead(string subject, string value, string other) =>
        $"{subject} is {value}, not {other}";

    internal override string Among(string subject, string options, bool holds) =>
        $"{subject} is {(holds ? "one" : "none")} of {options}";

    internal override string Stated(string subject, bool holds, bool isClause) =>
        holds ? subject : isClause ? Not(subject) : $"not {subject}";

    internal override string Asked(string subject, Question question, string about, bool holds) => question switch
    {
        Question.StartsWith => $"{subject} {(holds ? "starts" : "does not start")} with {about}",
        Question.EndsWith => $"{subject} {(holds ? "ends" : "does not end")} with {about}",
        Question.Contains => $"{subject} {(holds ? "contains" : "does not contain")} {about}",
        Question.OneOf => Among(subject, about, holds),
        Question.Equals => $"{subject} {(holds ? "is" : "is not")} {about}, whatever the case",
        Question.IsEmpty or Question.IsBlank => $"{subject} is {(holds ? "" : "not ")}empty",
        Question.Any when about is "" => $"there are {(holds ? "" : "no ")}{subject}",
        Question.Any => $"{(holds ? "at least one" : "none")} of {subject} ({about})",
        _ => $"{(holds ? "all" : "not all")} of {subject} ({about})",
    };

    internal override string Failed(string message, string reason) => message;

    internal override string With(string subject, string value) => $"{subject} {value}";

    internal override string Every(IReadOnlyList<string> conditions) => string.Join(" and ", conditions);

    internal override string Some(IReadOnlyList<string> conditions) => string.Join(" or ", conditions);

    internal override string Not(string condition) => $"not ({condition})";

    internal override string Over(Aggregate question, string list, string each)
    {
        var of = each is "" ? list : $"{each} of {list}";
        return question switch
        {
            Aggregate.Count => $"number of {list}",
            Aggregate.Sum => $"sum of {of}",
            Aggregate.Average => $"average of {of}",
            Aggregate.Lowest => $"lowest of {of}",
            Aggregate.Highest => $"highest of {of}",
            Aggregate.First => $"first of {of}",
            Aggregate.Last => $"last of {of}",
            _ => of,
        };
    }

    internal override string Which(string list, string condition) => $"{list} ({condition})";

    internal override string If(string condition, string then, string otherwise) =>
        $"{then} if {condition}, else {otherwise}";

    internal override string Otherwise(string value, string fallback) => $"{value} (or else {fallback})";

    internal override string DaysBetween(string from, string to) => $"days from {from} to {to}";

    private protected override string InARow(int times, Label unit)
    {
        var number = times < Numbers.Length ? Numbers[times] : times.ToString(CultureInfo.InvariantCulture);
        return $"{number} {unit.English}{(times == 1 ? "" : "s")} in a row";
    }

    private protected override string Holding(int count, int of, Label unit, string why) =>
        $"{unit.English} {count} of {of}: {why}";

    private protected override string Beaten(string by, string why) => $"beaten by {by}: {why}";

    private protected override string Frozen(string by) => $"frozen by {by}, which cannot be decided";

    private protected override string Postponed(string predicate, string why) => $"postponed while {predicate}: {why}";

    private protected override string Undecided(string why) => $"undecided: {why}";

    private protected override string NotReached(string by) => $"not judged, because {by} stopped the evaluation";
}
