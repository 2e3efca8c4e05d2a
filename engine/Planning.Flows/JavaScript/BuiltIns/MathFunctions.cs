using System.Numerics;
using Jint.Native;
using Jint.Native.Object;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

internal static class MathFunctions
{
    public static void Install(Realm realm)
    {
        var math = realm.Engine.Math;
        Define(realm, math, "abs", Math.Abs);
        Define(realm, math, "acos", Math.Acos);
        Define(realm, math, "acosh", Math.Acosh);
        Define(realm, math, "asin", Math.Asin);
        Define(realm, math, "asinh", Math.Asinh);
        Define(realm, math, "atan", Math.Atan);
        Define(realm, math, "atanh", Math.Atanh);
        Define(realm, math, "cbrt", static number =>
            Math.Round(Math.Cbrt(number)) is var whole && whole * whole * whole == number
            ? whole
            : Math.Cbrt(number));
        Define(realm, math, "ceil", Math.Ceiling);
        Define(realm, math, "clz32", static number => BitOperations.LeadingZeroCount(Coercion.UInt32(number)));
        Define(realm, math, "cos", Math.Cos);
        Define(realm, math, "cosh", Math.Cosh);
        Define(realm, math, "exp", Math.Exp);
        Define(realm, math, "expm1", static number =>
            Math.Abs(number) < 1e-5 ? number + (number * number / 2) : Math.Exp(number) - 1);
        Define(realm, math, "floor", Math.Floor);
        Define(realm, math, "fround", static number => (float)number);
        Define(realm, math, "log", Math.Log);
        Define(realm, math, "log10", Math.Log10);
        Define(realm, math, "log1p", static number =>
            Math.Abs(number) < 1e-5 ? number - (number * number / 2) : Math.Log(1 + number));
        Define(realm, math, "log2", Math.Log2);
        Define(realm, math, "round", Round);
        Define(realm, math, "sign", static number => double.IsNaN(number) || number == 0 ? number : Math.Sign(number));
        Define(realm, math, "sin", Math.Sin);
        Define(realm, math, "sinh", Math.Sinh);
        Define(realm, math, "sqrt", Math.Sqrt);
        Define(realm, math, "tan", Math.Tan);
        Define(realm, math, "tanh", Math.Tanh);
        Define(realm, math, "trunc", Math.Truncate);
        InstallOfSeveral(realm, math);
        realm.Define(math, "random", 0, static (realm, _, _) => new JsValue(realm.Run.NextChance()));
    }

    private static void InstallOfSeveral(Realm realm, ObjectInstance math)
    {
        realm.Define(math, "atan2", 2, static (_, _, given) =>
            new JsValue(Math.Atan2(Coercion.Number(given.Get(0)), Coercion.Number(given.Get(1)))));
        realm.Define(math, "pow", 2, static (_, _, given) =>
            new JsValue(Operators.Power(Coercion.Number(given.Get(0)), Coercion.Number(given.Get(1)))));
        realm.Define(math, "imul", 2, static (_, _, given) =>
            new JsValue(unchecked(Coercion.Int32(given.Get(0)) * Coercion.Int32(given.Get(1)))));
        realm.Define(math, "max", 2, static (realm, _, given) => Fold(realm, given, double.NegativeInfinity, Math.Max));
        realm.Define(math, "min", 2, static (realm, _, given) => Fold(realm, given, double.PositiveInfinity, Math.Min));
        realm.Define(math, "hypot", 2, static (realm, _, given) =>
        {
            var numbers = given.Select(Coercion.Number).ToList();
            realm.Charge(numbers.Count);
            var largest = numbers.Select(Math.Abs).DefaultIfEmpty(0).Max();
            return new JsValue(largest == 0 || double.IsInfinity(largest)
                ? largest
                : largest * Math.Sqrt(numbers.Sum(number => number / largest * (number / largest))));
        });
    }

    private static void Define(Realm realm, ObjectInstance on, string name, Func<double, double> function) =>
        realm.Define(on, name, 1, (_, _, given) => new JsValue(function(Coercion.Number(given.Get(0)))));

    // Half goes up, also below zero: Math.round(-2.5) is -2.
    private static double Round(double number)
    {
        var floor = Math.Floor(number);
        var rounded = number - floor >= 0.5 ? floor + 1 : floor;
        return rounded == 0 && (number < 0 || double.IsNegative(number)) ? -0.0 : rounded;
    }

    private static JsValue Fold(Realm realm, JsValue[] given, double start, Func<double, double, double> fold)
    {
        realm.Charge(given.Length);
        return new JsValue(given.Aggregate(start, (result, one) => fold(result, Coercion.Number(one))));
    }
}
