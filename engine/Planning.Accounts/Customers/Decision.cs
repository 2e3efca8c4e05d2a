using Planning.Accounts.Stages;

namespace Planning.Accounts.Customers;

/// <summary>What a customer answers to a request: what happened, or why not.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It happened. No events means that it was so already.</summary>
    public sealed record Recorded(IReadOnlyList<CustomerEvent> Events) : Decision;

    /// <summary>The business says no. Nothing changed.</summary>
    /// <param name="Code">Stable kebab-case fact, as <c>gate-not-passed</c>.</param>
    /// <param name="Sentence">The reason, for a person.</param>
    /// <param name="Missing">What would have to be there first; empty when the sentence says it all.</param>
    public sealed record Refused(string Code, string Sentence, IReadOnlyList<string> Missing) : Decision
    {
        /// <summary>The gate that did not open, where one refused.</summary>
        public JudgedGate? Gate { get; init; }
    }

    public static Decision Record(params IReadOnlyList<CustomerEvent> events) => new Recorded(events);

    public static Decision Refuse(string code, string sentence, params IReadOnlyList<string> missing) =>
        new Refused(code, sentence, missing);
}
