using Jint.Native;
using Jint.Native.Object;
using Planning.Flows.JavaScript.BuiltIns;

namespace Planning.Flows.JavaScript.Running;

/// <summary>Goes through whatever JavaScript can go through: lists, texts, maps, sets and what their functions return.</summary>
internal static class Iteration
{
    /// <param name="wanted">How many items are needed; negative for all.</param>
    public static ScriptArray ListOf(Realm realm, JsValue value, int wanted = -1)
    {
        if (value.IsString())
        {
            return new ScriptArray(realm, Characters(value.AsString()).Select(text => new JsValue(text)));
        }

        return (value.IsObject() ? value.AsObject() : null) switch
        {
            ScriptArray list => list,
            IEnumerable<JsValue> items => new ScriptArray(realm, wanted < 0 ? items : items.Take(wanted)),
            ArgumentsObject arguments => new ScriptArray(realm, LikeList(realm, arguments)),
            Jint.Native.String.StringInstance text => ListOf(realm, text.PrimitiveValue),
            _ => throw realm.TypeError($"{Realm.Shown(value)} is not iterable"),
        };
    }

    public static bool IsIterable(JsValue value) => value.IsString()
        || (value.IsObject() && value.AsObject() is ScriptArray or IEnumerable<JsValue> or ArgumentsObject);

    /// <summary>What has a length and members 0, 1, 2 …</summary>
    public static IEnumerable<JsValue> LikeList(Realm realm, ObjectInstance like)
    {
        if (like is ScriptArray list)
        {
            return list.Items.Select(item => item ?? JsValue.Undefined);
        }

        var length = Math.Max(Coercion.Integer(like.Get("length")), 0);
        if (length > Realm.LongestList)
        {
            throw new ScriptStoppedException("went through a list that is too long");
        }

        realm.Charge((long)length);
        return Enumerable.Range(0, (int)length).Select(index => like.Get(NumberText.Of(index)));
    }

    /// <summary>Characters outside the basic plane are one item, not two.</summary>
    public static IEnumerable<string> Characters(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var isPair = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
            yield return text.Substring(index, isPair ? 2 : 1);
            index += isPair ? 1 : 0;
        }
    }
}

/// <summary>What <c>entries()</c>, <c>matchAll()</c> and their like return: items that are taken once.</summary>
internal sealed class ScriptIterator(Realm realm, IEnumerable<JsValue> items)
    : ScriptObject(realm, realm.Iterators), IEnumerable<JsValue>
{
    private readonly IEnumerator<JsValue> _items = items.GetEnumerator();

    /// <summary>Null when nothing is left.</summary>
    public JsValue? Next()
    {
        Realm.Charge(1);
        return _items.MoveNext() ? _items.Current : null;
    }

    public IEnumerator<JsValue> GetEnumerator()
    {
        while (Next() is { } item)
        {
            yield return item;
        }
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>What a loop goes through step by step; whatever member is asked for is the item of this step.</summary>
internal sealed class ScriptSteps(Realm realm, IEnumerable<JsValue> items) : ScriptObject(realm)
{
    private readonly IEnumerator<JsValue> _items = items.GetEnumerator();

    public bool GoOn() => _items.MoveNext();

    public override JsValue Get(string propertyName) => _items.Current;
}

internal static class IterationFunctions
{
    /// <returns>What every iterator inherits.</returns>
    public static ObjectInstance Install(Realm realm)
    {
        var prototype = new ScriptObject(realm);
        realm.Define(prototype, "next", 0, static (realm, self, _) =>
        {
            var next = (self.TryCast<ScriptIterator>() ?? throw realm.TypeError("next needs an iterator")).Next();
            var step = new ScriptObject(realm);
            step.Set("value", next ?? JsValue.Undefined);
            step.Set("done", Coercion.Value(next is null));
            return new JsValue(step);
        });
        realm.Define(prototype, "toArray", 0, static (realm, self, _) => new JsValue(Iteration.ListOf(realm, self)));
        return prototype;
    }
}
