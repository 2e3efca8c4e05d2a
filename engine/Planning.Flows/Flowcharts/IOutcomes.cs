namespace Planning.Flows.Flowcharts;

/// <summary>A structure that decides which outcomes its activity has.</summary>
internal interface IOutcomes
{
    IReadOnlyList<string> Outcomes { get; }
}
