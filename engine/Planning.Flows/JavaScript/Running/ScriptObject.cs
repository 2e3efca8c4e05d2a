using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;

namespace Planning.Flows.JavaScript.Running;

/// <summary>An object that a script made or was given. Its members keep the order that JavaScript promises.</summary>
internal class ScriptObject : ObjectInstance
{
    private static readonly PropertyDescriptor Missing = PropertyDescriptor.Undefined;

    public ScriptObject(Realm realm)
        : this(realm, realm.Engine.Object.PrototypeObject)
    {
    }

    public ScriptObject(Realm realm, ObjectInstance? prototype)
        : base(realm.Engine)
    {
        Realm = realm;
        Prototype = prototype;
        Extensible = true;
    }

    /// <summary>What is told when the object changes; null for what a script made itself.</summary>
    public ImportedValue? Origin { get; init; }

    protected Realm Realm { get; }

    /// <summary>Gives a member its value without asking anybody.</summary>
    public void Set(string name, JsValue value)
    {
        EnsureInitialized();
        if (Properties.TryGetValue(name, out var known) && known.IsDataDescriptor())
        {
            known.Value = value;
        }
        else
        {
            Properties[name] = new PropertyDescriptor(value, true, true, true);
        }
    }

    // Built-in members are frozen, and yet an object may have its own member of that name.
    public override void Put(string propertyName, JsValue value, bool throwOnError)
    {
        if (GetOwnProperty(propertyName) is var own && own != Missing)
        {
            if (own.IsAccessorDescriptor())
            {
                CallSetter(own, value);
            }
            else if (own.Writable is true)
            {
                own.Value = value;
                Origin?.Touch();
            }

            return;
        }

        for (var above = Prototype; above is not null; above = above.Prototype)
        {
            if (above.GetOwnProperty(propertyName) is var inherited && inherited != Missing)
            {
                if (inherited.IsAccessorDescriptor())
                {
                    CallSetter(inherited, value);
                    return;
                }

                break;
            }
        }

        if (Extensible)
        {
            SetOwnProperty(propertyName, new PropertyDescriptor(value, true, true, true));
            Origin?.Touch();
        }
    }

    public override bool DefineOwnProperty(string propertyName, PropertyDescriptor desc, bool throwOnError)
    {
        Origin?.Touch();
        return base.DefineOwnProperty(propertyName, desc, throwOnError);
    }

    // A dictionary puts the next new member where the removed one was; so the others are put in afresh.
    public override void RemoveOwnProperty(string p)
    {
        EnsureInitialized();
        Origin?.Touch();
        Realm.Charge(Properties.Count);
        var others = Properties.Where(member => member.Key != p).ToList();
        Properties.Clear();
        foreach (var (name, member) in others)
        {
            Properties[name] = member;
        }
    }

    public override IEnumerable<KeyValuePair<string, PropertyDescriptor>> GetOwnProperties()
    {
        EnsureInitialized();
        Realm.Charge(Properties.Count);
        return MemberOrder.Sorted(Properties);
    }

    private void CallSetter(PropertyDescriptor member, JsValue value)
    {
        if (member.Set?.TryCast<ICallable>() is { } setter)
        {
            setter.Call(new JsValue(this), [value]);
        }
    }
}

/// <summary>Members that look like numbers come first, by their size.</summary>
internal static class MemberOrder
{
    public static IEnumerable<KeyValuePair<string, T>> Sorted<T>(ICollection<KeyValuePair<string, T>> members) =>
        members.Any(member => IsIndex(member.Key, out _))
            ? [.. members.Where(member => IsIndex(member.Key, out _)).OrderBy(member => IndexOf(member.Key)),
                .. members.Where(member => !IsIndex(member.Key, out _))]
            : members.ToList();

    /// <summary>True for the text of a whole number below 2^32 - 1, written as JavaScript writes it.</summary>
    public static bool IsIndex(string name, out uint index)
    {
        index = 0;
        if (name.Length is 0 or > 10 || !char.IsAsciiDigit(name[0]) || (name[0] == '0' && name.Length > 1))
        {
            return false;
        }

        var value = 0UL;
        foreach (var character in name)
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }

            value = (value * 10) + (ulong)(character - '0');
        }

        index = (uint)value;
        return value < uint.MaxValue;
    }

    private static uint IndexOf(string name) => IsIndex(name, out var index) ? index : uint.MaxValue;
}
