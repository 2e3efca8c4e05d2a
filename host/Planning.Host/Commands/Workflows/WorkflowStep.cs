using Planning.Accounts.Customers;
using Planning.Grains.Turns;

namespace Planning.Host.Commands.Workflows;

/// <summary>Asks something of a customer's workflow and says what came of it.</summary>
internal sealed class WorkflowStep(TimeProvider clock)
{
    /// <returns>0 when it is done, 1 when it is refused.</returns>
    public Task<int> RunAsync(
        string data, Id<Customer> customer, string actor, Request request, CancellationToken cancellationToken) =>
        DataDirectory.WithAsync(
            data,
            clock,
            async runtime =>
            {
                var message = new Message($"command:{Guid.CreateVersion7(clock.GetUtcNow())}", actor, request);
                switch (await runtime.Customers.SendAsync(customer, message, cancellationToken))
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
}
