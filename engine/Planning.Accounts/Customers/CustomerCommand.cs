using System.Text.Json.Serialization;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Customers;

/// <summary>Something that people ask of a customer, and that the customer decides alone.</summary>
/// <remarks>Each kind carries a <see cref="CommandAttribute"/>. Asking the same again changes nothing.</remarks>
public abstract record CustomerCommand
{
    /// <summary>What can be wrong with the command as it is given; all mistakes at once. Asked before it is decided.</summary>
    public virtual IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => [];

    /// <summary>People of ours whom it names: whoever receives it looks whether they exist, before it is asked.</summary>
    [JsonIgnore]
    public virtual IEnumerable<Id<Employee>> Employees => [];

    /// <summary>Files that it names: whoever receives it looks whether they are in the vault and may be used here.</summary>
    [JsonIgnore]
    public virtual IEnumerable<NamedFile> Files => [];

    /// <summary>Decides a command without mistakes, for a customer that is registered. Pure.</summary>
    public abstract Decision Decide(Customer customer, Occasion on);
}

/// <summary>A file that a command hangs on.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
/// <param name="IsSecret">Only this customer may ever see it.</param>
public sealed record NamedFile(string Title, string Hash, bool IsSecret);

/// <summary>What a command is called in addresses and in the journal, and what it does.</summary>
/// <param name="kind">Kebab-case; unique and never changed.</param>
/// <param name="summary">One line for people.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CommandAttribute(string kind, string summary) : Attribute
{
    public string Kind { get; } = kind;

    public string Summary { get; } = summary;

    /// <summary>It brings what is known outside the customer, so people cannot ask it: it has no address.</summary>
    public bool ByRunOnly { get; init; }
}
