using System.Security.Cryptography;
using System.Text;
using Jint.Native;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>The functions by which scripts reach their workflow, as Elsa offers them (contract §14).</summary>
internal static class WorkflowFunctions
{
    public static IReadOnlyDictionary<string, Operator> ByName { get; } = new Dictionary<string, Operator>(StringComparer.Ordinal)
    {
        ["getVariable"] = new((realm, given) => realm.Run.Variable(realm, Coercion.Text(given.Get(0)))),
        ["setVariable"] = Doing((realm, given) =>
            realm.Run.SetVariable(realm, Coercion.Text(given.Get(0)), given.Get(1))),
        ["getInput"] = new((realm, given) =>
            ValueBorder.ToScript(realm, realm.Run.Context.Input(Coercion.Text(given.Get(0))))),
        ["getOutputFrom"] = new((realm, given) => OutputFrom(realm, given.Get(0), given.Get(1))),
        ["getLastResult"] = new((realm, _) => ValueBorder.ToScript(realm, realm.Run.Context.LastResult())),
        ["getCorrelationId"] = new((realm, _) => Nullable(realm.Run.Context.CorrelationId)),
        ["setCorrelationId"] = Doing((realm, given) =>
            Change(realm, given, (context, text) => context.CorrelationId = text)),
        ["getWorkflowInstanceId"] = new((realm, _) => new JsValue(realm.Run.Context.InstanceId)),
        ["getWorkflowInstanceName"] = new((realm, _) => Nullable(realm.Run.Context.InstanceName)),
        ["setWorkflowInstanceName"] = Doing((realm, given) =>
            Change(realm, given, (context, text) => context.InstanceName = text)),
        ["getWorkflowDefinitionId"] = new((realm, _) => new JsValue(realm.Run.Context.DefinitionId)),
        ["getWorkflowDefinitionVersionId"] = new((realm, _) => new JsValue(realm.Run.Context.DefinitionVersionId)),
        ["getWorkflowDefinitionVersion"] = new((realm, _) => new JsValue(realm.Run.Context.DefinitionVersion)),
        ["isNullOrWhiteSpace"] = new((_, given) =>
            Coercion.Value(Coercion.IsNullish(given.Get(0)) || string.IsNullOrWhiteSpace(Coercion.Text(given[0])))),
        ["isNullOrEmpty"] = new((_, given) =>
            Coercion.Value(Coercion.IsNullish(given.Get(0)) || Coercion.Text(given[0]).Length == 0)),
        ["toJson"] = new((realm, given) =>
            new JsValue(realm.Checked(JsonWriter.Write(realm, given.Get(0), JsValue.Undefined, JsValue.Undefined) ?? "null"))),
        ["parseGuid"] = new((realm, given) => Guid.TryParse(Coercion.Text(given.Get(0)), out var guid)
            ? new JsValue(guid.ToString())
            : throw realm.TypeError($"{Realm.Shown(given.Get(0))} is no GUID")),
        ["newGuid"] = new((realm, _) => new JsValue(NewGuid(realm).ToString())),
        ["newGuidString"] = new((realm, _) => new JsValue(NewGuid(realm).ToString())),
        ["newShortGuid"] = new((realm, _) => new JsValue(Convert.ToBase64String(NewGuid(realm).ToByteArray())[..22]
            .Replace('/', '_').Replace('+', '-'))),
        ["bytesFromString"] = new((realm, given) => Bytes(realm, Encoding.UTF8.GetBytes(Coercion.Text(given.Get(0))))),
        ["bytesToString"] = new((realm, given) => new JsValue(Encoding.UTF8.GetString(BytesOf(realm, given.Get(0))))),
        ["bytesFromBase64"] = new((realm, given) => Bytes(realm, FromBase64(realm, given.Get(0)))),
        ["bytesToBase64"] = new((realm, given) => new JsValue(Convert.ToBase64String(BytesOf(realm, given.Get(0))))),
        ["stringToBase64"] = new((realm, given) =>
            new JsValue(realm.Checked(Convert.ToBase64String(Encoding.UTF8.GetBytes(Coercion.Text(given.Get(0))))))),
        ["stringFromBase64"] = new((realm, given) =>
            new JsValue(realm.Checked(Encoding.UTF8.GetString(FromBase64(realm, given.Get(0)))))),
    };

    /// <summary>Those that mean something only in a Run JavaScript activity.</summary>
    public static IReadOnlyDictionary<string, Operator> OfOutcomes { get; } = new Dictionary<string, Operator>(StringComparer.Ordinal)
    {
        ["setOutcome"] = Doing((realm, given) => realm.Run.Outcomes = [Coercion.Text(given.Get(0))]),
        ["setOutcomes"] = Doing((realm, given) => realm.Run.Outcomes =
            [.. Iteration.ListOf(realm, given.Get(0)).Items.Select(outcome =>
                Coercion.Text(outcome ?? JsValue.Undefined))]),
    };

    public static Operator Variables { get; } = new((realm, _) => realm.Run.Variables(realm));

    public static JsValue OutputFrom(Realm realm, JsValue activity, JsValue output)
    {
        var name = Coercion.Text(activity);
        return realm.Run.Context.HasNeighbour(name)
            ? ValueBorder.ToScript(realm, realm.Run.Context.OutputOf(name, Coercion.IsNullish(output) ? null : Coercion.Text(output)))
            : throw realm.RangeError(
                $"Activity not found. There is no activity \"{name}\" beside this one; outputs can be read inside one container only");
    }

    private static Operator Doing(Action<Realm, JsValue[]> body) => new((realm, given) =>
    {
        body(realm, given);
        return JsValue.Undefined;
    });

    private static JsValue Nullable(string? text) => text is null ? JsValue.Null : new JsValue(text);

    private static void Change(Realm realm, JsValue[] given, Action<Planning.Flows.Expressions.ExpressionContext, string?> change) =>
        change(realm.Run.Context, Coercion.IsNullish(given.Get(0)) ? null : Coercion.Text(given[0]));

    // Ids of the burst follow from the turn, so the same turn taken again makes the same GUIDs.
    private static Guid NewGuid(Realm realm) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(realm.Run.Context.NextId())).AsSpan(0, 16));

    private static JsValue Bytes(Realm realm, byte[] bytes) => realm.List(bytes.Select(one => new JsValue(one)));

    private static byte[] BytesOf(Realm realm, JsValue value) => value.IsString()
        ? FromBase64(realm, value)
        : [.. Iteration.ListOf(realm, value).Items.Select(one => (byte)Coercion.Int32(one ?? JsValue.Undefined))];

    private static byte[] FromBase64(Realm realm, JsValue value)
    {
        var text = Coercion.Text(value);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count)
            ? bytes[..count]
            : throw realm.TypeError($"{Realm.Shown(value)} is no Base64 text");
    }
}
