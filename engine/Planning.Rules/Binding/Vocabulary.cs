using System.Collections.Frozen;
using System.Globalization;

namespace Planning.Rules.Binding;

/// <summary>The allow-list: which members of which <c>System</c> types a rule may use. Nothing else can be
/// reached.</summary>
/// <remarks>By type and member: no clock, no chance, no reflection, no files, nothing that grows without
/// bound.</remarks>
internal static class Vocabulary
{
    private static readonly string[] NumberMembers = ["Parse", "MaxValue", "MinValue", "CompareTo"];

    private static readonly string[] DateParts =
    [
        "Year", "Month", "Day", "DayOfWeek", "DayOfYear", "AddDays", "AddMonths", "AddYears", "Parse", "MinValue",
        "MaxValue", "CompareTo",
    ];

    private static readonly string[] TimeParts =
        ["Hour", "Minute", "Second", "Millisecond", "AddHours", "AddMinutes", "AddSeconds"];

    private static readonly FrozenDictionary<string, Type> Names = new Dictionary<string, Type>
    {
        ["bool"] = typeof(bool),
        ["Boolean"] = typeof(bool),
        ["byte"] = typeof(byte),
        ["Byte"] = typeof(byte),
        ["char"] = typeof(char),
        ["Char"] = typeof(char),
        ["decimal"] = typeof(decimal),
        ["Decimal"] = typeof(decimal),
        ["double"] = typeof(double),
        ["Double"] = typeof(double),
        ["float"] = typeof(float),
        ["Single"] = typeof(float),
        ["int"] = typeof(int),
        ["Int32"] = typeof(int),
        ["long"] = typeof(long),
        ["Int64"] = typeof(long),
        ["short"] = typeof(short),
        ["Int16"] = typeof(short),
        ["string"] = typeof(string),
        ["String"] = typeof(string),
        ["DateTime"] = typeof(DateTime),
        ["DateTimeOffset"] = typeof(DateTimeOffset),
        ["DateOnly"] = typeof(DateOnly),
        ["TimeOnly"] = typeof(TimeOnly),
        ["TimeSpan"] = typeof(TimeSpan),
        ["Guid"] = typeof(Guid),
        ["Math"] = typeof(Math),
        ["Convert"] = typeof(Convert),
        ["DayOfWeek"] = typeof(DayOfWeek),
        ["StringComparison"] = typeof(StringComparison),
        ["MidpointRounding"] = typeof(MidpointRounding),
        ["ExpressionUtils"] = typeof(ExpressionUtils),
        ["Uri"] = typeof(Uri),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, FrozenSet<string>> Members = new Dictionary<Type, string[]>
    {
        [typeof(bool)] = ["Parse", "CompareTo"],
        [typeof(byte)] = NumberMembers,
        [typeof(char)] = ["IsDigit", "IsLetter", "IsLetterOrDigit", "IsLower", "IsUpper", "IsWhiteSpace"],
        [typeof(decimal)] = [.. NumberMembers, "Round", "Floor", "Ceiling", "Truncate", "Zero", "One"],
        [typeof(double)] = [.. NumberMembers, "IsNaN", "IsInfinity", "Epsilon"],
        [typeof(float)] = [.. NumberMembers, "IsNaN", "IsInfinity"],
        [typeof(int)] = NumberMembers,
        [typeof(long)] = NumberMembers,
        [typeof(short)] = NumberMembers,
        [typeof(string)] =
        [
            "Length", "Substring", "Trim", "TrimStart", "TrimEnd", "ToUpperInvariant",
            "ToLowerInvariant", "Equals", "IsNullOrEmpty", "IsNullOrWhiteSpace", "Empty", "ToCharArray",
        ],
        [typeof(DateTime)] =
        [
            .. DateParts, .. TimeParts, "Date", "TimeOfDay", "Ticks", "Subtract", "Add", "DaysInMonth", "IsLeapYear",
        ],
        [typeof(DateTimeOffset)] = [.. DateParts, .. TimeParts, "Date", "TimeOfDay", "UtcDateTime", "Subtract", "Add"],
        [typeof(DateOnly)] = [.. DateParts, "DayNumber", "FromDateTime", "ToDateTime"],
        [typeof(TimeOnly)] = [.. TimeParts, "Parse", "FromTimeSpan", "ToTimeSpan", "MinValue", "MaxValue"],
        [typeof(TimeSpan)] =
        [
            "Days", "Hours", "Minutes", "Seconds", "TotalDays", "TotalHours", "TotalMinutes", "TotalSeconds",
            "TotalMilliseconds", "FromDays", "FromHours", "FromMinutes", "FromSeconds", "Zero", "Parse", "Negate",
            "Duration",
        ],
        [typeof(Guid)] = ["Parse", "Empty"],
        [typeof(Math)] =
        [
            "Abs", "Acos", "Asin", "Atan", "Atan2", "Cbrt", "Ceiling", "Clamp", "Cos", "E", "Exp", "Floor", "Log",
            "Log10", "Log2", "Max", "Min", "PI", "Pow", "Round", "Sign", "Sin", "Sqrt", "Tan", "Truncate",
        ],
        [typeof(Convert)] =
        [
            "ToBoolean", "ToByte", "ToChar", "ToDateTime", "ToDecimal", "ToDouble", "ToInt16", "ToInt32", "ToInt64",
            "ToSingle", "ToString",
        ],
        [typeof(DayOfWeek)] = Enum.GetNames<DayOfWeek>(),
        [typeof(StringComparison)] = ["Ordinal", "OrdinalIgnoreCase", "InvariantCulture", "InvariantCultureIgnoreCase"],
        [typeof(ExpressionUtils)] = ["CheckContains"],
        [typeof(Uri)] = ["Scheme", "Host", "Port", "AbsolutePath", "Query", "Fragment"],
        [typeof(MidpointRounding)] = Enum.GetNames<MidpointRounding>(),
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    private static readonly FrozenSet<string> Clocks =
        new[] { "Now", "UtcNow", "Today" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Given wherever .NET would otherwise ask the host for its culture.</summary>
    public static CultureInfo Culture => CultureInfo.InvariantCulture;

    public static IEnumerable<string> TypeNames => Names.Keys;

    public static Type? TypeNamed(string name) => Names.GetValueOrDefault(name);

    public static bool Allows(Type type, string member) =>
        Members.TryGetValue(type, out var members) && members.Contains(member);

    public static IEnumerable<string> MembersOf(Type type) =>
        Members.TryGetValue(type, out var members) ? members : [];

    public static bool IsClock(Type type, string member) =>
        (type == typeof(DateTime) || type == typeof(DateTimeOffset)) && Clocks.Contains(member);
}
