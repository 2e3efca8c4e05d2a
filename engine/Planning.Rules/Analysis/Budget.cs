namespace Planning.Rules.Analysis;

/// <summary>How much work may still be done, so that hostile rules use it up instead of hanging the analysis.</summary>
/// <param name="steps">A step is about one comparison of two sides, or one part of a formula evaluated.</param>
internal sealed class Budget(long steps)
{
    private long _left = steps;
    private long _floor;

    /// <summary>Whether something was left out from some point on.</summary>
    public bool IsExhausted => _left <= 0;

    public bool Afford(long steps)
    {
        _left -= steps;
        return _left > _floor;
    }

    /// <summary>Does one piece of work with a part of what is left, so that it takes nothing from the others.</summary>
    /// <returns>False when that was not enough.</returns>
    public bool Within(long most, Action work)
    {
        var outside = _floor;
        _floor = Math.Max(_floor, _left - most);
        work();
        var isEnough = _left > _floor;
        (_left, _floor) = (Math.Max(_left, _floor), outside);
        return isEnough;
    }
}
