using System.Text.Json;
using Jint.Native;

namespace Planning.Flows.JavaScript.Running;

/// <summary>What running another workflow gave. Elsa answers to <c>output</c> as well as to <c>Output</c> here, for it is a
/// .NET record there; on other objects capitals count.</summary>
internal sealed class WorkflowResult(Realm realm, JsonElement json) : ImportedObject(realm, json)
{
    public static bool Is(JsonElement json) =>
        json.TryGetProperty("WorkflowDefinitionVersionId", out _) && json.TryGetProperty("WorkflowInstanceId", out _)
        && json.TryGetProperty("SubStatus", out _);

    public override JsValue Get(string propertyName)
    {
        var value = base.Get(propertyName);
        return value.IsUndefined() && propertyName.Length > 0 && char.IsAsciiLetterLower(propertyName[0])
            ? base.Get(char.ToUpperInvariant(propertyName[0]) + propertyName[1..])
            : value;
    }
}
