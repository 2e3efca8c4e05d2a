using System.Linq.Expressions;

namespace Planning.Rules.Compiling;

/// <summary>A compiled formula that is interpreted until it has been asked often enough for machine code to
/// pay.</summary>
/// <remarks>Both run the same expression tree. Making machine code of a rule takes as long as interpreting it some 200
/// times, and most rules are never asked so often: of a file that is only checked, of data whose shape comes once.
/// Threads that race count wrong or compile twice, and both are harmless.</remarks>
internal sealed class Warming<T>
{
    /// <summary>Calls that are interpreted.</summary>
    public const int Calls = 100;

    private readonly Func<Expression<Func<object?[], T>>> _tree;
    private Func<object?[], T> _run;
    private int _calls;

    /// <param name="tree">Makes the expression tree; asked again when it becomes machine code.</param>
    /// <param name="isLoop">Whether one call can be long, as of one that looks at lists: it is machine code from the
    /// start.</param>
    public Warming(Func<Expression<Func<object?[], T>>> tree, bool isLoop)
    {
        _tree = tree;
        _run = tree().Compile(preferInterpretation: !isLoop);
        _calls = isLoop ? Calls : 0;
    }

    public T Run(object?[] frame)
    {
        if (_calls < Calls && ++_calls == Calls)
        {
            _run = _tree().Compile();
        }

        return _run(frame);
    }
}
