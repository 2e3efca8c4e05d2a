using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>What <c>Object</c> has beside what Jint gives it, and what Jint gives in the wrong order.</summary>
internal static class ObjectFunctions
{
    private static readonly string[] KeptAsTheyAre =
    [
        "defineProperty", "defineProperties", "getPrototypeOf", "getOwnPropertyDescriptor", "preventExtensions", "isExtensible",
    ];

    public static void Install(Realm realm)
    {
        var jint = realm.Engine.Object;
        var type = new NativeClass(
            realm, "Object", 1, jint.PrototypeObject,
            static (realm, _, given) => new JsValue(Make(realm, given)), static (realm, given) => Make(realm, given));
        foreach (var name in KeptAsTheyAre)
        {
            type.FastSetProperty(name, jint.GetOwnProperty(name));
        }

        realm.Define(type, "keys", 1, static (realm, _, given) =>
            realm.List(Members.Names(realm.ObjectOf(given.Get(0)))));
        realm.Define(type, "values", 1, static (realm, _, given) =>
            realm.List(Members.Of(realm.ObjectOf(given.Get(0))).Select(member => member.Value)));
        realm.Define(type, "entries", 1, static (realm, _, given) =>
            realm.List(Members.Of(realm.ObjectOf(given.Get(0))).Select(member =>
                realm.List([new JsValue(member.Name), member.Value]))));
        realm.Define(type, "getOwnPropertyNames", 1, static (realm, _, given) =>
            realm.List(Members.AllNames(realm.ObjectOf(given.Get(0)))));
        realm.Define(type, "assign", 2, Assign);
        realm.Define(type, "fromEntries", 1, FromEntries);
        realm.Define(type, "is", 2, static (_, _, given) => Coercion.Value(IsSame(given.Get(0), given.Get(1))));
        realm.Define(type, "hasOwn", 2, static (realm, _, given) =>
            Coercion.Value(Members.HasOwn(realm.ObjectOf(given.Get(0)), Coercion.Text(given.Get(1)))));
        realm.Define(type, "create", 2, Create);
        realm.Define(type, "setPrototypeOf", 2, static (realm, _, given) =>
        {
            if (given.Get(0).TryCast<ScriptObject>() is { } made)
            {
                made.Prototype = PrototypeIn(realm, given.Get(1), made);
            }

            return given.Get(0);
        });
        realm.Define(type, "groupBy", 2, GroupBy);
        InstallFreezing(realm, type);
    }

    private static ObjectInstance Make(Realm realm, JsValue[] given) =>
        Coercion.IsNullish(given.Get(0)) ? new ScriptObject(realm) : realm.ObjectOf(given[0]);

    private static void InstallFreezing(Realm realm, ObjectInstance type)
    {
        realm.Define(type, "freeze", 1, static (_, _, given) => Fix(given.Get(0), isFrozen: true));
        realm.Define(type, "seal", 1, static (_, _, given) => Fix(given.Get(0), isFrozen: false));
        realm.Define(type, "isFrozen", 1, static (_, _, given) => Coercion.Value(
            !given.Get(0).IsObject() || given[0].TryCast<ScriptArray>() is { IsFrozen: true } || IsFixed(given[0].AsObject(), isFrozen: true)));
        realm.Define(type, "isSealed", 1, static (_, _, given) =>
            Coercion.Value(!given.Get(0).IsObject() || IsFixed(given[0].AsObject(), isFrozen: false)));
    }

    private static JsValue Fix(JsValue value, bool isFrozen)
    {
        if (!value.IsObject())
        {
            return value;
        }

        var of = value.AsObject();
        of.Extensible = false;
        if (of is ScriptArray list)
        {
            list.IsFrozen |= isFrozen;
            return value;
        }

        foreach (var (_, member) in of.GetOwnProperties())
        {
            member.Configurable = false;
            if (isFrozen && member.IsDataDescriptor())
            {
                member.Writable = false;
            }
        }

        return value;
    }

    private static bool IsFixed(ObjectInstance of, bool isFrozen) => !of.Extensible && of.GetOwnProperties()
        .All(member => member.Value.Configurable is not true && !(isFrozen && member.Value.Writable is true));

    private static JsValue Assign(Realm realm, JsValue self, JsValue[] given)
    {
        var target = realm.ObjectOf(given.Get(0));
        foreach (var source in given.Skip(1).Where(source => source.IsObject() || source.IsString()))
        {
            foreach (var (name, value) in Members.OfAny(source))
            {
                target.Put(name, value, false);
            }
        }

        return new JsValue(target);
    }

    private static JsValue FromEntries(Realm realm, JsValue self, JsValue[] given)
    {
        var made = new ScriptObject(realm);
        foreach (var entry in Iteration.ListOf(realm, given.Get(0)).Items)
        {
            var pair = realm.ObjectOf(entry ?? JsValue.Undefined);
            made.Set(Coercion.Text(pair.Get("0")), pair.Get("1"));
        }

        return new JsValue(made);
    }

    private static bool IsSame(JsValue left, JsValue right) => left.IsNumber() && right.IsNumber()
        ? left.AsNumber().Equals(right.AsNumber()) && double.IsNegative(left.AsNumber()) == double.IsNegative(right.AsNumber())
        : Coercion.StrictEquals(left, right);

    private static JsValue Create(Realm realm, JsValue self, JsValue[] given)
    {
        var made = new ScriptObject(realm, PrototypeIn(realm, given.Get(0), null));
        if (given.Get(1).IsObject())
        {
            foreach (var (name, description) in Members.Of(given[1].AsObject()))
            {
                made.DefineOwnProperty(name, PropertyDescriptor.ToPropertyDescriptor(realm.Engine, description), true);
            }
        }

        return new JsValue(made);
    }

    private static ObjectInstance? PrototypeIn(Realm realm, JsValue value, ObjectInstance? of)
    {
        if (!value.IsNull() && !value.IsObject())
        {
            throw realm.TypeError("Object prototype may only be an Object or null");
        }

        var prototype = value.IsNull() ? null : value.AsObject();
        for (var above = prototype; above is not null; above = above.Prototype)
        {
            if (above == of)
            {
                throw realm.TypeError("Cyclic __proto__ value");
            }
        }

        return prototype;
    }

    private static JsValue GroupBy(Realm realm, JsValue self, JsValue[] given)
    {
        var function = realm.Callable(given.Get(1));
        var groups = new ScriptObject(realm, null);
        foreach (var (index, item) in Iteration.ListOf(realm, given.Get(0)).Items.ToList().Index())
        {
            var name = Coercion.Text(function.Call(JsValue.Undefined, [item ?? JsValue.Undefined, new JsValue(index)]));
            if (groups.GetOwnProperty(name) == PropertyDescriptor.Undefined)
            {
                groups.Set(name, realm.List(Array.Empty<JsValue>()));
            }

            ((ScriptArray)groups.Get(name).AsObject()).Add(item);
        }

        return new JsValue(groups);
    }
}
