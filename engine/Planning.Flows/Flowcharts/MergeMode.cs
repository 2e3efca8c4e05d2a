namespace Planning.Flows.Flowcharts;

/// <summary>When an activity with several connections into it begins (contract §12.5).</summary>
public enum MergeMode
{
    /// <summary>On arrival, unless an activity directly before it is still to finish.</summary>
    Stream,

    /// <summary>When something has arrived on every connection that leads forward.</summary>
    Merge,

    /// <summary>When something has arrived on every connection, loops included.</summary>
    Converge,

    /// <summary>On every arrival.</summary>
    Cascade,

    /// <summary>On the first arrival; what still runs before it is cancelled.</summary>
    Race,

    /// <summary>When something has arrived and nothing can arrive any more.</summary>
    WaitAllActive,
}
