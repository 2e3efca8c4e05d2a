using System.Text.RegularExpressions;

namespace Planning.Benchmarks.Fuzzing;

/// <summary>Expressions of a grammar that mostly bind, made to grow, to nest and to reach where they may not.</summary>
internal sealed partial class HostileExpression(Chance chance, Subject subject)
{
    private static readonly string[] Figures =
    [
        "0", "1", "-1", "2147483647", "-2147483648", "9223372036854775807", "3000000000", "1.5", "1e308", "-0.0",
        "0.1m",
        "79228162514264337593543950335m", "1f", "5L", "'c'", "0xFF",
    ];

    private static readonly string[] Words =
    [
        "\"\"", "\"a\"", "\"text\"", "\"é\"", "\"2026-02-30\"", "\"2026-01-01\"", "\"1\"", "\"{0}{1:F9}\"",
        "\"\\u0000\"",
        "null", "true", "string.Empty", "\"x\".PadLeft(999999)", "\"ab\".PadRight(5000, 'z')",
    ];

    private static readonly string[] Attacks =
    [
        "GetType()", "GetType().Assembly", "ToString()", "GetHashCode()", "Equals(null)", "Length", "Count()", "Value",
        "HasValue", "First()", "Last()", "Single()", "ElementAt(1)", "Add(1)", "Clear()", "Substring(1, 99)",
        "ToCharArray()",
        "Split(',')", "Replace(\"a\", \"aaaaaaaaaaaaaaaa\")", "PadLeft(2000000000)", "ToString(\"F99\")",
        "AddYears(9999)",
        "AddDays(1e300)", "CompareTo(\"a\")", "Trim()", "Year", "Ticks", "TotalDays", "Key", "Source", "ToDictionary()",
    ];

    private static readonly string[] Lists =
    [
        "Any({0})", "All({0})", "Count({0})", "Where({0})", "First({0})", "LastOrDefault({0})", "TakeWhile({0})",
        "SkipWhile({0})", "Select({0})", "SelectMany({0})", "OrderBy({0})", "OrderByDescending({0})",
        "GroupBy({0})", "Sum({0})",
        "Average({0})", "Min({0})", "Max({0})", "Take(2)", "Skip(1)", "Distinct()", "Reverse()", "ToList()",
        "Concat({1})",
        "Union({1})", "Except({1})", "SequenceEqual({1})", "Contains({0})", "DefaultIfEmpty()", "Single()", "Sum()",
        "Max()",
    ];

    private static readonly string[] Shapes =
    [
        "({0})", "!({0})", "-({0})", "{0} + {1}", "{0} - {1}", "{0} * {1}", "{0} / {1}", "{0} % {1}", "{0} << {1}",
        "{0} & {1}",
        "{0} | {1}", "{0} == {1}", "{0} != {1}", "{0} < {1}", "{0} >= {1}", "{0} and {1}", "{0} or {1}", "not {0}",
        "{0} ?? {1}",
        "{0} in ({1}, {0})", "{0} not in ({1})", "{0} ? {1} : {0}", "iif({0}, {1}, {0})", "np({0}, {1})",
        "isnull({0}, {1})",
        "int({0})", "string({0})", "decimal({0})", "double({0})", "DateTime({0})", "(int){0}",
        "cast({0}, \"System.Int32\")",
        "is({0}, \"System.String\")", "as({0}, \"string\")", "new ({0} as p, {1} as q)", "new {{ p = {0} }}",
        "new[] {{ {0}, {1} }}",
        "({0})[{1}]", "({0}).{2}", "({0}).{3}", "({0}).{3}.{3}", "$\"{{{0}}} {{{1}}}\"",
        "string.Format(\"{{0}}{{1}}\", {0}, {1})",
        "string.Join(\",\", {0})", "Math.Pow({0}, {1})", "Math.Max({0}, {1})", "Convert.ToInt32({0})",
        "DateTime.Parse({0})",
        "string.Concat({0}, {1})", "({0}).Equals({1})", "({0}).ToString()", "it", "root.{2}", "parent", "{0} is null",
        "new DateTime({0}, 1, 1)", "TimeSpan.FromDays({0})", "DayOfWeek.Friday == {0}", "{0} /* {1} */", "x => {0}",
    ];

    private static readonly string[] Growth =
    [
        "(", "!", "- ", "a.", "a<", "1+", "\"a\"+", "x=>", "a?.", "$\"{{", "new(", "[", "np(", "t ? t : ", "1 in (",
        "a ?? ",
        "a.Scores.Any(x => ", "a.Scores.SelectMany(y => a.Scores).", "a.Tags.Select(z => ", "string.Concat(\"a\", ",
        "#if ",
    ];

    private readonly string[] _facts =
    [
        .. subject.Expressions.SelectMany(one => Path().Matches(one)).Select(match => match.Value).Distinct()
            .DefaultIfEmpty("a"),
    ];

    public string Make() => chance.Below(12) switch
    {
        0 => string.Concat(Enumerable.Repeat(
            chance.Of(Growth), 1 + chance.Below(chance.OneIn(10) ? 3_000 : 90))) + Any(1),
        1 => Grown(),
        _ => Any(1 + chance.Below(4)),
    };

    // The same shape around itself, so that whatever doubles doubles often.
    private string Grown()
    {
        var shape = chance.Of(Shapes);
        var text = Any(1);
        var times = 1 + chance.Below(60);
        for (var i = 0; i < times && text.Length < 8_000; i++)
        {
            text = Filled(shape, text, chance.OneIn(2) ? Any(0) : text);
        }

        return text;
    }

    private string Any(int depth) => depth == 0 || chance.OneIn(6)
        ? Atom()
        : Filled(chance.Of(Shapes), Any(depth - 1), Any(depth - 1));

    private string Atom() => chance.Below(8) switch
    {
        0 => chance.Of(Figures),
        1 => chance.Of(Words),
        2 => chance.OneIn(4) ? "x" : chance.Of(_facts),
        _ => chance.Of(_facts),
    };

    private string Filled(string shape, string left, string right)
    {
        var asked = shape.Contains("{3}", StringComparison.Ordinal) ? Question() : "";
        return string.Format(
            System.Globalization.CultureInfo.InvariantCulture, shape, left, right, chance.Of(Attacks), asked);
    }

    private string Question()
    {
        var name = chance.Of(["x", "y", "it", "z"]);
        var inner = chance.OneIn(3) ? Atom() : $"{name} {chance.Of(["==", ">", "+", "??"])} {Atom()}";
        return string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            chance.Of(Lists),
            name is "it" ? inner : $"{name} => {inner}",
            Atom());
    }

    [GeneratedRegex("""\b(customer|plan|a)\.\w+""")]
    private static partial Regex Path();
}
