using Planning.Grains.Store;
using Planning.Workflows.Playbooks;

namespace Planning.Grains.Versions;

/// <summary>The playbook with the rules that the database has now, also when another process brought them into force.</summary>
/// <remarks>A turn that asked the database whether something is new would be a tenth slower. So what was read is good for
/// <see cref="Lease"/>, and whoever brings rules into force answers only when every such time has run out: a turn that
/// begins after the answer sees them.</remarks>
internal sealed class StoredPlaybooks : IPlaybooks, IDisposable
{
    /// <summary>How long a process may go by the revision it read last.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(10);

    private readonly SqliteRuleVersions _versions;
    private readonly TimeProvider _clock;
    private readonly SqliteSession _watch;
    private readonly Lock _reading = new();
    private volatile Known _known;

    /// <param name="revision">The revision that the playbook was read at.</param>
    public StoredPlaybooks(Playbook playbook, long revision, SqliteRuleVersions versions, TimeProvider clock)
    {
        _versions = versions;
        _clock = clock;
        _watch = versions.Watch();
        _known = new Known(playbook, revision, clock.GetTimestamp(), []);
    }

    /// <summary>Why the rules that should be in force or in shadow are not; empty when all is well.</summary>
    public IReadOnlyList<PlaybookMistake> Troubles => [.. _known.Failure, .. _known.Playbook.Troubles];

    public Playbook Take()
    {
        var known = _known;
        return (IsFresh(known) ? known.Playbook : Read(isAsked: IsFresh)).On(Today);
    }

    /// <summary>Reads what the database has at this moment.</summary>
    public Playbook TakeNewest() => Read(isAsked: _ => false).On(Today);

    public void Dispose() => _watch.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

    private bool IsFresh(Known known) => _clock.GetElapsedTime(known.ReadAt) < Lease;

    private Playbook Read(Func<Known, bool> isAsked)
    {
        lock (_reading)
        {
            if (!isAsked(_known))
            {
                // The time before the question: what is committed after it may be missing from the answer.
                var readAt = _clock.GetTimestamp();
                var revision = SqliteRuleVersions.RevisionIn(_watch);
                _known = (revision == _known.Revision ? _known : Reread(revision)) with { ReadAt = readAt };
            }

            return _known.Playbook;
        }
    }

    // The last good playbook stays when the new rules cannot be read; the next revision is the next attempt.
    private Known Reread(long revision)
    {
        try
        {
            var rules = _versions.Read();
            return PlaybookReader.Reread(_known.Playbook, rules, Today) switch
            {
                PlaybookReading.Sound sound => new Known(sound.Playbook, rules.Revision, 0, []),
                PlaybookReading.Flawed flawed => _known with { Revision = revision, Failure = flawed.Mistakes },
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (PlaybookRefusedException refused)
        {
            return _known with { Revision = revision, Failure = refused.Mistakes };
        }
    }

    private sealed record Known(Playbook Playbook, long Revision, long ReadAt, IReadOnlyList<PlaybookMistake> Failure);
}
