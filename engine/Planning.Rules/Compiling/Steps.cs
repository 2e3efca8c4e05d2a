using Planning.Rules.Dialect;

namespace Planning.Rules.Compiling;

/// <summary>Counts the elements that lists show to rules, so that lists asked inside lists end.</summary>
/// <remarks>One evaluation runs on one thread from beginning to end, and starts by setting its count to zero.</remarks>
internal static class Steps
{
    [ThreadStatic]
    private static int Taken;

    /// <summary>How many the evaluation on this thread has looked at.</summary>
    public static int SoFar => Taken;

    public static void Begin() => Taken = 0;

    /// <exception cref="InvalidOperationException">The evaluation has looked at too many elements.</exception>
    public static IEnumerable<T> Counted<T>(IEnumerable<T> list)
    {
        foreach (var each in list)
        {
            if (++Taken > Limits.Steps)
            {
                throw new InvalidOperationException($"The rules looked at more than {Limits.Steps} list elements.");
            }

            yield return each;
        }
    }
}
