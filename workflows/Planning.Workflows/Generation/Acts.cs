using System.Text;
using Planning.Accounts.Customers;

namespace Planning.Workflows.Generation;

/// <summary>Lines of history.jsonl: what people did.</summary>
internal static class Acts
{
    /// <param name="with">The act's body as JSON; nothing where it has none.</param>
    public static void Line(StringBuilder text, Id<Customer> customer, DateOnly day, string actor, string act, string? with = null)
    {
        var body = with is null ? "" : $",\"with\":{with}";
        text.Append(FormattableString.Invariant(
            $"{{\"customer\":\"{customer}\",\"on\":\"{day:yyyy-MM-dd}\",\"actor\":\"{actor}\",\"do\":\"{act}\"{body}}}\n"));
    }
}
