namespace Planning.Flows.Flowcharts;

/// <summary>How flowcharts decide when a place where branches meet begins (contract §12.3).</summary>
public enum FlowchartExecutionMode
{
    /// <summary>By what is on its way; knows merge modes. What the designer is made for.</summary>
    TokenBased,

    /// <summary>By counting what has come by; every meeting place but a join waits for all active branches. Elsa's older way.</summary>
    CounterBased,
}
