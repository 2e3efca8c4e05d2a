using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Replays;
using Planning.Grains.Store;

namespace Planning.Grains.TimeLapses;

/// <summary>What the journals tell of each simulated year.</summary>
/// <param name="Hash">Of all journals, without the ids of messages, of which those of an import are new each time: the same seed, the same hash.</param>
public sealed record LapseSummary(ImmutableArray<LapseYear> Years, string Hash)
{
    public static async Task<LapseSummary> ReadAsync(
        IPortfolio portfolio, DateOnly from, int years, CancellationToken cancellationToken)
    {
        var all = Enumerable.Range(0, years).Select(year => new LapseYear(from.AddYears(year))).ToImmutableArray();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var id in portfolio.CustomersAsync(cancellationToken))
        {
            var last = default(Customer);
            var since = from;
            var year = 0;
            await foreach (var (before, turn, events) in portfolio.JournalAsync(id, cancellationToken))
            {
                var day = Day(turn.At);
                for (; year < years && day >= all[year].Until; year++)
                {
                    all[year].Close(before, since);
                    since = all[year].Until;
                }

                if (day >= from && year < years)
                {
                    all[year].Live(before, since, day);
                    all[year].Take(before, events);
                    since = day;
                }

                last = events.Aggregate(before, (customer, happened) => customer.Apply(happened));
                hash.AppendData(Encoding.UTF8.GetBytes($"{id} {turn.Version} {turn.At} {turn.Actor} {turn.Kind} {turn.Answer} {turn.Events}\n"));
            }

            for (; last is not null && year < years; year++)
            {
                all[year].Close(last, since);
                since = all[year].Until;
            }
        }

        return new LapseSummary(all, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static DateOnly Day(string at) => DateOnly.ParseExact(at.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>One simulated year of the whole portfolio.</summary>
public sealed class LapseYear(DateOnly from)
{
    public DateOnly From => from;

    public DateOnly Until => from.AddYears(1);

    /// <summary>Customers in each tier when the year was over.</summary>
    public SortedDictionary<Tier, int> Tiers { get; } = [];

    public int TierMoves { get; private set; }

    public int PostureMoves { get; private set; }

    public int PlansApproved { get; private set; }

    public int Rollovers { get; private set; }

    public int StagesLate { get; private set; }

    public int Raised { get; private set; }

    public int Rose { get; private set; }

    /// <summary>By the role that had them when they were closed.</summary>
    public SortedDictionary<string, int> Closed { get; } = new(StringComparer.Ordinal);

    public int SeatsTaken { get; private set; }

    public int SeatsLost { get; private set; }

    /// <summary>Days on which a seat of a triangle had neither holder nor stand-in, of all together.</summary>
    public int VacantDays { get; private set; }

    public int CampaignsDecided { get; private set; }

    public int Turns { get; private set; }

    internal void Take(Customer before, IReadOnlyList<CustomerEvent> events)
    {
        Turns++;
        foreach (var happened in events)
        {
            switch (happened)
            {
                case TierChanged:
                    TierMoves++;
                    break;
                case PostureChanged:
                    PostureMoves++;
                    break;
                case PlanVersionApproved:
                    PlansApproved++;
                    break;
                case RolloverOpened:
                    Rollovers++;
                    break;
                case StageOverdue:
                    StagesLate++;
                    break;
                case EscalationOpened:
                    Raised++;
                    break;
                case EscalationRose:
                    Rose++;
                    break;
                case EscalationClosed closed:
                    var role = before.Escalations.Open.TryGetValue(closed.Key, out var open) ? open.Role() : "at once";
                    Closed[role] = Closed.GetValueOrDefault(role) + 1;
                    break;
                case SeatTaken:
                    SeatsTaken++;
                    break;
                case SeatVacated:
                    SeatsLost++;
                    break;
                case CampaignDecided:
                    CampaignsDecided++;
                    break;
            }
        }
    }

    internal void Live(Customer customer, DateOnly since, DateOnly until) => VacantDays += (until.DayNumber - since.DayNumber)
        * customer.Team.Seats.Count(seat => seat is { Kind: SeatKind.Primary, Employee: null } && seat.Seat.InTriangle
            && customer.Team.Find(seat.Seat, SeatKind.Acting)?.Employee is null);

    internal void Close(Customer customer, DateOnly since)
    {
        Live(customer, since, Until);
        Tiers[customer.Standing.Tier] = Tiers.GetValueOrDefault(customer.Standing.Tier) + 1;
    }
}
