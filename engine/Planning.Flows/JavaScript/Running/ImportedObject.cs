using System.Text.Json;

namespace Planning.Flows.JavaScript.Running;

/// <summary>An object of the workflow. Its members are made when somebody looks: most scripts look at few.</summary>
internal class ImportedObject(Realm realm, JsonElement json) : ScriptObject(realm)
{
    private bool _isMade;

    protected override void EnsureInitialized()
    {
        if (_isMade)
        {
            return;
        }

        _isMade = true;
        foreach (var member in json.EnumerateObject())
        {
            Set(member.Name, ValueBorder.FromJson(Realm, member.Value, Origin));
        }
    }
}
