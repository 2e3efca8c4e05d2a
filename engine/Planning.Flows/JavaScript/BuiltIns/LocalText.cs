using System.Globalization;
using Jint.Native;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>What <c>toLocaleString</c> writes: always as in the United States, whatever the machine's language is.</summary>
internal static class LocalText
{
    private const string Advice = "Here numbers and dates are written as in en-US; build other texts from their parts";

    // Below this a decimal holds every digit.
    private const double MostExact = 1e28;

    public static string OfNumber(Realm realm, double number, JsValue[] given)
    {
        CheckLocale(realm, given);
        var style = Option(given, "style");
        var currency = Option(given, "currency");
        var (least, most) = style switch
        {
            null or "decimal" => (0, 3),
            "percent" => (0, 0),
            "currency" when currency is not null => (2, 2),
            _ => throw realm.RangeError($"The style {style} cannot be used. {Advice}"),
        };
        least = Digits(realm, given, "minimumFractionDigits") ?? Math.Min(least, Digits(realm, given, "maximumFractionDigits") ?? least);
        most = Math.Max(least, Digits(realm, given, "maximumFractionDigits") ?? Math.Max(most, least));
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "NaN" : number > 0 ? "∞" : "-∞";
        }

        var grouped = Option(given, "useGrouping") != "false" ? "#,##0" : "0";
        var format = $"{grouped}.{new string('0', least)}{new string('#', most - least)}";
        var shown = Math.Abs(style == "percent" ? number * 100 : number);
        var text = shown < MostExact
            ? decimal.Parse(NumberText.Of(shown), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(format, CultureInfo.InvariantCulture)
            : shown.ToString(format, CultureInfo.InvariantCulture);
        text = style switch
        {
            "currency" => Symbol(currency!) + text,
            "percent" => text + "%",
            _ => text,
        };
        return number < 0 || double.IsNegative(number) ? "-" + text : text;
    }

    public static void CheckLocale(Realm realm, JsValue[] given)
    {
        if (given.Get(0).IsString() && !given[0].AsString().StartsWith("en", StringComparison.OrdinalIgnoreCase))
        {
            throw realm.RangeError($"The locale {given[0].AsString()} cannot be used. {Advice}");
        }
    }

    private static string? Option(JsValue[] given, string name) =>
        given.Get(1).IsObject() && given[1].AsObject().Get(name) is var option && !option.IsUndefined() ? Coercion.Text(option) : null;

    private static int? Digits(Realm realm, JsValue[] given, string name) => Option(given, name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits <= 20 ? digits
        : throw realm.RangeError($"{name} must be between 0 and 20");

    private static string Symbol(string currency) => currency.ToUpperInvariant() switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "CNY" => "CN¥",
        var other => other + "\u00A0",
    };
}
