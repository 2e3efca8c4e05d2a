using Planning.Flows.Definitions;
using Planning.Flows.Elsa;
using Planning.Flows.Expressions;

namespace Planning.Flows.Flowcharts;

/// <summary>Reads how an activity merges what arrives at it.</summary>
internal static class MergeModeReader
{
    public static MergeMode Read(StructureReading reading) => reading.Node.Activity is FlowJoin
        ? ReadJoin(reading)
        : ReadCustomProperty(reading);

    private static MergeMode ReadJoin(StructureReading reading)
    {
        switch (reading.Node.Input("Mode")?.Expression)
        {
            case Expression.Constant { Value: "WaitAll" }:
                return MergeMode.Merge;
            case Expression.Constant { Value: "WaitAllActive" }:
                return MergeMode.WaitAllActive;
            case Expression.Constant or null:
                return MergeMode.Race;
            default:
                reading.Report(Codes.NotSupported, $"{reading.Path}.mode",
                    "The mode of a join is decided when the workflow is published, so it cannot be computed. Choose it from the list.");
                return MergeMode.Race;
        }
    }

    private static MergeMode ReadCustomProperty(StructureReading reading)
    {
        var name = reading.Json.Member("customProperties").Text("mergeMode");
        if (string.IsNullOrEmpty(name) || name == "None")
        {
            return MergeMode.Stream;
        }

        if (Enum.TryParse<MergeMode>(name, out var mode) && mode != MergeMode.WaitAllActive)
        {
            return mode;
        }

        reading.Report(Codes.BadValue, $"{reading.Path}.customProperties.mergeMode",
            $"There is no merge mode \"{name}\". Choose None, Stream, Merge, Converge, Cascade or Race.");
        return MergeMode.Stream;
    }
}
