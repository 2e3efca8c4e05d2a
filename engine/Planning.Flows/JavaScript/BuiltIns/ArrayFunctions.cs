using Jint.Native;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>What reads lists without calling the script back.</summary>
internal static class ArrayFunctions
{
    private const int DeepestFlattening = 100;

    public static void Install(Realm realm)
    {
        var prototype = realm.Engine.Array.PrototypeObject;
        var type = new NativeClass(realm, "Array", 1, prototype, static (realm, _, given) =>
            new JsValue(Make(realm, given)), Make);
        realm.Define(type, "isArray", 1, static (_, _, given) => Coercion.Value(given.Get(0).Is<ScriptArray>()));
        realm.Define(type, "of", 0, static (realm, _, given) => realm.List(given));
        realm.Define(type, "from", 1, From);
        realm.Define(prototype, "at", 1, static (realm, self, given) =>
            At(Read(realm, self), Coercion.Integer(given.Get(0))));
        realm.Define(prototype, "concat", 1, Concat);
        realm.Define(prototype, "flat", 0, static (realm, self, given) =>
            new JsValue(Flat(realm, Read(realm, self), given.Get(0).IsUndefined() ? 1 : Coercion.Integer(given.Get(0)))));
        realm.Define(prototype, "includes", 1, static (realm, self, given) =>
            Coercion.Value(Find(realm, self, given, Coercion.SameValueZero, seesHoles: true) >= 0));
        realm.Define(prototype, "indexOf", 1, static (realm, self, given) =>
            new JsValue(Find(realm, self, given, Coercion.StrictEquals, seesHoles: false)));
        realm.Define(prototype, "lastIndexOf", 1, LastIndexOf);
        realm.Define(prototype, "join", 1, static (realm, self, given) =>
            Joined(realm, self, given.Get(0).IsUndefined() ? "," : Coercion.Text(given.Get(0))));
        realm.Define(prototype, "toString", 0, static (realm, self, _) => Joined(realm, self, ","));
        realm.Define(prototype, "toLocaleString", 0, static (realm, self, _) => Joined(realm, self, ","));
        realm.Define(prototype, "slice", 2, Slice);
        realm.Define(prototype, "with", 2, With);
        realm.Define(prototype, "keys", 0, static (realm, self, _) =>
            Iterator(realm, self, static (_, _, index) => new JsValue(index)));
        realm.Define(prototype, "values", 0, static (realm, self, _) =>
            Iterator(realm, self, static (_, item, _) => item));
        realm.Define(prototype, "entries", 0, static (realm, self, _) =>
            Iterator(realm, self, static (realm, item, index) => realm.List([new JsValue(index), item])));
    }

    /// <summary>The list itself, or a copy of what is like a list.</summary>
    public static ScriptArray Read(Realm realm, JsValue self)
    {
        var list = self.TryCast<ScriptArray>() ?? new ScriptArray(realm, self.IsString()
            ? self.AsString().Select(character => new JsValue(character.ToString()))
            : Iteration.LikeList(realm, realm.ObjectOf(self)));
        realm.Charge(list.Count);
        return list;
    }

    public static ScriptArray Flat(Realm realm, ScriptArray list, double depth, int nesting = 0)
    {
        if (nesting > DeepestFlattening)
        {
            throw realm.RangeError("The list is nested too deep to be flattened");
        }

        var flat = new ScriptArray(realm);
        foreach (var item in list.Items)
        {
            if (depth >= 1 && item?.TryCast<ScriptArray>() is { } inner)
            {
                foreach (var one in Flat(realm, inner, depth - 1, nesting + 1).Items)
                {
                    flat.Add(one);
                }
            }
            else if (item is not null)
            {
                flat.Add(item);
            }
        }

        realm.Charge(flat.Count);
        return flat;
    }

    private static ScriptArray Make(Realm realm, JsValue[] given)
    {
        if (given is not [var length] || !length.IsNumber())
        {
            return new ScriptArray(realm, given);
        }

        var list = new ScriptArray(realm);
        list.Put("length", length, true);
        return list;
    }

