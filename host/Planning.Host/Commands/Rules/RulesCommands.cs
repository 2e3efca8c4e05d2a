using System.CommandLine;

namespace Planning.Host.Commands.Rules;

/// <summary>What can be asked about rules.</summary>
internal static class RulesCommands
{
    public static Command Make(Option<string> data, TimeProvider clock)
    {
        var rules = new Command("rules", "Rules: check a file, judge by it, try a draft on the past, bring it into force.")
        {
            RuleFileCommands.Check(),
            RuleFileCommands.Eval(),
            RuleFileCommands.Expr(),
            RulesBacktestCommand.Make(data, clock),
        };
        foreach (var command in RuleVersionCommands.Make(data, clock))
        {
            rules.Add(command);
        }

        return rules;
    }
}
