using Planning.Accounts.Customers;
using Planning.Grains.Customers;
using Planning.Grains.Turns;

namespace Planning.Grains.Portfolio;

/// <summary>Takes over what people did before they had this: each act a turn of its own, decided as on its day.</summary>
public sealed class HistoryRun(CustomerGrains grains)
{
    /// <summary>The acts of a customer in their order, customers side by side. What a customer refuses stays out; its later acts are
    /// asked all the same.</summary>
    /// <remarks>An act that was taken over before changes nothing: it is known by all that is told of it.</remarks>
    /// <param name="progress">Is told how many acts are done; from several threads.</param>
    /// <returns>What was refused, in the order of the acts.</returns>
    public async Task<HistoryReport> PlayAsync(
        IReadOnlyList<PastAct> acts, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var answers = new Answer[acts.Count];
        var changes = 0;
        var done = 0;
        await Parallel.ForEachAsync(
            acts.Index().GroupBy(act => act.Item.Customer),
            cancellationToken,
            async (ofOne, token) =>
            {
                var known = (await grains.LookAsync(ofOne.Key, token)).Version;
                foreach (var (place, act) in ofOne)
                {
                    var message = new Message(act.Id, act.Actor, act.Request) { On = act.On };
                    answers[place] = await grains.SendAsync(act.Customer, message, token);
                    if (answers[place] is Answer.Done happened && happened.Version > known)
                    {
                        Interlocked.Add(ref changes, happened.Happened.Length);
                    }

                    progress?.Report(Interlocked.Increment(ref done));
                }
            });
        return new HistoryReport(
            changes,
            [.. answers.Index().Where(answer => answer.Item is Answer.Refused)
                .Select(answer => new HistoryRefusal(answer.Index, (Answer.Refused)answer.Item))]);
    }
}

/// <summary>Something that somebody did before.</summary>
/// <param name="Id">The same for the same act, however often it is told.</param>
/// <param name="On">When; the decision is made as at that moment.</param>
/// <param name="Actor">Who did it.</param>
public sealed record PastAct(string Id, Id<Customer> Customer, DateTimeOffset On, string Actor, Request Request);

/// <param name="Changes">How many things happened by it.</param>
public sealed record HistoryReport(int Changes, IReadOnlyList<HistoryRefusal> Refusals);

/// <param name="Place">Which act it is, from 0.</param>
public sealed record HistoryRefusal(int Place, Answer.Refused Refused);
