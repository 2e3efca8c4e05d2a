using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Stages;

namespace Planning.Grains.Turns;

/// <summary>What a customer answered to a message. Kept in the journal and given again to a repeated message.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "answer")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Refused), "refused")]
public abstract record Answer
{
    private Answer()
    {
    }

    /// <param name="Version">The customer's version after it.</param>
    /// <param name="Happened">A sentence for each thing that happened; empty when all was so already.</param>
    public sealed record Done(long Version, ImmutableArray<string> Happened) : Answer
    {
        /// <summary>The workflow instance that was started, where that was asked for.</summary>
        public string? Instance { get; init; }
    }

    /// <param name="Missing">What would have to be there first.</param>
    public sealed record Refused(string Code, string Sentence, ImmutableArray<string> Missing) : Answer
    {
        /// <summary>The gate that did not open, where one refused; also nothing in the journal from before it was kept.</summary>
        public JudgedGate? Gate { get; init; }
    }
}
