using System.Collections;
using Planning.Accounts.Customers;

namespace Planning.Host.Api;

/// <summary>What a body gives, where the reader of JSON cannot judge it.</summary>
internal static class Given
{
    /// <summary>A list without holes: no type can forbid a null in it.</summary>
    /// <exception cref="BadHttpRequestException">An item is null; the message says which.</exception>
    public static IReadOnlyList<T> Whole<T>(IReadOnlyList<T> items)
        where T : class
    {
        foreach (var (at, item) in items.Index())
        {
            if (item is null)
            {
                throw new BadHttpRequestException(FormattableString.Invariant($"Item {at + 1} of the list is null."));
            }
        }

        return items;
    }

    /// <summary>A command whose lists have no holes, however deep they lie.</summary>
    /// <exception cref="BadHttpRequestException">An item is null; the message says which.</exception>
    public static TCommand WithoutHoles<TCommand>(TCommand command)
        where TCommand : CustomerCommand
    {
        Look(command, command.GetType().Name);
        return command;
    }

    private static void Look(object? value, string place)
    {
        if (value is IEnumerable items and not string)
        {
            foreach (var (at, item) in items.Cast<object?>().Index())
            {
                Look(
                    item ?? throw new BadHttpRequestException(FormattableString.Invariant($"Item {at + 1} of {place} is null.")),
                    place);
            }
        }
        else if (value?.GetType() is { IsClass: true } type && type.Assembly == typeof(CustomerCommand).Assembly)
        {
            foreach (var member in type.GetProperties().Where(member => member.CanWrite))
            {
                Look(member.GetValue(value), member.Name);
            }
        }
    }
}
