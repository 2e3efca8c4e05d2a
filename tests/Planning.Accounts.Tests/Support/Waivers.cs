using Planning.Accounts.Approvals;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Support;

/// <summary>Leave that people ask for at Helvia.</summary>
internal static class Waivers
{
    public static RequestWaiver OfPublicSources { get; } = new(
        Key<Waiver>("w-1"),
        "gate",
        "A1-PUBLIC-SOURCES",
        "plan-1",
        "The annual report comes out in June",
        "The profile is read again in June",
        Day("2026-07-31"));
}
