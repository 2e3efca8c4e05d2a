using Jint.Native;
using Jint.Native.Date;
using Jint.Native.Object;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>Reads and changes the parts of a date; days are counted in the proleptic Gregorian calendar.</summary>
internal static class DateParts
{
    private const double DayLength = 86_400_000;

    private static readonly string[] Names = ["FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Milliseconds"];

    public static void Install(Realm realm, ObjectInstance prototype)
    {
        foreach (var (part, name) in Names.Index())
        {
            foreach (var zone in new[] { "", "UTC" })
            {
                realm.Define(prototype, $"get{zone}{name}", 0, (realm, self, _) => Get(realm, self, part));
                realm.Define(prototype, $"set{zone}{name}", 1, (realm, self, given) => Set(realm, self, part, given));
            }
        }

        foreach (var name in new[] { "getDay", "getUTCDay" })
        {
            realm.Define(prototype, name, 0, static (realm, self, _) =>
                DateFunctions.Self(realm, self) is var time && double.IsNaN(time)
                ? new JsValue(double.NaN)
                : new JsValue((((Math.Floor(time / DayLength) + 4) % 7) + 7) % 7));
        }

        foreach (var name in new[] { "getTime", "valueOf" })
        {
            realm.Define(prototype, name, 0, static (realm, self, _) => new JsValue(DateFunctions.Self(realm, self)));
        }

        realm.Define(prototype, "getTimezoneOffset", 0, static (_, _, _) => new JsValue(0.0));
        realm.Define(prototype, "setTime", 1, static (realm, self, given) =>
            Give(realm, self, Coercion.Number(given.Get(0))));
    }

    public static double YearOf(double time) => DayParts(time).Year;

    /// <param name="time">Milliseconds since 1970.</param>
    /// <returns>The month from 0, the day from 1.</returns>
    public static (double Year, int Month, int Day) DayParts(double time)
    {
        // Days since 0000-03-01, in eras of 400 years: then leap days are at the end of years.
        var days = Math.Floor(time / DayLength) + 719468;
        var era = Math.Floor(days / 146097);
        var dayOfEra = (int)(days - (era * 146097));
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * dayOfYear) + 2) / 153;
        var month = shifted < 10 ? shifted + 2 : shifted - 10;
        return ((era * 400) + yearOfEra + (month <= 1 ? 1 : 0), month, dayOfYear - (((153 * shifted) + 2) / 5) + 1);
    }

    /// <returns>Milliseconds since 1970 of the beginning of a day; months and days may lie outside their usual range.</returns>
    public static double TimeOf(double year, double month, double day)
    {
        year += Math.Floor(month / 12);
        var inYear = (int)(month - (Math.Floor(month / 12) * 12));
        var shiftedYear = inYear <= 1 ? year - 1 : year;
        var era = Math.Floor(shiftedYear / 400);
        var yearOfEra = shiftedYear - (era * 400);
        var dayOfYear = Math.Floor(((153.0 * (inYear > 1 ? inYear - 2 : inYear + 10)) + 2) / 5);
        var dayOfEra = (yearOfEra * 365) + Math.Floor(yearOfEra / 4) - Math.Floor(yearOfEra / 100) + dayOfYear;
        return ((era * 146097) + dayOfEra - 719468 + (day - 1)) * DayLength;
    }

    private static double[] PartsOf(double time)
    {
        var (year, month, day) = DayParts(time);
        var inDay = time - (Math.Floor(time / DayLength) * DayLength);
        return
        [
            year, month, day, Math.Floor(inDay / 3_600_000), Math.Floor(inDay / 60_000) % 60, Math.Floor(inDay / 1000) % 60, inDay % 1000,
        ];
    }

    private static JsValue Get(Realm realm, JsValue self, int part)
    {
        var time = DateFunctions.Self(realm, self);
        return new JsValue(double.IsNaN(time) ? time : PartsOf(time)[part]);
    }

    private static JsValue Set(Realm realm, JsValue self, int part, JsValue[] given)
    {
        var time = DateFunctions.Self(realm, self);
        var last = part < 3 ? 3 : Names.Length;
        var values = Enumerable.Range(part, Math.Min(Math.Max(given.Length, 1), last - part))
            .Select(index => Coercion.Number(given.Get(index - part))).ToList();
        if (values.Exists(value => !double.IsFinite(value)) || (double.IsNaN(time) && part > 0))
        {
            return Give(realm, self, double.NaN);
        }

        var parts = PartsOf(double.IsNaN(time) ? 0 : time);
        foreach (var (index, value) in values.Index())
        {
            parts[part + index] = Math.Truncate(value);
        }

        return Give(realm, self, TimeOf(parts[0], parts[1], parts[2])
            + (parts[3] * 3_600_000) + (parts[4] * 60_000) + (parts[5] * 1000) + parts[6]);
    }

    private static JsValue Give(Realm realm, JsValue self, double time)
    {
        _ = DateFunctions.Self(realm, self);
        var date = self.TryCast<DateInstance>()!;
        date.PrimitiveValue = DateFunctions.Clipped(time);
        return new JsValue(date.PrimitiveValue);
    }
}
