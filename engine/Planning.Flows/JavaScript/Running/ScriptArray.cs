using Jint.Native;
using Jint.Native.Array;
using Jint.Runtime.Descriptors;
using Planning.Flows.JavaScript.BuiltIns;

namespace Planning.Flows.JavaScript.Running;

/// <summary>A list. Jint's own keeps every item in a dictionary; this keeps them in a row.</summary>
internal sealed class ScriptArray : ArrayInstance
{
    private readonly Realm _realm;
    private readonly List<JsValue?> _items;

    public ScriptArray(Realm realm, IEnumerable<JsValue?>? items = null)
        : base(realm.Engine)
    {
        _realm = realm;
        _items = items is null ? [] : [.. items];
        Prototype = realm.Engine.Array.PrototypeObject;
        Extensible = true;
        realm.Charge(1 + _items.Count);
        CheckLength(_items.Count);
    }

    public ImportedValue? Origin { get; init; }

    public bool IsFrozen { get; set; }

    public int Count => _items.Count;

    /// <summary>Null for a hole.</summary>
    public IReadOnlyList<JsValue?> Items => _items;

    /// <summary>Undefined for a hole and beyond the end.</summary>
    public JsValue this[int index] => index < _items.Count && _items[index] is { } item ? item : JsValue.Undefined;

    /// <summary>For whoever changes the items; tells that they change.</summary>
    public List<JsValue?> Change()
    {
        if (IsFrozen)
        {
            throw _realm.TypeError("The list is frozen, so it cannot be changed");
        }

        Origin?.Touch();
        return _items;
    }

    public void Add(JsValue? item)
    {
        CheckLength(_items.Count + 1L);
        _items.Add(item);
    }

    public override JsValue Get(string propertyName)
    {
        if (MemberOrder.IsIndex(propertyName, out var index) && index < _items.Count)
        {
            return _items[(int)index] ?? base.Get(propertyName);
        }

        return propertyName == "length" ? new JsValue(_items.Count) : base.Get(propertyName);
    }

    public override void Put(string propertyName, JsValue value, bool throwOnError)
    {
        if (MemberOrder.IsIndex(propertyName, out var index))
        {
            Put(index, value);
        }
        else if (propertyName == "length")
        {
            SetLength(Coercion.Number(value));
        }
        else if (!IsFrozen)
        {
            base.SetOwnProperty(propertyName, new PropertyDescriptor(value, true, true, true));
        }
    }

    public override bool DefineOwnProperty(string propertyName, PropertyDescriptor desc, bool throwOnError)
    {
        if (!MemberOrder.IsIndex(propertyName, out var index))
        {
            if (propertyName != "length")
            {
                return base.DefineOwnProperty(propertyName, desc, throwOnError);
            }

            SetLength(desc.Value is null ? _items.Count : Coercion.Number(desc.Value));
            return true;
        }

        Put(index, desc.IsAccessorDescriptor()
            ? throw _realm.TypeError("An item of a list cannot have a getter or a setter")
            : desc.Value ?? JsValue.Undefined);
        return true;
    }

    public override PropertyDescriptor GetOwnProperty(string propertyName)
    {
        if (MemberOrder.IsIndex(propertyName, out var index))
        {
            return index < _items.Count && _items[(int)index] is { } item
                ? new PropertyDescriptor(item, !IsFrozen, true, !IsFrozen)
                : PropertyDescriptor.Undefined;
        }

        return propertyName == "length"
            ? new PropertyDescriptor(new JsValue(_items.Count), !IsFrozen, false, false)
            : base.GetOwnProperty(propertyName);
    }

    public override bool HasOwnProperty(string p) => GetOwnProperty(p) != PropertyDescriptor.Undefined;

    public override void RemoveOwnProperty(string p)
    {
        if (MemberOrder.IsIndex(p, out var index))
        {
            if (index < _items.Count)
            {
                Change()[(int)index] = null;
            }
        }
        else
        {
            Properties.Remove(p);
        }
    }

    public override IEnumerable<KeyValuePair<string, PropertyDescriptor>> GetOwnProperties()
    {
        _realm.Charge(_items.Count);
        for (var index = 0; index < _items.Count; index++)
        {
            if (_items[index] is { } item)
            {
                yield return new(NumberText.Of(index), new PropertyDescriptor(item, !IsFrozen, true, !IsFrozen));
            }
        }

        foreach (var member in Properties.ToList())
        {
            yield return member;
        }
    }

    private void Put(uint index, JsValue value)
    {
        if (IsFrozen || (!Extensible && index >= _items.Count))
        {
            return;
        }

        if (index < _items.Count)
        {
            Change()[(int)index] = value;
            return;
        }

        CheckLength(index + 1L);
        _realm.Charge(index - _items.Count + 1);
        var items = Change();
        while (items.Count < index)
        {
            items.Add(null);
        }

        items.Add(value);
    }

    private void SetLength(double length)
    {
        if (length != Math.Floor(length) || length is < 0 or > uint.MaxValue)
        {
            throw _realm.RangeError("Invalid array length");
        }

        CheckLength(length);
        var items = Change();
        if (length < items.Count)
        {
            items.RemoveRange((int)length, items.Count - (int)length);
        }

        _realm.Charge((long)length - items.Count);
        while (items.Count < length)
        {
            items.Add(null);
        }
    }

    private static void CheckLength(double length)
    {
        if (length > Realm.LongestList)
        {
            throw new ScriptStoppedException(
                $"made a list of more than {Realm.LongestList.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} items");
        }
    }
}
