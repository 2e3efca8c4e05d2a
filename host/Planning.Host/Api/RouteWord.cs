using Planning.Accounts.Wording;

namespace Planning.Host.Api;

/// <summary>A choice in an address, written as everywhere else: <c>…/plan/profile/pains</c>.</summary>
internal static class RouteWord
{
    /// <exception cref="BadHttpRequestException">It is none of the words; the message lists them.</exception>
    public static TEnum Of<TEnum>(string text)
        where TEnum : struct, Enum => Words<TEnum>.TryParse(text, out var choice)
            ? choice
            : throw new BadHttpRequestException(
                $"“{text}” is none of the words that can stand here: {Words<TEnum>.Listed}.");
}
