using System.Collections.Frozen;
using System.Reflection;

namespace Planning.Accounts.Customers;

/// <summary>Every kind of command there is.</summary>
public static class CustomerCommands
{
    private static readonly FrozenDictionary<Type, string> Kinds =
        All().ToFrozenDictionary(kind => kind.Type, kind => kind.Command.Kind);

    /// <summary>What people may ask: the kinds by name, in the order of their names.</summary>
    public static IReadOnlyList<(string Kind, string Summary, Type Type)> List { get; } =
        [.. All().Where(kind => !kind.Command.ByRunOnly).Select(kind => (kind.Command.Kind, kind.Command.Summary, kind.Type)).OrderBy(kind => kind.Kind, StringComparer.Ordinal)];

    public static string KindOf(CustomerCommand command) => Kinds[command.GetType()];

    private static IEnumerable<(Type Type, CommandAttribute Command)> All() =>
        from type in typeof(CustomerCommand).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(CustomerCommand)) && !type.IsAbstract
        select (type, type.GetCustomAttribute<CommandAttribute>()
            ?? throw new InvalidOperationException($"{type.Name} needs a [Command]."));
}
