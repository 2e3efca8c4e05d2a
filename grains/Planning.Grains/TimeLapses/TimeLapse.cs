using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Grains.Embedded;
using Planning.Grains.Replays;
using Planning.Grains.Store;
using Planning.Grains.Timers;
using Planning.Grains.Turns;
using Planning.Workflows.Generation;

namespace Planning.Grains.TimeLapses;

/// <summary>Runs a portfolio through simulated years on the real turn and store: its clock jumps from one due moment to the next,
/// people act once a week, quarters bring numbers and reviews, every Monday there is a sweep.</summary>
/// <remarks>What people do follows from the seed, the customer and the week; customers do not look at each other except for
/// staffing, which goes one customer after the other. So the same seed gives the same journals.</remarks>
/// <param name="clock">The runtime's own clock.</param>
public sealed class TimeLapse(EmbeddedRuntime runtime, JumpingClock clock, int seed)
{
    private const int AtOnce = 32;
    private const string People = "people";

    // Quarterly figures come in some days after the quarter is over.
    private const int FiguresAfterDays = 5;

    private static readonly TimeOnly Morning = new(8, 0);

    private readonly TimerPump _timers = runtime.Timers(NullLogger<TimerPump>.Instance);

    /// <summary>What people asked and were refused, by code: not every try is a good one.</summary>
    public SortedDictionary<string, int> Refusals { get; } = new(StringComparer.Ordinal);

    /// <param name="until">The first day that is not lived.</param>
    /// <param name="progress">Is told how many days are over.</param>
    public async Task RunAsync(DateOnly until, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await _timers.SetClocksAsync(cancellationToken);
        var first = runtime.Today;
        for (var day = first; day < until; day = day.AddDays(1))
        {
            await PassAsync(At(day, Morning), cancellationToken);
            if (day.AddDays(-FiguresAfterDays) is var ended && Quarter.Of(ended).StartsOn == ended && day > first)
            {
                await CloseQuarterAsync(Quarter.Of(ended).Add(-1), cancellationToken);
            }

            if (day.DayOfWeek is DayOfWeek.Monday)
            {
                await runtime.Sweep.RunAsync($"{day:yyyy-MM-dd}", "sweep", null, cancellationToken);
                await WeekAsync(day, cancellationToken);
            }

            await PassAsync(At(day, TimeOnly.MaxValue), cancellationToken);
            runtime.Customers.Sweep();
            progress?.Report(day.DayNumber - first.DayNumber + 1);
        }
    }

    /// <summary>Goes from one due moment to the next until a moment, and tells whose time has come.</summary>
    private async Task PassAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        DueTimer? told = null;
        while (await _timers.NextAsync(until, cancellationToken) is { } next)
        {
            clock.GoTo(DateTimeOffset.Parse(next.Due, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
            if (next == told)
            {
                throw new InvalidOperationException($"{next.Customer} was told of {next.Name}, due {next.Due}, and asks for it again.");
            }

            told = next;
            await _timers.TellAsync(cancellationToken);
        }

        clock.GoTo(until);
    }

    private async Task CloseQuarterAsync(Quarter quarter, CancellationToken cancellationToken)
    {
        var figures = await runtime.Portfolio.FiguresAsync(cancellationToken);
        var customers = new List<(Id<Customer> Id, CustomerRecord Record)>();
        await foreach (var id in runtime.Portfolio.CustomersAsync(cancellationToken))
        {
            var customer = (await runtime.Customers.LookAsync(id, cancellationToken)).Customer;
            customers.Add((id, QuarterFigures.Of(customer, quarter, new Chance(seed, $"{id}", Number(quarter)))));
        }

        var ours = QuarterFigures.Ours(figures[^1], quarter, customers.Select(customer => customer.Record));
        await runtime.Portfolio.KeepAsync(new ReferenceData(null, [], [ours]), cancellationToken);
        await Parallel.ForEachAsync(customers, Together(cancellationToken), async (customer, token) => await SendAsync(
            customer.Id, $"figures:{quarter}", "ERP", new Request.TakeOver(customer.Record), token));
        await runtime.TierRuns.RunAsync(quarter, $"{quarter}", "tier-run", null, cancellationToken);
    }

    private async Task WeekAsync(DateOnly monday, CancellationToken cancellationToken)
    {
        var ids = new List<Id<Customer>>();
        await foreach (var id in runtime.Portfolio.CustomersAsync(cancellationToken))
        {
            ids.Add(id);
        }

        await Parallel.ForEachAsync(ids, Together(cancellationToken), async (id, token) =>
        {
            foreach (var (part, acts) in Parts(monday))
            {
                var state = await runtime.Customers.LookAsync(id, token);
                var chance = new Chance(seed, $"{id} {part}", monday.DayNumber);
                foreach (var (at, act) in acts(state.Customer, chance).Index())
                {
                    await SendAsync(id, $"{People}:{monday:yyyy-MM-dd}:{part}:{at}", act.Actor, act.Request, token);
                }
            }
        });
        var staffing = new SeatWork(runtime, monday, SendAsync);
        foreach (var id in ids)
        {
            await staffing.DoAsync(id, new Chance(seed, $"{id} seats", monday.DayNumber), cancellationToken);
        }
    }

    private (string Part, Func<Customer, Chance, IEnumerable<Act>> Acts)[] Parts(DateOnly monday) =>
    [
        ("team", (customer, chance) => new AccountTeam(customer, seed, monday, runtime.Playbook.Policies, chance).Acts()),
        ("plan", (customer, chance) => new PlanWork(customer, seed, monday, chance).Acts()),
    ];

    private async Task<Answer> SendAsync(
        Id<Customer> customer, string id, string actor, Request request, CancellationToken cancellationToken)
    {
        var answer = await runtime.Customers.SendAsync(customer, new Message(id, actor, request), cancellationToken);
        Note(answer);
        return answer;
    }

    private void Note(Answer answer)
    {
        if (answer is Answer.Refused refused)
        {
            lock (Refusals)
            {
                Refusals[refused.Code] = Refusals.GetValueOrDefault(refused.Code) + 1;
            }
        }
    }

    private static ParallelOptions Together(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, TimeSpan.Zero);

    private static int Number(Quarter quarter) => (quarter.Year * 4) + quarter.Number;
}

/// <summary>Something that somebody asks of a customer.</summary>
internal sealed record Act(string Actor, Request Request)
{
    public static Act Do(string actor, CustomerCommand command) => new(actor, new Request.Do(command));
}
