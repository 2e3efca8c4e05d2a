using System.CommandLine;

namespace Planning.Host.Commands.Rules;

/// <summary>What can be asked about rules.</summary>
internal static class RulesCommands
{
    public static Command Make(Option<string> data, TimeProvider clock) => new("rules", "Rules: try a draft on the past.")
    {
        RulesBacktestCommand.Make(data, clock),
    };
}
