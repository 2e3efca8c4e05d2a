using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;
using Planning.Flows.JavaScript.BuiltIns;

namespace Planning.Flows.JavaScript.Running;

/// <summary>The members of an object, in the order that JavaScript promises.</summary>
internal static class Members
{
    /// <summary>Its own enumerable members with their values.</summary>
    public static IEnumerable<(string Name, JsValue Value)> Of(ObjectInstance of) => OfAny(new JsValue(of));

    /// <summary>The same of any value; the members of a text are its characters.</summary>
    public static IEnumerable<(string Name, JsValue Value)> OfAny(JsValue value)
    {
        if (value.IsString())
        {
            return value.AsString().Select((character, index) =>
                (NumberText.Of(index), new JsValue(character.ToString())));
        }

        var of = value.AsObject();
        return of is Jint.Native.String.StringInstance text
            ? OfAny(text.PrimitiveValue)
            : Names(of).Select(name => (name, of.Get(name)));
    }

    public static IEnumerable<string> Names(ObjectInstance of) => of is Jint.Native.String.StringInstance text
        ? OfAny(text.PrimitiveValue).Select(member => member.Name)
        : of.GetOwnProperties().Where(member => member.Value.Enumerable is true).Select(member => member.Key).ToList();

    /// <summary>All of its own, also those that are not enumerable.</summary>
    public static IEnumerable<string> AllNames(ObjectInstance of) => of is Jint.Native.String.StringInstance
        ? Names(of).Append("length")
        : of is ScriptArray ? of.GetOwnProperties().Select(member => member.Key).Append("length")
        : of.GetOwnProperties().Select(member => member.Key).ToList();

    /// <summary>Its own and what it inherits, as <c>for … in</c> sees them.</summary>
    public static IEnumerable<string> EnumerableNames(ObjectInstance of)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<string>();
        for (var one = of; one is not null; one = one.Prototype)
        {
            names.AddRange(Names(one).Where(name => !seen.Contains(name)));
            seen.UnionWith(one.GetOwnProperties().Select(member => member.Key));
        }

        return names;
    }

    public static bool HasOwn(ObjectInstance of, string name) =>
        of.GetOwnProperty(name) != PropertyDescriptor.Undefined;
}
