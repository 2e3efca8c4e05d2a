using System.Collections.Concurrent;

namespace Planning.Flows.JavaScript.Running;

/// <summary>Engines that wait for the next script: making one takes longer than a thousand small scripts.</summary>
internal sealed class RealmPool
{
    private readonly ConcurrentBag<Realm> _waiting = [];

    public Realm Rent() => _waiting.TryTake(out var realm) ? realm : new Realm();

    public void Return(Realm realm) => _waiting.Add(realm);
}
