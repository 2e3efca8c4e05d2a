using System.Globalization;

namespace Planning.Flows.Tests.Support;

/// <summary>A flowchart of forks, joins, loops, decisions and waits that follows from its number alone.</summary>
public sealed class RandomFlowchart(int number)
{
    private static readonly string[] MergeModes = ["None", "Stream", "Merge", "Converge", "Cascade", "Race"];
    private static readonly string[] JoinModes = ["WaitAll", "WaitAllActive", "WaitAny"];

    private const int Fork = 2;
    private const int Decision = 3;

    private uint _state = ((uint)number * 2654435761u) | 1u;

    public (string Activities, string Connections) Draw()
    {
        var count = 3 + Below(8);
        var kinds = Enumerable.Range(0, count).Select(_ => Below(9)).ToArray();
        var activities = kinds.Index().Select(one => Activity(one.Index, one.Item)).ToArray();
        var arrows = new List<string>();
        for (var target = 1; target < count; target++)
        {
            arrows.Add(Arrow(kinds, Below(target), target)); // Everything can be reached …
        }

        for (var extra = Below(count); extra > 0; extra--)
        {
            arrows.Add(Arrow(kinds, Below(count), Below(count))); // … and the rest makes forks, meetings and loops.
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

    private string Activity(int index, int kind)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"n{index}");
        return kind switch
        {
            0 => Steps.Await(id),
            1 => Steps.Join(id, JoinModes[Below(JoinModes.Length)]),
            Fork => Steps.Fork(id, "L", "R"),
            Decision => Steps.Decide(id, Steps.Literal(Below(2) == 0 ? "true" : "false")),
            4 => Steps.ForEach(id, Steps.Literal("[1,2]"), Below(2) == 0
                ? Steps.Await($"{id}w")
                : Steps.Sequence($"{id}s", Steps.Say($"{id}a"), Steps.Break($"{id}b")),
                Below(2) == 0 ? "ForEach" : "ParallelForEach"),
            _ => Steps.Say(id, MergeModes[Below(MergeModes.Length)]),
        };
    }

    private string Arrow(int[] kinds, int source, int target)
    {
        var port = kinds[source] switch
        {
            Fork => Below(2) == 0 ? ".L" : ".R",
            Decision => Below(2) == 0 ? ".True" : ".False",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"n{source}{port} -> n{target}");
    }
}
