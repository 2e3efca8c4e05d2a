using System.Globalization;
using Planning.Accounts.Customers;

namespace Planning.Grains.Store;

/// <summary>Every registered customer as of one moment, in the order of their ids, for work over the whole portfolio.</summary>
/// <remarks>What is written meanwhile does not show, and nobody has to wait. Several threads may take customers from it.
/// To be disposed soon: until then the database keeps what has changed since.</remarks>
public interface IPortfolioReading : IDisposable
{
    /// <summary>How many customers there are to take.</summary>
    int Customers { get; }

    /// <summary>Takes the next customer.</summary>
    /// <param name="into">Overwritten with the customer's snapshot and the turns after it.</param>
    /// <returns>False when there is none left.</returns>
    bool TryTake(CustomerBytes into);

    /// <summary>Reads the customer's whole journal in place of its snapshot.</summary>
    void TakeJournal(CustomerBytes into);
}

/// <summary>What is kept of one customer, as UTF-8 JSON in a buffer that serves for one customer after the other.</summary>
public sealed class CustomerBytes
{
    private readonly List<Range> _turns = [];
    private byte[] _buffer = new byte[64 * 1024];
    private int _length;
    private Range? _snapshot;

    public Id<Customer> Customer { get; private set; }

    /// <summary>The state that the turns go on from; empty when they begin at the beginning.</summary>
    public ReadOnlySpan<byte> Snapshot => _snapshot is { } range ? _buffer.AsSpan(range) : default;

    /// <summary>How many turns there are.</summary>
    public int Turns => _turns.Count;

    /// <summary>What happened in a turn, as a JSON array.</summary>
    public ReadOnlySpan<byte> Turn(int index) => _buffer.AsSpan(_turns[index]);

    internal void Begin(string customer)
    {
        Customer = Id<Customer>.Parse(customer, CultureInfo.InvariantCulture);
        BeginAgain();
    }

    internal void BeginAgain()
    {
        _length = 0;
        _snapshot = null;
        _turns.Clear();
    }

    internal void AddSnapshot(ReadOnlySpan<byte> state) => _snapshot = Add(state);

    internal void AddTurn(ReadOnlySpan<byte> events) => _turns.Add(Add(events));

    private Range Add(ReadOnlySpan<byte> bytes)
    {
        if (_buffer.Length - _length < bytes.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes.Length));
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        var range = _length..(_length + bytes.Length);
        _length += bytes.Length;
        return range;
    }
}
