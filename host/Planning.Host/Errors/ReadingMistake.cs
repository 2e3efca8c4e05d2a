using System.Text.Json;
using System.Text.RegularExpressions;

namespace Planning.Host.Errors;

/// <summary>Says why a request cannot be read, to whoever sent it: in words of the API, not of the program's types.</summary>
internal static partial class ReadingMistake
{
    public static string Of(BadHttpRequestException bad) => bad.InnerException is JsonException json
        ? Place(json) + Reason(json) + "."
        : Unbound().Match(bad.Message) is { Success: true } unbound
            ? $"“{unbound.Groups["value"].Value}” is no value for {unbound.Groups["name"].Value}."
            : bad.Message.StartsWith("Implicit body inferred", StringComparison.Ordinal)
                ? "The request needs a body."
                : bad.Message;

    /// <summary>What is wrong, without the place and without a full stop.</summary>
    public static string Reason(JsonException json) => Reason(json.Message.Split(" Path: ")[0]).TrimEnd('.');

    // The serializer appends the place to its sentence; it is said once, before it.
    private static string Place(JsonException json) => json.LineNumber is { } line
        ? FormattableString.Invariant($"{json.Path}, line {line + 1}, byte {json.BytePositionInLine + 1}: ")
        : "";

    private static string Reason(string sentence) =>
        Lacking().Match(sentence) is { Success: true } lacking ? $"Fields are missing: {lacking.Groups["fields"].Value}."
        : sentence.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) ? "There is no such field."
        : sentence.Contains("doesn't allow null values", StringComparison.Ordinal) ? "The field takes no null."
        : sentence.Contains("could not be converted to", StringComparison.Ordinal) ? "The value does not fit; /openapi/v1.json says what does."
        : sentence;

    [GeneratedRegex("missing required properties including: (?<fields>.*?)\\.?$")]
    private static partial Regex Lacking();

    [GeneratedRegex("^Failed to bind parameter \"\\S+ (?<name>\\S+)\" from \"(?<value>.*)\"\\.$", RegexOptions.Singleline)]
    private static partial Regex Unbound();
}
