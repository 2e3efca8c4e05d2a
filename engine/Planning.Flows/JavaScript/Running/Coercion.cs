using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Planning.Flows.JavaScript.BuiltIns;
using Planning.Flows.JavaScript.Reading;

namespace Planning.Flows.JavaScript.Running;

/// <summary>How values turn into others. Jint's own conversions to integers are wrong on this version of .NET.</summary>
internal static class Coercion
{
    private const double TwoToThe32 = 4294967296.0;

    public static bool IsNullish(JsValue value) => value.IsUndefined() || value.IsNull();

    public static bool Truth(JsValue value) => TypeConverter.ToBoolean(value);

    public static double Number(JsValue value) => value.Type switch
    {
        Types.Number => value.AsNumber(),
        Types.String => Numerals.NumberIn(value.AsString()),
        Types.Object => Number(TypeConverter.ToPrimitive(value, Types.Number)),
        _ => TypeConverter.ToNumber(value),
    };

    public static string Text(JsValue value) => value.Type switch
    {
        Types.String => value.AsString(),
        Types.Number => NumberText.Of(value.AsNumber()),
        Types.Object => Text(TypeConverter.ToPrimitive(value, Types.String)),
        _ => TypeConverter.ToString(value),
    };

    /// <summary>Towards zero; NaN is 0; the infinities stay.</summary>
    public static double Integer(JsValue value)
    {
        var number = Number(value);
        return double.IsNaN(number) ? 0 : Math.Truncate(number) + 0.0;
    }

    public static int Int32(JsValue value) => unchecked((int)UInt32(Number(value)));

    public static uint UInt32(double number)
    {
        if (!double.IsFinite(number))
        {
            return 0;
        }

        var whole = Math.Truncate(number) % TwoToThe32;
        return (uint)(whole < 0 ? whole + TwoToThe32 : whole);
    }

    /// <summary>An index given by a script: negative counts from the end; within 0 and the length.</summary>
    public static int Relative(JsValue value, int length, int missing)
    {
        if (value.IsUndefined())
        {
            return missing;
        }

        var index = Integer(value);
        return (int)(index < 0 ? Math.Max(length + index, 0) : Math.Min(index, length));
    }

    public static bool SameValueZero(JsValue left, JsValue right) =>
        left.IsNumber() && right.IsNumber()
            ? left.AsNumber().Equals(right.AsNumber()) || left.AsNumber() == right.AsNumber()
            : StrictEquals(left, right);

    public static bool StrictEquals(JsValue left, JsValue right) => ExpressionInterpreter.StrictlyEqual(left, right);

    public static JsValue Value(bool value) => value ? JsValue.True : JsValue.False;

    public static JsValue Value(double value) => new(value);

    public static JsValue Value(string? value) => value is null ? JsValue.Undefined : new JsValue(value);

    public static JsValue Value(ObjectInstance? value) => value is null ? JsValue.Null : new JsValue(value);
}
