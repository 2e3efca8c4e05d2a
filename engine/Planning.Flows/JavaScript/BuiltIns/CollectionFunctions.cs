using Jint.Native;
using Jint.Native.Object;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>A <c>Map</c> or <c>Set</c>: keeps the order in which keys came, and goes on while it is gone through.</summary>
internal sealed class ScriptCollection(Realm realm, ObjectInstance prototype, bool isMap)
    : ScriptObject(realm, prototype), IEnumerable<JsValue>
{
    private static readonly object Undefined = new();
    private static readonly object Null = new();

    private readonly Dictionary<object, int> _places = [];
    private readonly List<(JsValue Key, JsValue Value)?> _entries = [];

    public bool IsMap => isMap;

    public int Count => _places.Count;

    public override string Class => isMap ? "Map" : "Set";

    /// <summary>The entries one after the other; also those that come meanwhile.</summary>
    public IEnumerable<(JsValue Key, JsValue Value)> Entries()
    {
        for (var index = 0; index < _entries.Count; index++)
        {
            Realm.Charge(1);
            if (_entries[index] is { } entry)
            {
                yield return entry;
            }
        }
    }

    public JsValue? Find(JsValue key) =>
        _places.TryGetValue(Place(key), out var index) ? _entries[index]!.Value.Value : null;

    public void Put(JsValue key, JsValue value)
    {
        Realm.Charge(2);
        key = key.IsNumber() && key.AsNumber() == 0 ? new JsValue(0.0) : key;
        var place = Place(key);
        if (_places.TryGetValue(place, out var index))
        {
            _entries[index] = (_entries[index]!.Value.Key, value);
            return;
        }

        _places[place] = _entries.Count;
        _entries.Add((key, value));
    }

    public bool Remove(JsValue key)
    {
        if (!_places.Remove(Place(key), out var index))
        {
            return false;
        }

        _entries[index] = null;
        return true;
    }

    public void Clear()
    {
        _places.Clear();
        for (var index = 0; index < _entries.Count; index++)
        {
            _entries[index] = null;
        }
    }

    public IEnumerator<JsValue> GetEnumerator() =>
        Entries().Select(entry => isMap ? Realm.List([entry.Key, entry.Value]) : entry.Key).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    private static object Place(JsValue key) => key.Type switch
    {
        Jint.Runtime.Types.Number => key.AsNumber() + 0.0,
        Jint.Runtime.Types.String => key.AsString(),
        Jint.Runtime.Types.Boolean => key.AsBoolean(),
        Jint.Runtime.Types.Object => key.AsObject(),
        Jint.Runtime.Types.Null => Null,
        _ => Undefined,
    };
}

internal static class CollectionFunctions
{
    public static void Install(Realm realm)
    {
        var map = Prototype(realm);
        realm.Define(map, "get", 1, static (realm, self, given) =>
            Self(realm, self).Find(given.Get(0)) ?? JsValue.Undefined);
        realm.Define(map, "set", 2, static (realm, self, given) =>
        {
            Self(realm, self).Put(given.Get(0), given.Get(1));
            return self;
        });
        var type = new NativeClass(realm, "Map", 0, map, null, (realm, given) => Make(realm, map, given, isMap: true));
        realm.Define(type, "groupBy", 2, (realm, _, given) =>
        {
            var function = realm.Callable(given.Get(1));
            var groups = new ScriptCollection(realm, map, isMap: true);
            foreach (var (index, item) in Iteration.ListOf(realm, given.Get(0)).Items.ToList().Index())
            {
                var key = function.Call(JsValue.Undefined, [item ?? JsValue.Undefined, new JsValue(index)]);
                var group = groups.Find(key) ?? realm.List(Array.Empty<JsValue>());
                ((ScriptArray)group.AsObject()).Add(item);
                groups.Put(key, group);
            }

            return new JsValue(groups);
        });
        var set = Prototype(realm);
        realm.Define(set, "add", 1, static (realm, self, given) =>
        {
            Self(realm, self).Put(given.Get(0), given.Get(0));
            return self;
        });
        _ = new NativeClass(realm, "Set", 0, set, null, (realm, given) => Make(realm, set, given, isMap: false));
    }

    private static ScriptObject Prototype(Realm realm)
    {
        var prototype = new ScriptObject(realm);
        realm.Define(prototype, "has", 1, static (realm, self, given) =>
            Coercion.Value(Self(realm, self).Find(given.Get(0)) is not null));
        realm.Define(prototype, "delete", 1, static (realm, self, given) =>
            Coercion.Value(Self(realm, self).Remove(given.Get(0))));
        realm.Define(prototype, "clear", 0, static (realm, self, _) =>
        {
            Self(realm, self).Clear();
            return JsValue.Undefined;
        });
        realm.Define(prototype, "forEach", 1, static (realm, self, given) =>
        {
            var function = realm.Callable(given.Get(0));
            foreach (var (key, value) in Self(realm, self).Entries())
            {
                function.Call(given.Get(1), [value, key, self]);
            }

            return JsValue.Undefined;
        });
        realm.Define(prototype, "entries", 0, static (realm, self, _) =>
            Iterator(realm, Self(realm, self).Entries().Select(entry => realm.List([entry.Key, entry.Value]))));
        realm.Define(prototype, "keys", 0, static (realm, self, _) =>
            Iterator(realm, Self(realm, self).Entries().Select(entry => entry.Key)));
        realm.Define(prototype, "values", 0, static (realm, self, _) =>
            Iterator(realm, Self(realm, self).Entries().Select(entry => entry.Value)));
        prototype.FastSetProperty("size", new Jint.Runtime.Descriptors.PropertyDescriptor(
            get: new JsValue(new Native(realm, "size", 0, static (realm, self, _) =>
                new JsValue(Self(realm, self).Count))),
            set: null, enumerable: false, configurable: true));
        return prototype;
    }

    private static JsValue Iterator(Realm realm, IEnumerable<JsValue> items) => new(new ScriptIterator(realm, items));

    private static ScriptCollection Self(Realm realm, JsValue self) =>
        self.TryCast<ScriptCollection>() ?? throw realm.TypeError($"{Realm.Shown(self)} is no Map or Set");

    private static ScriptCollection Make(Realm realm, ObjectInstance prototype, JsValue[] given, bool isMap)
    {
        var made = new ScriptCollection(realm, prototype, isMap);
        if (Coercion.IsNullish(given.Get(0)))
        {
            return made;
        }

        foreach (var item in Iteration.ListOf(realm, given[0]).Items)
        {
            var value = item ?? JsValue.Undefined;
            var pair = isMap ? realm.ObjectOf(value) : null;
            made.Put(pair?.Get("0") ?? value, pair?.Get("1") ?? value);
        }

        return made;
    }
}
