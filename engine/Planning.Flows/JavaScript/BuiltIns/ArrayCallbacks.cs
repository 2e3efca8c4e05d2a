using Jint.Native;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>What goes through a list and calls the script for each item.</summary>
internal static class ArrayCallbacks
{
    public static void Install(Realm realm)
    {
        var prototype = realm.Engine.Array.PrototypeObject;
        realm.Define(prototype, "forEach", 1, static (realm, self, given) =>
        {
            Through(realm, self, given, static (_, _, _) => true);
            return JsValue.Undefined;
        });
        realm.Define(prototype, "map", 1, Map);
        realm.Define(prototype, "filter", 1, static (realm, self, given) =>
        {
            var kept = new ScriptArray(realm);
            Through(realm, self, given, (answer, item, _) =>
            {
                if (Coercion.Truth(answer))
                {
                    kept.Add(item);
                }

                return true;
            });
            return new JsValue(kept);
        });
        realm.Define(prototype, "some", 1, static (realm, self, given) =>
            Coercion.Value(!Through(realm, self, given, static (answer, _, _) => !Coercion.Truth(answer))));
        realm.Define(prototype, "every", 1, static (realm, self, given) =>
            Coercion.Value(Through(realm, self, given, static (answer, _, _) => Coercion.Truth(answer))));
        realm.Define(prototype, "find", 1, static (realm, self, given) =>
            Find(realm, self, given, fromEnd: false).Item);
        realm.Define(prototype, "findIndex", 1, static (realm, self, given) =>
            new JsValue(Find(realm, self, given, fromEnd: false).Index));
        realm.Define(prototype, "findLast", 1, static (realm, self, given) =>
            Find(realm, self, given, fromEnd: true).Item);
        realm.Define(prototype, "findLastIndex", 1, static (realm, self, given) =>
            new JsValue(Find(realm, self, given, fromEnd: true).Index));
        realm.Define(prototype, "reduce", 1, static (realm, self, given) => Reduce(realm, self, given, fromEnd: false));
        realm.Define(prototype, "reduceRight", 1, static (realm, self, given) =>
            Reduce(realm, self, given, fromEnd: true));
        realm.Define(prototype, "flatMap", 1, static (realm, self, given) =>
            new JsValue(ArrayFunctions.Flat(realm, (ScriptArray)Map(realm, self, given).AsObject(), 1)));
    }

    /// <param name="goOn">Of what the script answered, the item and its index.</param>
    /// <returns>False when it did not go on to the end.</returns>
    private static bool Through(Realm realm, JsValue self, JsValue[] given, Func<JsValue, JsValue, int, bool> goOn)
    {
        var list = ArrayFunctions.Read(realm, self);
        var function = realm.Callable(given.Get(0));
        var all = new JsValue(list);
        var count = list.Count;
        for (var index = 0; index < count && index < list.Count; index++)
        {
            if (list.Items[index] is { } item
                && !goOn(function.Call(given.Get(1), [item, new JsValue(index), all]), item, index))
            {
                return false;
            }
        }

        return true;
    }

    private static JsValue Map(Realm realm, JsValue self, JsValue[] given)
    {
        var list = ArrayFunctions.Read(realm, self);
        var mapped = new JsValue?[list.Count];
        Through(realm, new JsValue(list), given, (answer, _, index) =>
        {
            mapped[index] = answer;
            return true;
        });
        return new JsValue(new ScriptArray(realm, mapped));
    }

    private static (JsValue Item, int Index) Find(Realm realm, JsValue self, JsValue[] given, bool fromEnd)
    {
        var list = ArrayFunctions.Read(realm, self);
        var function = realm.Callable(given.Get(0));
        var count = list.Count;
        for (var step = 0; step < count; step++)
        {
            var index = fromEnd ? count - 1 - step : step;
            var item = list[index];
            if (Coercion.Truth(function.Call(given.Get(1), [item, new JsValue(index), new JsValue(list)])))
            {
                return (item, index);
            }
        }

        return (JsValue.Undefined, -1);
    }

    private static JsValue Reduce(Realm realm, JsValue self, JsValue[] given, bool fromEnd)
    {
        var list = ArrayFunctions.Read(realm, self);
        var function = realm.Callable(given.Get(0));
        var all = new JsValue(list);
        var sum = given.Length > 1 ? given[1] : null;
        var count = list.Count;
        for (var step = 0; step < count; step++)
        {
            var index = fromEnd ? count - 1 - step : step;
            if (index < list.Count && list.Items[index] is { } item)
            {
                sum = sum is null ? item : function.Call(JsValue.Undefined, [sum, item, new JsValue(index), all]);
            }
        }

        return sum ?? throw realm.TypeError("Reduce of empty array with no initial value");
    }
}
