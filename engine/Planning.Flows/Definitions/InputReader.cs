using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Expressions;

namespace Planning.Flows.Definitions;

/// <summary>Reads what an author filled into one activity.</summary>
internal sealed class InputReader(ActivityReader reader, Node node, JsonObject json, string path)
{
    public IReadOnlyList<BoundInput> Inputs(Scope scope) =>
        [.. node.Descriptor.Inputs.Select(descriptor => Input(descriptor, scope))];

    public IReadOnlyList<BoundOutput> Outputs(Scope scope) =>
        [.. node.Descriptor.Outputs.Select(descriptor => Output(descriptor, scope)).OfType<BoundOutput>()];

    private BoundInput Input(InputDescriptor descriptor, Scope scope)
    {
        var type = DataType.Parse(descriptor.Type);
        var member = JsonMembers.CamelCase(descriptor.Name);
        var value = json.Member(member);
        var place = $"{path}.{member}";
        if (IsSet(value, descriptor))
        {
            return new BoundInput(descriptor, type, Read(value, place, descriptor, type, scope));
        }

        if (descriptor is { Required: true, DefaultValue: null })
        {
            reader.Mistakes.Report(Codes.MissingInput, node.Id, place,
                $"{node.Descriptor.DisplayName} needs \"{descriptor.DisplayName}\". Fill it in.");
        }

        var usual = Conversion.To(Values.Canonical(descriptor.DefaultValue), type).Value;
        return new BoundInput(descriptor, type, usual is null ? null : new Expression.Constant(usual));
    }

    private Expression? Read(JsonNode? value, string place, InputDescriptor descriptor, DataType type, Scope scope)
    {
        if (!descriptor.IsWrapped)
        {
            return new Expression.Constant(Values.FromJson(JsonSerializer.SerializeToElement(value)));
        }

        var expressions = new ExpressionReader(reader, scope, node);
        return value is JsonObject wrapper && wrapper.Member("expression") is { } expression
            ? expressions.Read(expression, $"{place}.expression", descriptor, type)
            : expressions.ReadLiteral(value, place, descriptor, type);
    }

    // The designer writes a wrapper with neither expression nor value for an input that was only looked at.
    private static bool IsSet(JsonNode? value, InputDescriptor descriptor) => value switch
    {
        null => false,
        JsonObject wrapper when descriptor.IsWrapped && IsWrapper(wrapper) =>
            wrapper.Member("expression") is JsonObject expression && !IsBlank(expression, descriptor),
        _ => true,
    };

    private static bool IsWrapper(JsonObject json) =>
        json.ContainsKey("typeName") || json.ContainsKey("expression") || json.ContainsKey("memoryReference");

    private static bool IsBlank(JsonObject expression, InputDescriptor descriptor) => expression.Member("value") switch
    {
        null => true,
        var value => descriptor.Required && value.GetValueKind() == JsonValueKind.String
            && string.IsNullOrWhiteSpace(value.GetValue<string>()),
    };

    private BoundOutput? Output(OutputDescriptor descriptor, Scope scope)
    {
        var member = JsonMembers.CamelCase(descriptor.Name);
        var id = json.Member(member).Member("memoryReference").Text("id");
        if (string.IsNullOrEmpty(id))
        {
            return null;
        }

        var variable = scope.ById(id);
        var isOutput = reader.Outputs.Any(output => output.Name == id);
        if (variable is not null || isOutput)
        {
            return new BoundOutput(descriptor.Name, variable?.Id, isOutput ? id : null); // Both, if both are called so.
        }

        // "act1:output-0" is the name Elsa itself gives to an output that is kept nowhere.
        if (!id.Contains(':', StringComparison.Ordinal) && !reader.OutputBlocks.IsRead(id))
        {
            reader.Mistakes.Report(Codes.UnknownVariable, node.Id, $"{path}.{member}.memoryReference.id",
                $"\"{descriptor.DisplayName}\" is kept in \"{id}\", "
                + "which is no variable in reach and no output of the workflow. Choose another.");
        }

        return null;
    }
}
