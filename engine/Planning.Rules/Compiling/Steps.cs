using Planning.Rules.Dialect;
using Planning.Rules.Evaluation;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Compiling;

/// <summary>Counts what one evaluation costs, so that whatever rules ask, it ends.</summary>
/// <remarks>A step is one element that a list shows, or <see cref="LettersPerStep"/> letters of a long text that is
/// made, searched or compared. A thread has one count. An evaluation that goes on through several rule sets, perhaps on
/// several threads, has one of its own and brings it along.</remarks>
internal sealed class Steps
{
    private const int BetweenLooks = 1_000;
    private const int LettersPerStep = 8;
    private const int ShortText = 64;

    /// <summary>What an element costs that stays in memory.</summary>
    private const int Keeping = 4;

    [ThreadStatic]
    private static Steps? Current;

    private readonly bool _isShared;
    private int _taken;
    private int _nextLook = Limits.Steps;
    private TimeLimit? _time;
    private long _began;

    private Steps(bool isShared) => _isShared = isShared;

    /// <summary>What the evaluation on this thread has cost.</summary>
    public static int SoFar
    {
        get => Here._taken;
        set => Here.Restart(value);
    }

    private static Steps Here => Current ??= new Steps(isShared: false);

    /// <summary>Begins to count anew, unless the evaluation under way has brought its own count.</summary>
    public static void Begin(TimeLimit? time)
    {
        var here = Here;
        if (!here._isShared)
        {
            here.Start(time);
        }
    }

    /// <returns>A count for one evaluation that goes through several rule sets.</returns>
    public static Steps Shared(TimeLimit? time)
    {
        var steps = new Steps(isShared: true);
        steps.Start(time);
        return steps;
    }

    /// <summary>Counts here what this thread does until the answer is disposed of. Nothing may be awaited
    /// meanwhile.</summary>
    public Counting GoOn()
    {
        var before = Current;
        Current = this;
        return new Counting(before);
    }

    /// <summary>The elements as they are, each counted when it is shown.</summary>
    /// <exception cref="LimitExceededException">The evaluation costs too much.</exception>
    public static IEnumerable<T> Counted<T>(IEnumerable<T> list)
    {
        var steps = Here;
        foreach (var each in list)
        {
            steps.Take(each is string { Length: > ShortText } text ? text.Length / LettersPerStep : 1);
            yield return each;
        }
    }

    /// <summary>The elements as they are, for whoever keeps them all.</summary>
    /// <exception cref="LimitExceededException">They are too many, or the evaluation costs too much.</exception>
    public static IEnumerable<T> Kept<T>(IEnumerable<T> list)
    {
        var steps = Here;
        var length = 0;
        foreach (var each in Counted(list))
        {
            steps.Take(Keeping);
            yield return ++length <= Limits.ListLength ? each : throw LimitExceededException.List();
        }
    }

    /// <summary>What finds a key, with long texts counted.</summary>
    public static Func<T, TKey> Weighed<T, TKey>(Func<T, TKey> key) => each =>
    {
        var found = key(each);
        if (found is string text)
        {
            Text(text.Length);
        }

        return found;
    };

    public static void Text(int length)
    {
        if (length > ShortText)
        {
            Here.Take(length / LettersPerStep);
        }
    }

    /// <exception cref="LimitExceededException">The evaluation costs too much.</exception>
    public static void Spend(long steps) => Here.Take((int)Math.Min(steps, Limits.Steps + 1));

    private void Start(TimeLimit? time)
    {
        _time = time;
        _began = time?.Clock.GetTimestamp() ?? 0;
        Restart(0);
    }

    private void Restart(int taken)
    {
        _taken = taken;
        _nextLook = _time is null ? Limits.Steps : Math.Min(taken + BetweenLooks, Limits.Steps);
    }

    private void Take(int steps)
    {
        _taken += steps;
        if (_taken > _nextLook)
        {
            Look();
        }
    }

    // Whoever has gone too far is told so again at each further step.
    private void Look()
    {
        if (_taken > Limits.Steps)
        {
            _taken = Limits.Steps + 1;
            throw LimitExceededException.Steps();
        }

        if (_time is { } time && time.Clock.GetElapsedTime(_began) > time.Length)
        {
            _nextLook = _taken;
            throw LimitExceededException.Time(time.Length);
        }

        Restart(_taken);
    }

    /// <summary>Until disposed of, a thread counts for an evaluation it has not begun.</summary>
    public readonly struct Counting(Steps? before) : IDisposable
    {
        public void Dispose() => Current = before;
    }
}
