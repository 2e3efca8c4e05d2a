using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Expressions;

namespace Planning.Flows.Definitions;

/// <summary>Reads one expression: <c>{type, value}</c>.</summary>
internal sealed class ExpressionReader(ActivityReader reader, Scope scope, Node node)
{
    public Expression? Read(JsonNode? expression, string path, InputDescriptor descriptor, DataType type)
    {
        var language = expression.Text("type");
        var value = expression.Member("value");
        var place = $"{path}.value";
        switch (language)
        {
            case null or "" or "Literal" or "Object":
                return ReadLiteral(value, place, descriptor, type);
            case "Variable":
                return ReadVariable(value, place) is { } variable
                    ? new Expression.Variable(variable.Id, variable.Name)
                    : null;
            case "Input":
                return ReadWorkflowInput(value, place);
            case "Output":
                return ReadOutput(value, place);
            default:
                return ReadCode(language, value, path, type);
        }
    }

    public Expression ReadLiteral(JsonNode? value, string path, InputDescriptor descriptor, DataType type)
    {
        var written = value is null ? null : Values.FromJson(JsonSerializer.SerializeToElement(value));
        var conversion = Conversion.To(written, type);
        if (!conversion.Faithful && !node.Descriptor.IsLenient)
        {
            Report(Codes.BadValue, path,
                $"\"{Values.ToText(written)}\" is no {type.Alias} for \"{descriptor.DisplayName}\". Write a value of that type.");
        }

        if (descriptor.Options.Count > 0 && conversion.Value is { } chosen && !descriptor.Options.Contains(Values.ToText(chosen)))
        {
            Report(Codes.BadValue, path,
                $"\"{Values.ToText(chosen)}\" is not a choice for \"{descriptor.DisplayName}\". "
                + $"Choose one of: {string.Join(", ", descriptor.Options)}.");
        }

        return new Expression.Constant(conversion.Value);
    }

    public VariableDeclaration? ReadVariable(JsonNode? value, string path)
    {
        var reference = Unwrap(value);
        var id = reference is JsonObject ? reference.Text("id") : reference.AsText();
        var name = reference is JsonObject ? reference.Text("name") : id;
        var found = scope.ById(id) ?? scope.ByName(name);
        if (found is null)
        {
            Report(Codes.UnknownVariable, path,
                $"There is no variable \"{name ?? id}\" here. "
                + "Declare it on the workflow or on a container around this activity, or choose another.");
        }

        return found;
    }

    private Expression.WorkflowInput? ReadWorkflowInput(JsonNode? value, string path)
    {
        var reference = Unwrap(value);
        var name = reference is JsonObject ? reference.Text("name") : reference.AsText();
        if (name is not null && reader.Inputs.Any(input => input.Name == name))
        {
            return new Expression.WorkflowInput(name);
        }

        Report(Codes.UnknownWorkflowInput, path, $"The workflow has no input \"{name}\". Declare it or choose another.");
        return null;
    }

    private Expression? ReadOutput(JsonNode? value, string path)
    {
        var id = OutputBlocks.IdIn(value) ?? "";
        if ((scope.ById(id) ?? scope.ByName(id)) is { } variable)
        {
            return new Expression.Variable(variable.Id, variable.Name);
        }

        if (reader.OutputBlocks.Find(id) is [_, ..] writers)
        {
            return new Expression.Output(writers);
        }

        Report(Codes.UnknownOutput, path,
            $"No activity puts an output in \"{id}\", and no variable here is called so. "
            + "Name a variable, or an output as in \"Activity1:output-result\".");
        return null;
    }

    private Expression? ReadCode(string type, JsonNode? value, string path, DataType target)
    {
        if (reader.Languages.FirstOrDefault(known => known.Type == type) is not { } language)
        {
            var known = string.Join(", ", ["Literal", "Object", "Variable", "Input", "Output", .. reader.Languages.Select(known => known.Type)]);
            Report(Codes.UnknownExpressionType, $"{path}.type",
                $"Expressions of type \"{type}\" cannot be used here. Use one of: {known}.");
            return null;
        }

        var text = value.AsText();
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Expression.Constant(null);
        }

        switch (language.Compile(text, new ExpressionScope(scope.Variables, reader.Inputs, target)))
        {
            case ExpressionCompilation.Compiled compiled:
                return new Expression.Code(type, compiled.Expression);
            case ExpressionCompilation.Refused refused:
                foreach (var mistake in refused.Mistakes)
                {
                    Report(Codes.BadExpression, $"{path}.value", mistake.Sentence);
                }

                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // The designer stores references as objects, older files as their JSON text.
    internal static JsonNode? Unwrap(JsonNode? value)
    {
        if (value.AsText() is not { } text || !text.TrimStart().StartsWith('{'))
        {
            return value;
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return value; // Not JSON after all: then it is a name that begins with a brace, and unknown as such.
        }
    }

    private void Report(string code, string path, string message) =>
        reader.Mistakes.Report(code, node.Id, path, message);
}
