using System.Globalization;

namespace Planning.Flows.Tests.Support;

/// <summary>A flowchart of forks, joins, loops, decisions and waits that follows from its number alone.</summary>
public sealed class RandomFlowchart(int number)
{
    private static readonly string[] MergeModes = ["None", "Stream", "Merge", "Converge", "Cascade", "Race"];
    private static readonly string[] JoinModes = ["WaitAll", "WaitAllActive", "WaitAny"];

    private uint _state = ((uint)number * 2654435761u) | 1u;

    public (string Activities, string Connections) Draw()
    {
        var count = 3 + Below(8);
        var activities = Enumerable.Range(0, count).Select(Activity).ToArray();
        var arrows = new List<string>();
        for (var target = 1; target < count; target++)
        {
            arrows.Add(Arrow(Below(target), target)); // Everything can be reached …
        }

        for (var extra = Below(count); extra > 0; extra--)
        {
            arrows.Add(Arrow(Below(count), Below(count))); // … and the rest makes forks, meetings and loops.
        }

        return (Steps.List(activities), Steps.Connect([.. arrows]));
    }

    /// <summary>A number below the limit: the next of the sequence.</summary>
    public int Below(int limit)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)limit);
    }

    private string Activity(int index)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"n{index}");
        return Below(6) switch
        {
            0 => Steps.Await(id),
            1 => Steps.Join(id, JoinModes[Below(JoinModes.Length)]),
            _ => Steps.Say(id, MergeModes[Below(MergeModes.Length)]),
        };
    }

    private static string Arrow(int source, int target) =>
        string.Create(CultureInfo.InvariantCulture, $"n{source} -> n{target}");
}
