using System.Globalization;
using Planning.Rules.Evaluation;

namespace Planning.Rules.Wording;

/// <summary>Simplified Chinese. A space stands only where a Chinese character meets a letter or digit.</summary>
internal sealed class Chinese() : Language("zh")
{
    private static readonly string[] Numbers =
        ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

    internal override string Nothing => "未知";

    internal override string Hung => "无法判定";

    internal override string Each => "值";

    public override string Of(Label label) => label.Chinese ?? label.English;

    public override string List(IEnumerable<string> parts) => string.Join('，', parts);

    public override string Therefore(string deed, string why) => Put(deed, "：", why);

    internal override string Unknown(IReadOnlyList<string> subjects) => Put("未知：", Options(subjects));

    internal override string Known(string subject) => Put(subject, "已知");

    internal override string YesNo(bool yes) => yes ? "是" : "否";

    internal override string Options(IEnumerable<string> options) => string.Join('、', options);

    internal override string Is(string subject, string value) => Put(subject, "为", value);

    internal override string IsNot(string subject, string other) => Put(subject, "不是", other);

    internal override string IsInstead(string subject, string value, string other) =>
        Put(subject, "为", value, "而非", other);

    internal override string Among(string subject, string options, bool holds) =>
        Put(subject, holds ? "属于" : "不属于", options);

    internal override string Stated(string subject, bool holds, bool isClause) =>
        isClause ? holds ? subject : Not(subject) : Put(subject, holds ? "：是" : "：否");

    internal override string Asked(string subject, Question question, string about, bool holds) => question switch
    {
        Question.StartsWith => Put(subject, holds ? "以" : "不以", about, "开头"),
        Question.EndsWith => Put(subject, holds ? "以" : "不以", about, "结尾"),
        Question.Contains => Put(subject, holds ? "包含" : "不包含", about),
        Question.OneOf => Among(subject, about, holds),
        Question.Equals => Put(subject, holds ? "为" : "不是", about, "（不分大小写）"),
        Question.IsEmpty or Question.IsBlank => Put(subject, holds ? "为空" : "不为空"),
        Question.Any when about is "" => Put(holds ? "有" : "没有", subject),
        Question.Any => Put(subject, holds ? "中至少有一个" : "中没有一个", "（", about, "）"),
        _ => Put(subject, holds ? "全部" : "并非全部", "（", about, "）"),
    };

    internal override string Failed(string message, string reason) => Put("该规则无法评估：", reason);

    internal override string With(string subject, string value) => Put(subject, " ", value);

    internal override string Every(IReadOnlyList<string> conditions) => Chain("且", conditions);

    internal override string Some(IReadOnlyList<string> conditions) => Chain("或", conditions);

    internal override string Not(string condition) => Put("并非（", condition, "）");

    internal override string Over(Aggregate question, string list, string each)
    {
        var of = each is "" ? list : Put(list, "的", each);
        return question switch
        {
            Aggregate.Count => Put(list, "的数量"),
            Aggregate.Sum => Put(of, "合计"),
            Aggregate.Average => Put(of, "平均值"),
            Aggregate.Lowest => Put(of, "最小值"),
            Aggregate.Highest => Put(of, "最大值"),
            Aggregate.First => Put("第一个", of),
            Aggregate.Last => Put("最后一个", of),
            _ => of,
        };
    }

    internal override string Which(string list, string condition) => Put(list, "（", condition, "）");

    internal override string If(string condition, string then, string otherwise) =>
        Put("若", condition, "则", then, "否则", otherwise);

    internal override string Otherwise(string value, string fallback) => Put(value, "（未知时取", fallback, "）");

    internal override string DaysBetween(string from, string to) => Put(from, "至", to, "的天数");

    private protected override string InARow(int times, Label unit) => Put("连续", Number(times), Of(unit));

    private protected override string Holding(int count, int of, Label unit, string why) =>
        Put("已连续", Number(count), Of(unit), "（须", Number(of), Of(unit), "）：", why);

    private protected override string Beaten(string by, string why) => Put("让位于", by, "：", why);

    private protected override string Frozen(string by) => Put("被", by, "冻结：该规则无法判定");

    private protected override string Postponed(string predicate, string why) =>
        Put("因", predicate, "推迟：", why);

    private protected override string Undecided(string why) => Put("无法判定，", why);

    private protected override string NotReached(string by) => Put("未评估：", by, "已终止评估");

    private static string Number(int number) =>
        number < Numbers.Length ? Numbers[number] : number.ToString(CultureInfo.InvariantCulture);

    private static string Chain(string word, IReadOnlyList<string> conditions) =>
        conditions.Aggregate((left, right) => Put(left, word, right));

    private static string Put(params ReadOnlySpan<string> parts)
    {
        var text = new System.Text.StringBuilder();
        foreach (var part in parts)
        {
            if (text.Length > 0 && part.Length > 0 && NeedSpace(text[^1], part[0]))
            {
                text.Append(' ');
            }

            text.Append(part);
        }

        return text.ToString();
    }

    private static bool NeedSpace(char left, char right) =>
        (IsHan(left) && IsWord(right)) || (IsWord(left) && IsHan(right));

    private static bool IsHan(char sign) => sign is >= '一' and <= '鿿';

    private static bool IsWord(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '+' or '(' or ')' or '%';
}
