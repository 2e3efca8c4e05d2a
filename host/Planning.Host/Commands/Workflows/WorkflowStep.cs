using Planning.Accounts.Customers;
using Planning.Grains.Embedded;
using Planning.Grains.Turns;

namespace Planning.Host.Commands.Workflows;

/// <summary>Asks something of a workflow instance and says what came of it.</summary>
internal sealed class WorkflowStep(TimeProvider clock)
{
    /// <param name="customer">Nothing for an instance that runs for none.</param>
    /// <returns>0 when it is done, 1 when it is refused.</returns>
    public Task<int> RunAsync(
        string data, Id<Customer>? customer, string instance, string actor, Request request, CancellationToken cancellationToken) =>
        DataDirectory.WithAsync(
            data,
            clock,
            async runtime =>
            {
                var message = new Message($"command:{Guid.CreateVersion7(clock.GetUtcNow())}", actor, request);
                if ((customer ?? await GrainOfAsync(runtime, instance, cancellationToken)) is not { } grain)
                {
                    await Console.Error.WriteLineAsync($"Without a customer there is no workflow instance {instance}.");
                    return 1;
                }

                switch (await runtime.Customers.SendAsync(grain, message, cancellationToken))
                {
                    case Answer.Done done:
                        foreach (var sentence in done.Happened)
                        {
                            Console.WriteLine(sentence);
                        }

                        return 0;
                    case Answer.Refused refused:
                        await Console.Error.WriteLineAsync(refused.Sentence);
                        return 1;
                    default:
                        throw new System.Diagnostics.UnreachableException();
                }
            },
            cancellationToken);

    private static async Task<Id<Customer>?> GrainOfAsync(
        EmbeddedRuntime runtime, string instance, CancellationToken cancellationToken) =>
        (await runtime.Workflows.FindWithoutCustomerAsync(instance, cancellationToken))?.Instance.Grain;
}
