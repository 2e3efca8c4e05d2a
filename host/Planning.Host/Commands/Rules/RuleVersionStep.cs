using Planning.Grains.Embedded;
using Planning.Grains.Versions;
using Planning.Workflows.Versions;

namespace Planning.Host.Commands.Rules;

/// <summary>Does something to a version of a rule set or a policy and says what came of it.</summary>
internal sealed class RuleVersionStep(TimeProvider clock, Func<EmbeddedRuntime, RuleSets> of)
{
    /// <returns>0 when it is done or was so already, 1 when it is refused.</returns>
    public async Task<int> RunAsync(
        string data, Func<RuleSets, Task<VersionDecision>> act, CancellationToken cancellationToken)
    {
        try
        {
            return await DataDirectory.WithAsync(
                data,
                clock,
                async runtime => await TellAsync(await act(of(runtime)), of(runtime), cancellationToken),
                cancellationToken);
        }
        catch (CaseRefusedException unreadable)
        {
            await Console.Error.WriteLineAsync(unreadable.Message);
            return DataDirectory.Refused;
        }
    }

    private static async Task<int> TellAsync(VersionDecision decision, RuleSets sets, CancellationToken cancellationToken)
    {
        switch (decision)
        {
            case VersionDecision.Recorded recorded:
                foreach (var step in recorded.Steps)
                {
                    Console.WriteLine($"{step.RuleSet} {step.Version}: {step.Sentence}");
                }

                foreach (var line in (await sets.RemarksAsync(recorded.Steps, cancellationToken)).Lines())
                {
                    Console.WriteLine(line);
                }

                if (recorded.Steps is [])
                {
                    Console.WriteLine("It is so already.");
                }

                return 0;
            case VersionDecision.Refused refused:
                await Console.Error.WriteLineAsync(refused.Sentence);
                foreach (var missing in refused.Missing)
                {
                    await Console.Error.WriteLineAsync(missing);
                }

                return 1;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
