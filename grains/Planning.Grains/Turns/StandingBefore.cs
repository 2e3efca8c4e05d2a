using System.Collections.Frozen;
using System.Text.Json;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Grains.Store;
using Planning.Workflows.Tiering;

namespace Planning.Grains.Turns;

/// <summary>Reads a customer with all its figures, but standing as it stood before a quarter was reviewed.</summary>
/// <remarks>What tier rules never see (people, seats, contacts, the plan) is not read: it stays as in the snapshot.</remarks>
internal sealed class StandingBefore(Quarter quarter)
{
    // Everything else is read, so that an event of a later version is not overlooked.
    private static readonly FrozenSet<string> BesideTheRules = FrozenSet.Create(
        StringComparer.Ordinal,
        "group-root-confirmed",
        "unit-mapped",
        "person-recorded",
        "seat-assigned",
        "interaction-logged",
        "plan-opened",
        "stage-entered",
        "stage-passed",
        "stage-overdue",
        "stages-completed",
        "workflow-faulted",
        "plan-given-up",
        "workflow-started",
        "workflow-retried",
        "workflow-altered",
        "workflow-cancelled",
        "incident-mended",
        "profile-section-written",
        "vendors-listed",
        "match-assessed",
        "match-agreed",
        "contact-point-kept",
        "contact-point-merged",
        "influence-drawn",
        "influence-erased",
        "position-ended",
        "mover-welcomed",
        "people-merged",
        "person-assessed",
        "assessment-seconded",
        "assessment-counts",
        "assessment-dropped",
        "owner-changed",
        "employee-gone",
        "seat-need-raised",
        "seat-profile-written",
        "candidates-listed",
        "candidate-proposed",
        "seat-proposal-answered",
        "conflict-checked",
        "sponsor-informed",
        "seat-decided",
        "handover-part-written",
        "joint-meeting-held",
        "handover-meeting-held",
        "handover-signed",
        "seat-taken",
        "seat-checked",
        "seat-check-due",
        "seat-predecessor-lost",
        "seat-process-given-up",
        "seat-vacated",
        "seat-suspended",
        "seat-restored",
        "team-duty-opened",
        "team-duty-done",
        "team-duty-late",
        "rotation-noticed",
        "team-frozen",
        "team-thawed");

    private readonly List<MetricSnapshot> _metrics = [];
    private readonly HashSet<Quarter> _handovers = [];
    private Customer _customer = null!;
    private TierStanding? _before;

    /// <summary>The quarters of the last customer whose review found a handover in progress.</summary>
    public IReadOnlySet<Quarter> Handovers => _handovers;

    /// <returns>Nothing for a customer that nobody has registered.</returns>
    /// <param name="bytes">Its snapshot is given up for the whole journal when it knows only what came later.</param>
    public Customer? Read(IPortfolioReading reading, CustomerBytes bytes)
    {
        _customer = bytes.Snapshot is { IsEmpty: false } state ? TurnJson.Read<Customer>(state) : Customer.Unknown(bytes.Customer);
        if (_customer.Standing.LastReview?.Period >= quarter)
        {
            reading.TakeJournal(bytes);
            _customer = Customer.Unknown(bytes.Customer);
        }

        _before = null;
        _metrics.Clear();
        _handovers.Clear();
        for (var turn = 0; turn < bytes.Turns; turn++)
        {
            Read(bytes.Turn(turn));
        }

        return _customer.Details is null
            ? null
            : _customer with { Standing = _before ?? _customer.Standing, Metrics = _customer.Metrics.With(_metrics) };
    }

    private void Read(ReadOnlySpan<byte> events)
    {
        var reader = new Utf8JsonReader(events);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
        {
            var whole = reader;
            reader.Read();
            if (!reader.ValueTextEquals("event"u8))
            {
                throw new JsonException("An event must begin with its name.");
            }

            reader.Read();
            if (reader.ValueTextEquals("metric-recorded"u8))
            {
                reader.Read();
                reader.Read();
                _metrics.Add(MetricSnapshotJson.Converter.Read(ref reader, typeof(MetricSnapshot), JsonSerializerOptions.Default));
                reader.Read();
                continue;
            }

            if (!BesideTheRules.Contains(reader.GetString()!))
            {
                var happens = whole;
                Apply(TurnJson.Read<CustomerEvent>(ref happens));
            }

            reader = whole;
            reader.Skip();
        }
    }

    private void Apply(CustomerEvent happened)
    {
        if (happened is TierReviewed { Review.Period: var period } && period >= quarter)
        {
            _before ??= _customer.Standing;
            if (happened is TierReviewed { Inputs.Predicates: var predicates } && predicates.Contains(TierPredicates.HandoverInProgress))
            {
                _handovers.Add(period);
            }
        }

        _customer = _customer.Apply(happened);
    }
}
