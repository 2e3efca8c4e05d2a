using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Expressions;

namespace Planning.Flows.Definitions;

/// <summary>Reads what a definition declares: variables, inputs, outputs, options.</summary>
internal sealed class DeclarationReader(Mistakes mistakes)
{
    public IReadOnlyList<VariableDeclaration> Variables(JsonNode json, string? activityId, string path)
    {
        var variables = new List<VariableDeclaration>();
        foreach (var (item, place) in json.Member("variables").Items($"{path}.variables"))
        {
            if ((item.Text("name") ?? item.Text("id")) is not { } name)
            {
                mistakes.Report(Codes.MissingMember, activityId, $"{place}.name", "The variable has no name. Give it one.");
                continue;
            }

            var variable = Variable(item, name);
            if (variables.Exists(known => known.Id == variable.Id || known.Name == variable.Name))
            {
                mistakes.Report(Codes.DuplicateVariable, activityId, place,
                    $"The variable \"{name}\" is declared twice here. Rename or delete one of the two.");
            }

            variables.Add(variable);
        }

        return variables;
    }

    public IReadOnlyList<InputDeclaration> Inputs(JsonNode json) =>
        [.. Named(json, "inputs").Select(input => new InputDeclaration(input.Name, input.Type))];

    public IReadOnlyList<OutputDeclaration> Outputs(JsonNode json) =>
        [.. Named(json, "outputs").Select(output => new OutputDeclaration(output.Name, output.Type))];

    public IncidentStrategy? IncidentStrategy(JsonNode json)
    {
        var name = json.Member("options").Text("incidentStrategyType");
        switch (name)
        {
            case null or "":
                return null;
            case not null when name.Contains("ContinueWithIncidents", StringComparison.OrdinalIgnoreCase):
                return Definitions.IncidentStrategy.ContinueWithIncidents;
            case not null when name.Contains("Fault", StringComparison.OrdinalIgnoreCase):
                return Definitions.IncidentStrategy.Fault;
            default:
                mistakes.Report(Codes.NotSupported, null, "$.options.incidentStrategyType",
                    $"The incident strategy \"{name}\" is not known. Choose Fault or Continue with incidents.");
                return null;
        }
    }

    public ActivationStrategy Activation(JsonNode json)
    {
        var name = json.Member("options").Text("activationStrategyType");
        switch (name)
        {
            case null or "":
            case not null when name.Contains("AlwaysStrategy", StringComparison.OrdinalIgnoreCase):
                return ActivationStrategy.Always;
            case not null when name.Contains("CorrelatedSingleton", StringComparison.OrdinalIgnoreCase):
                return ActivationStrategy.CorrelatedSingleton;
            case not null when name.Contains("Singleton", StringComparison.OrdinalIgnoreCase):
                return ActivationStrategy.Singleton;
            case not null when name.Contains("CorrelationStrategy", StringComparison.OrdinalIgnoreCase):
                return ActivationStrategy.Correlation;
            default:
                mistakes.Report(Codes.NotSupported, null, "$.options.activationStrategyType",
                    $"The activation strategy \"{name}\" is not known. Choose Always, Singleton, Correlation or CorrelatedSingleton.");
                return ActivationStrategy.Always;
        }
    }

    private static VariableDeclaration Variable(JsonNode? json, string name)
    {
        var type = DataType.Parse(json.Text("typeName"), json.Flag("isArray"));
        var value = json.Member("value");
        var initial = value is null ? null : Values.FromJson(JsonSerializer.SerializeToElement(value));
        var converted = initial is "" ? null : Conversion.To(initial, type).Value; // The designer's empty field (contract §25.4).
        return new VariableDeclaration(json.Text("id") ?? name, name, type, converted);
    }

    private IEnumerable<(string Name, DataType Type)> Named(JsonNode json, string member)
    {
        foreach (var (item, path) in json.Member(member).Items($"$.{member}"))
        {
            if (item.Text("name") is { } name)
            {
                yield return (name, DataType.Parse(item.Text("type"), item.Flag("isArray")));
            }
            else
            {
                mistakes.Report(Codes.MissingMember, null, $"{path}.name", "It has no name. Give it one or delete it.");
            }
        }
    }
}
