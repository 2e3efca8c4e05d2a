using System.Globalization;
using Jint.Native;
using Jint.Native.Date;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary><c>Date</c>: the time now is the instant of the burst, and local time is UTC.</summary>
internal static class DateFunctions
{
    private const double DayLength = 86_400_000;
    private const double LatestTime = 8.64e15;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM", "yyyy", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy/M/d", "yyyy/M/d HH:mm", "yyyy/M/d HH:mm:ss", "M/d/yyyy", "M/d/yyyy HH:mm",
        "M/d/yyyy HH:mm:ss", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy", "d MMM yyyy", "d MMMM yyyy",
        "MMM d, yyyy HH:mm:ss", "MMMM d, yyyy HH:mm:ss", "ddd MMM dd yyyy", "ddd MMM dd yyyy HH:mm:ss", "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd MMM dd yyyy HH:mm:ss 'GMT+0000'", "yyyy-M-d",
    ];

    public static void Install(Realm realm)
    {
        var prototype = realm.Engine.Date.PrototypeObject;
        var type = new NativeClass(
            realm, "Date", 7, prototype,
            static (realm, _, _) =>
                new JsValue(Written(Now(realm), "ddd MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'")),
            static (realm, given) => Make(realm, given));
        realm.Define(type, "now", 0, static (realm, _, _) => new JsValue(Now(realm)));
        realm.Define(type, "parse", 1, static (_, _, given) => new JsValue(Parse(Coercion.Text(given.Get(0)))));
        realm.Define(type, "UTC", 7, static (_, _, given) => new JsValue(Clipped(FromParts(given))));
        foreach (var (name, format) in new[]
        {
            ("toString", "ddd MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'"), ("toDateString", "ddd MMM dd yyyy"),
            ("toTimeString", "HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'"), ("toUTCString", "ddd, dd MMM yyyy HH:mm:ss 'GMT'"),
            ("toGMTString", "ddd, dd MMM yyyy HH:mm:ss 'GMT'"), ("toLocaleDateString", "M/d/yyyy"), ("toLocaleTimeString", "h:mm:ss tt"),
            ("toLocaleString", "M/d/yyyy, h:mm:ss tt"),
        })
        {
            realm.Define(prototype, name, 0, (realm, self, given) => Text(realm, self, given, format));
        }

        realm.Define(prototype, "toISOString", 0, static (realm, self, _) => double.IsNaN(Self(realm, self))
            ? throw realm.RangeError("Invalid time value")
            : new JsValue(IsoText(Self(realm, self))));
        realm.Define(prototype, "toJSON", 1, static (realm, self, _) =>
            double.IsNaN(Self(realm, self)) ? JsValue.Null : new JsValue(IsoText(Self(realm, self))));
        DateParts.Install(realm, prototype);
    }

    public static string IsoText(double time) => DateParts.YearOf(time) is var year && year is >= 0 and <= 9999
        ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}{IsoRest(time)}")
        : string.Create(CultureInfo.InvariantCulture, $"{(year < 0 ? '-' : '+')}{Math.Abs(year):000000}{IsoRest(time)}");

    public static DateInstance Make(Realm realm, double time) => new(realm.Engine)
    {
        Prototype = realm.Engine.Date.PrototypeObject,
        PrimitiveValue = Clipped(time),
        Extensible = true,
    };

    public static double Clipped(double time) =>
        double.IsFinite(time) && Math.Abs(time) <= LatestTime ? Math.Truncate(time) + 0.0 : double.NaN;

    public static double Self(Realm realm, JsValue self) =>
        self.TryCast<DateInstance>()?.PrimitiveValue ?? throw realm.TypeError($"{Realm.Shown(self)} is no date");

    private static string IsoRest(double time)
    {
        var (_, month, day) = DateParts.DayParts(time);
        var inDay = time - (Math.Floor(time / DayLength) * DayLength);
        return string.Create(
            CultureInfo.InvariantCulture, $"-{month + 1:00}-{day:00}T{TimeSpan.FromMilliseconds(inDay):hh\\:mm\\:ss\\.fff}Z");
    }

    private static double Now(Realm realm) => realm.Run.Now.ToUnixTimeMilliseconds();

    private static DateInstance Make(Realm realm, JsValue[] given)
    {
        if (given.Length == 0)
        {
            return Make(realm, Now(realm));
        }

        if (given.Length > 1)
        {
            return Make(realm, FromParts(given));
        }

        var value = given[0].TryCast<DateInstance>() is { } date
            ? new JsValue(date.PrimitiveValue)
            : Jint.Runtime.TypeConverter.ToPrimitive(given[0]);
        return Make(realm, value.IsString() ? Parse(value.AsString()) : Coercion.Number(value));
    }

    private static double FromParts(JsValue[] given)
    {
        var parts = Enumerable.Range(0, 7).Select(index =>
            index < given.Length ? Coercion.Number(given[index]) : index == 2 ? 1 : 0).ToArray();
        if (parts.Any(part => !double.IsFinite(part)))
        {
            return double.NaN;
        }

        var year = Math.Truncate(parts[0]) is var whole && whole is >= 0 and <= 99 ? 1900 + whole : whole;
        return DateParts.TimeOf(year, Math.Truncate(parts[1]), Math.Truncate(parts[2]))
            + (Math.Truncate(parts[3]) * 3_600_000) + (Math.Truncate(parts[4]) * 60_000) + (Math.Truncate(parts[5]) * 1000)
            + Math.Truncate(parts[6]);
    }

    private static double Parse(string text) => DateTimeOffset.TryParseExact(
        text.Trim().Replace(" (Coordinated Universal Time)", "", StringComparison.Ordinal), Formats, CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal, out var instant)
            ? Math.Floor((instant - DateTimeOffset.UnixEpoch).TotalMilliseconds)
            : double.NaN;

    private static JsValue Text(Realm realm, JsValue self, JsValue[] given, string format)
    {
        if (format.StartsWith('M') || format.StartsWith('h'))
        {
            LocalText.CheckLocale(realm, given);
            if (given.Get(1).IsObject())
            {
                throw realm.RangeError("Options for writing dates cannot be used; build the text from getFullYear and its like");
            }
        }

        return new JsValue(Written(Self(realm, self), format));
    }

    private static string Written(double time, string format) => double.IsNaN(time) ? "Invalid Date"
        : DateParts.YearOf(time) is >= 1 and <= 9999
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)time).ToString(format, CultureInfo.InvariantCulture)
            : IsoText(time);
}
