using Planning.Accounts.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Grains.Versions;

namespace Planning.Grains.Customers;

/// <summary>One customer: loads itself, takes one turn at a time, answers only what is on the disk.</summary>
/// <remarks>Get one through <see cref="CustomerGrains"/>. Two grains of one customer, in one process or in two, are
/// slow but right: the store lets only one of them move a version on.</remarks>
internal sealed class CustomerGrain(Id<Customer> id, ICustomerStore store, IPlaybooks playbooks, TimeProvider clock) : IDisposable
{
    private const int Attempts = 20;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private CustomerState? _state;
    private int _waiting;

    /// <summary>When it was last asked something, in the clock's timestamps.</summary>
    public long LastUsed { get; private set; } = clock.GetTimestamp();

    public bool Idle => Volatile.Read(ref _waiting) == 0;

    /// <exception cref="CustomerContestedException">Others kept moving the customer on; asking again is safe.</exception>
    public Task<Answer> SendAsync(Message message, CancellationToken cancellationToken) => InTurnAsync(
        async () =>
        {
            // Whoever brings other rules into force meanwhile: this turn finishes on the playbook it has begun with.
            var playbook = playbooks.Take();
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                // Kept aside: somebody may make us forget while we decide.
                var before = _state ??= await LoadAsync(cancellationToken);
                var taken = Turn.Take(before, message, playbook, clock.GetUtcNow());

                // From here on the turn may become durable: giving up would leave the asker without the answer.
                switch (await store.CommitAsync(taken.Commit, CancellationToken.None))
                {
                    case CommitOutcome.Committed:
                        _state = taken.After;
                        return taken.Answer;
                    case CommitOutcome.AlreadyAnswered first:
                        return TurnJson.Read<Answer>(first.Answer);
                    default:
                        _state = null;
                        break;
                }
            }

            throw new CustomerContestedException(id);
        },
        cancellationToken);

    /// <summary>The state after the last turn that this process knows of.</summary>
    public Task<CustomerState> LookAsync(CancellationToken cancellationToken) =>
        InTurnAsync(async () => _state ??= await LoadAsync(cancellationToken), cancellationToken);

    public void Forget() => _state = null;

    public void Dispose() => _turn.Dispose();

    private async Task<CustomerState> LoadAsync(CancellationToken cancellationToken) =>
        CustomerState.Of(id, await store.LoadAsync(id, cancellationToken));

    private async Task<T> InTurnAsync<T>(Func<Task<T>> turn, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                LastUsed = clock.GetTimestamp();
                return await turn();
            }
            catch
            {
                // A commit that failed may have been kept, so what we remember may be wrong: the next turn loads again.
                _state = null;
                throw;
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}

/// <summary>Others moved the customer on each time we had decided. Nothing was changed; asking again is safe.</summary>
public sealed class CustomerContestedException(Id<Customer> customer)
    : Exception($"The customer {customer} is being changed by others all the time.")
{
    public Id<Customer> Customer { get; } = customer;
}
