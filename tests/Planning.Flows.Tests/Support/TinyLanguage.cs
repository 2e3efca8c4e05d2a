using System.Globalization;
using Planning.Flows.Expressions;

namespace Planning.Flows.Tests.Support;

/// <summary>
/// A language of four sentences, to see how a real one is plugged in: <c>get NAME</c>, <c>more than NUMBER NAME</c>,
/// <c>times NUMBER</c>, which is a text of that length, and <c>boom</c>, which fails while it runs.
/// </summary>
public sealed class TinyLanguage : IExpressionLanguage
{
    public string Type => "Tiny";

    public ExpressionCompilation Compile(string text, ExpressionScope scope)
    {
        var words = text.Split(' ');
        return words switch
        {
            ["get", var name] when scope.Variables.Any(variable => variable.Name == name) =>
                Compiled(context => context.Variable(name)),
            ["get", var name] when scope.Inputs.Any(input => input.Name == name) => Compiled(context => context.Input(name)),
            ["get", var name] => Refused($"Nothing is called \"{name}\" here.", 5),
            ["more", "than", var number, var name] => Compiled(context =>
                Values.As<decimal>(context.Variable(name)) > Values.As<decimal>(number)),
            ["times", var number] => Compiled(_ => new string('x', int.Parse(number, CultureInfo.InvariantCulture))),
            ["boom"] => Compiled(_ => throw new InvalidOperationException("Boom.")),
            _ => Refused("Say \"get NAME\", \"more than NUMBER NAME\" or \"boom\".", 1),
        };
    }

    private static ExpressionCompilation.Compiled Compiled(CompiledExpression expression) => new(expression);

    private static ExpressionCompilation.Refused Refused(string message, int column) =>
        new([new ExpressionMistake(message, 1, column)]);
}