    private static JsValue From(Realm realm, JsValue self, JsValue[] given)
    {
        if (Coercion.IsNullish(given.Get(0)))
        {
            throw realm.TypeError($"{Coercion.Text(given.Get(0))} is not iterable");
        }

        var items = Iteration.IsIterable(given[0])
            ? Iteration.ListOf(realm, given[0]).Items.Select(item => item ?? JsValue.Undefined)
            : Iteration.LikeList(realm, realm.ObjectOf(given[0]));
        if (given.Get(1).IsUndefined())
        {
            return realm.List(items);
        }

        var map = realm.Callable(given[1]);
        return realm.List(items.ToList().Select((item, index) => map.Call(given.Get(2), [item, new JsValue(index)])));
    }

    private static JsValue At(ScriptArray list, double index)
    {
        var place = index < 0 ? list.Count + index : index;
        return place >= 0 && place < list.Count ? list[(int)place] : JsValue.Undefined;
    }

    private static JsValue Concat(Realm realm, JsValue self, JsValue[] given)
    {
        var all = new ScriptArray(realm);
        foreach (var value in given.Prepend(self))
        {
            if (value.TryCast<ScriptArray>() is { } list)
            {
                foreach (var item in list.Items)
                {
                    all.Add(item);
                }
            }
            else
            {
                all.Add(value);
            }
        }

        realm.Charge(all.Count);
        return new JsValue(all);
    }

    private static int Find(Realm realm, JsValue self, JsValue[] given, Func<JsValue, JsValue, bool> isSame, bool seesHoles)
    {
        var list = Read(realm, self);
        for (var index = Coercion.Relative(given.Get(1), list.Count, 0); index < list.Count; index++)
        {
            if ((seesHoles || list.Items[index] is not null) && isSame(list[index], given.Get(0)))
            {
                return index;
            }
        }

        return -1;
    }

    private static JsValue LastIndexOf(Realm realm, JsValue self, JsValue[] given)
    {
        var list = Read(realm, self);
        var last = given.Length < 2 ? list.Count - 1 : Coercion.Integer(given[1]);
        for (var index = (int)(last < 0 ? list.Count + last : Math.Min(last, list.Count - 1)); index >= 0; index--)
        {
            if (list.Items[index] is { } item && Coercion.StrictEquals(item, given.Get(0)))
            {
                return new JsValue(index);
            }
        }

        return new JsValue(-1);
    }

    private static JsValue Joined(Realm realm, JsValue self, string separator)
    {
        var list = Read(realm, self);
        realm.EnterCall(1);
        var text = new System.Text.StringBuilder();
        for (var index = 0; index < list.Count; index++)
        {
            text.Append(index > 0 ? separator : "").Append(Coercion.IsNullish(list[index]) ? "" : Coercion.Text(list[index]));
            if (text.Length > Realm.LongestText)
            {
                throw Realm.TextTooLong();
            }
        }

        realm.LeaveCall(1);
        return new JsValue(realm.Checked(text.ToString()));
    }

    private static JsValue Slice(Realm realm, JsValue self, JsValue[] given)
    {
        var list = Read(realm, self);
        var from = Coercion.Relative(given.Get(0), list.Count, 0);
        var to = Coercion.Relative(given.Get(1), list.Count, list.Count);
        return new JsValue(new ScriptArray(realm, list.Items.Skip(from).Take(Math.Max(to - from, 0))));
    }

    private static JsValue With(Realm realm, JsValue self, JsValue[] given)
    {
        var items = Read(realm, self).Items.ToArray();
        var index = Coercion.Integer(given.Get(0));
        index += index < 0 ? items.Length : 0;
        if (index < 0 || index >= items.Length)
        {
            throw realm.RangeError("Invalid index");
        }

        items[(int)index] = given.Get(1);
        return new JsValue(new ScriptArray(realm, items));
    }

    private static JsValue Iterator(Realm realm, JsValue self, Func<Realm, JsValue, int, JsValue> select)
    {
        var list = Read(realm, self);
        return new JsValue(new ScriptIterator(realm, Items()));

        IEnumerable<JsValue> Items()
        {
            for (var index = 0; index < list.Count; index++)
            {
                yield return select(realm, list[index], index);
            }
        }
    }
}
