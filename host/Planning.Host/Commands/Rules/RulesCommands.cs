using System.CommandLine;

namespace Planning.Host.Commands.Rules;

/// <summary>What can be asked about rules.</summary>
internal static class RulesCommands
{
    public static Command Make(Option<string> data, TimeProvider clock) =>
        new("rules", "Rules: check a file, judge by it, compute an expression, try a draft on the past.")
        {
            RuleFileCommands.Check(),
            RuleFileCommands.Eval(),
            RuleFileCommands.Expr(),
            RulesBacktestCommand.Make(data, clock),
        };
}
