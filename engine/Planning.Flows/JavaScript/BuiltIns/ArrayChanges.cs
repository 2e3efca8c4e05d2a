using Jint.Native;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>What changes lists, and the newer functions that return a changed copy.</summary>
internal static class ArrayChanges
{
    public static void Install(Realm realm)
    {
        var prototype = realm.Engine.Array.PrototypeObject;
        realm.Define(prototype, "push", 1, static (realm, self, given) =>
        {
            var list = Own(realm, self);
            list.Change();
            foreach (var item in given)
            {
                list.Add(item);
            }

            return new JsValue(list.Count);
        });
        realm.Define(prototype, "pop", 0, static (realm, self, _) => Remove(Own(realm, self), last: true));
        realm.Define(prototype, "shift", 0, static (realm, self, _) => Remove(Own(realm, self), last: false));
        realm.Define(prototype, "unshift", 1, static (realm, self, given) =>
        {
            var list = Own(realm, self);
            Splice(realm, list, 0, 0, given);
            return new JsValue(list.Count);
        });
        realm.Define(prototype, "splice", 2, static (realm, self, given) =>
            SpliceAsAsked(realm, Own(realm, self), given));
        realm.Define(prototype, "toSpliced", 2, static (realm, self, given) =>
        {
            var copy = Copy(realm, self);
            SpliceAsAsked(realm, copy, given);
            return new JsValue(copy);
        });
        realm.Define(prototype, "reverse", 0, static (realm, self, _) =>
        {
            Own(realm, self).Change().Reverse();
            return self;
        });
        realm.Define(prototype, "toReversed", 0, static (realm, self, _) =>
            new JsValue(new ScriptArray(realm, Copy(realm, self).Items.Reverse())));
        realm.Define(prototype, "sort", 1, static (realm, self, given) =>
        {
            Sort(realm, Own(realm, self), given.Get(0));
            return self;
        });
        realm.Define(prototype, "toSorted", 1, static (realm, self, given) =>
        {
            var copy = Copy(realm, self);
            Sort(realm, copy, given.Get(0));
            return new JsValue(copy);
        });
        realm.Define(prototype, "fill", 1, Fill);
        realm.Define(prototype, "copyWithin", 2, CopyWithin);
    }

    private static ScriptArray Own(Realm realm, JsValue self)
    {
        var list = self.TryCast<ScriptArray>() ?? throw realm.TypeError($"{Realm.Shown(self)} is not a list");
        realm.Charge(1);
        return list;
    }

    private static ScriptArray Copy(Realm realm, JsValue self) =>
        new(realm, ArrayFunctions.Read(realm, self).Items.Select(item => item ?? JsValue.Undefined));

    private static JsValue Remove(ScriptArray list, bool last)
    {
        var items = list.Change();
        if (items.Count == 0)
        {
            return JsValue.Undefined;
        }

        var index = last ? items.Count - 1 : 0;
        var item = items[index];
        items.RemoveAt(index);
        return item ?? JsValue.Undefined;
    }

    private static JsValue SpliceAsAsked(Realm realm, ScriptArray list, JsValue[] given)
    {
        var from = Coercion.Relative(given.Get(0), list.Count, 0);
        var count = given.Length switch
        {
            0 => 0,
            1 => list.Count - from,
            _ => (int)Math.Clamp(Coercion.Integer(given[1]), 0, list.Count - from),
        };
        return Splice(realm, list, from, count, given.Skip(2).ToArray());
    }

    private static JsValue Splice(Realm realm, ScriptArray list, int from, int count, JsValue[] added)
    {
        if (list.Count - count + added.Length > Realm.LongestList)
        {
            throw new ScriptStoppedException("made a list that is too long");
        }

        realm.Charge(list.Count + added.Length);
        var items = list.Change();
        var removed = items.GetRange(from, count);
        items.RemoveRange(from, count);
        items.InsertRange(from, added);
        return new JsValue(new ScriptArray(realm, removed));
    }

    /// <summary>Stable; undefined comes last and holes after it.</summary>
    private static void Sort(Realm realm, ScriptArray list, JsValue compare)
    {
        Func<JsValue, JsValue, bool> isAfter = compare.IsUndefined() ? IsAfterByText : ByScript(realm, compare);
        var before = list.Items.ToArray();
        var given = before.OfType<JsValue>().ToList();
        realm.Charge(before.Length * 4L);
        var sorted = given.Where(item => !item.IsUndefined()).ToArray();
        Merge(sorted, new JsValue[sorted.Length], 0, sorted.Length, isAfter);
        var items = list.Change();
        items.Clear();
        items.AddRange(sorted);
        items.AddRange(given.Where(item => item.IsUndefined()));
        items.AddRange(Enumerable.Repeat<JsValue?>(null, before.Length - given.Count));
    }

    // .NET's own sorting hides what a comparison throws.
    private static void Merge(JsValue[] items, JsValue[] room, int from, int to, Func<JsValue, JsValue, bool> isAfter)
    {
        if (to - from < 2)
        {
            return;
        }

        var middle = (from + to) / 2;
        Merge(items, room, from, middle, isAfter);
        Merge(items, room, middle, to, isAfter);
        Array.Copy(items, from, room, from, to - from);
        var left = from;
        var right = middle;
        for (var index = from; index < to; index++)
        {
            var takesRight = left == middle || (right < to && isAfter(room[left], room[right]));
            items[index] = takesRight ? room[right++] : room[left++];
        }
    }

    private static bool IsAfterByText(JsValue left, JsValue right) =>
        string.CompareOrdinal(Coercion.Text(left), Coercion.Text(right)) > 0;

    private static Func<JsValue, JsValue, bool> ByScript(Realm realm, JsValue compare)
    {
        var function = realm.Callable(compare);
        return (left, right) => Coercion.Number(function.Call(JsValue.Undefined, [left, right])) > 0;
    }

    private static JsValue Fill(Realm realm, JsValue self, JsValue[] given)
    {
        var items = Own(realm, self).Change();
        var to = Coercion.Relative(given.Get(2), items.Count, items.Count);
        realm.Charge(items.Count);
        for (var index = Coercion.Relative(given.Get(1), items.Count, 0); index < to; index++)
        {
            items[index] = given.Get(0);
        }

        return self;
    }

    private static JsValue CopyWithin(Realm realm, JsValue self, JsValue[] given)
    {
        var items = Own(realm, self).Change();
        var target = Coercion.Relative(given.Get(0), items.Count, 0);
        var from = Coercion.Relative(given.Get(1), items.Count, 0);
        var to = Coercion.Relative(given.Get(2), items.Count, items.Count);
        realm.Charge(items.Count);
        var copied = items.Skip(from).Take(Math.Max(to - from, 0)).ToList();
        for (var index = 0; index < copied.Count && target + index < items.Count; index++)
        {
            items[target + index] = copied[index];
        }

        return self;
    }
}
