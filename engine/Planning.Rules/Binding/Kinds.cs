namespace Planning.Rules.Binding;

/// <summary>What a rule may ask of a value whose type is only known when it runs. Compiled code calls these.</summary>
internal static class Kinds
{
    public static string? AsText(object? value) => value as string;

    public static bool Is<T>(object? value) => value is T;

    public static T? As<T>(object? value) => value is T known ? known : default;

    public static bool Same(object? left, object? right) => Equals(left, right);

    /// <summary>Only read: nothing is asked over a net.</summary>
    public static Uri Address(string text) => new(text);

    public static DateTime Now(TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    public static DateTime Today(TimeProvider clock) => clock.GetUtcNow().UtcDateTime.Date;

    public static DateTimeOffset Instant(TimeProvider clock) => clock.GetUtcNow();
}
