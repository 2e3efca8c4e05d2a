using Planning.Flows.JavaScript.Reading;

namespace Planning.Flows.JavaScript.Lowering;

/// <summary>The variables that a pattern gives values to.</summary>
internal static class TargetNames
{
    public static IEnumerable<JsTarget.Variable> Of(JsTarget? target) => target switch
    {
        JsTarget.Variable variable => [variable],
        JsTarget.WithDefault standard => Of(standard.Target),
        JsTarget.List list => list.Items.SelectMany(Of).Concat(Of(list.Rest)),
        JsTarget.Members members => members.Items.SelectMany(item => Of(item.Target)).Concat(Of(members.Rest)),
        _ => [],
    };
}
