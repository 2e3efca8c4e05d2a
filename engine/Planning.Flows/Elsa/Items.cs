using System.Text.Json;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.Instances;

namespace Planning.Flows.Elsa;

/// <summary>What a loop goes through.</summary>
/// <remarks>
/// As Elsa does, text that holds a JSON list is that list and other text is its characters (contract §25.4). A single
/// value is a list of one, and nothing at all is an empty list; Elsa fails there.
/// </remarks>
internal static class Items
{
    public const string Input = "Items";
    public const string CurrentValue = "CurrentValue";

    private const string CurrentIndex = "CurrentIndex";

    /// <summary>What <see cref="Round"/> brings along, for those who write expressions inside.</summary>
    public static IReadOnlyList<VariableDeclaration> Variables { get; } =
    [
        new(CurrentValue, CurrentValue, DataType.Any, null),
        new(CurrentIndex, CurrentIndex, DataType.Parse("Int32"), null),
    ];

    /// <summary>The items as they were when the loop began: what it does to the list meanwhile changes no round.</summary>
    public static IReadOnlyList<object?> Of(ActivityContext context) => context.Inputs[Input] switch
    {
        null => [],
        JsonElement { ValueKind: JsonValueKind.Array } list => new JsonList(list),
        string text when Conversion.To(text, DataType.Parse("JSON")).Value is JsonElement
        {
            ValueKind: JsonValueKind.Array
        } list => new JsonList(list),
        string text => [.. text.Select(character => (object?)character.ToString())],
        var single => [single],
    };

    /// <summary>The variables that one round sees.</summary>
    public static IReadOnlyList<VariableState> Round(IReadOnlyList<object?> items, int index) =>
    [
        new VariableState(CurrentValue, CurrentValue, items[index]),
        new VariableState(CurrentIndex, CurrentIndex, (long)index),
    ];

    private sealed class JsonList(JsonElement list) : IReadOnlyList<object?>
    {
        public int Count => list.GetArrayLength();

        public object? this[int index] => Values.FromJson(list[index]);

        public IEnumerator<object?> GetEnumerator() => list.EnumerateArray().Select(Values.FromJson).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
