using Jint.Native;
using Jint.Runtime.Descriptors;

namespace Planning.Flows.JavaScript.Running;

/// <summary><c>variables</c>: a member for every variable in reach.</summary>
internal sealed class VariablesObject(Realm realm, ScriptRun run) : ScriptObject(realm)
{
    public override JsValue Get(string propertyName) => run.Member(Realm, propertyName) ?? base.Get(propertyName);

    public override PropertyDescriptor GetOwnProperty(string propertyName) =>
        run.Member(Realm, propertyName) is { } value
        ? new PropertyDescriptor(value, true, true, true)
        : PropertyDescriptor.Undefined;

    public override bool HasOwnProperty(string p) => run.Member(Realm, p) is not null;

    public override void Put(string propertyName, JsValue value, bool throwOnError) => run.Assign(propertyName, value);

    public override bool DefineOwnProperty(string propertyName, PropertyDescriptor desc, bool throwOnError)
    {
        run.Assign(propertyName, desc.Value ?? JsValue.Undefined);
        return true;
    }

    public override void RemoveOwnProperty(string p) => run.Assign(p, JsValue.Null);

    public override IEnumerable<KeyValuePair<string, PropertyDescriptor>> GetOwnProperties() =>
        [.. run.MemberNames().Select(name => KeyValuePair.Create(name, GetOwnProperty(name)))];
}
