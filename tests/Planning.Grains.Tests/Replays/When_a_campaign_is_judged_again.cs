using System.Globalization;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;

namespace Planning.Grains.Tests.Replays;

public sealed class When_a_campaign_is_judged_again : RuntimeSpec
{
    [Fact]
    public async Task every_exit_of_its_stages_comes_out_the_same_byte_for_byte()
    {
        Clock.GoTo("2026-12-07T09:30:00Z");
        await Runtime.Vault.KeepAsync(CampaignStory.File, Token);
        foreach (var (at, (actor, what)) in CampaignStory.Whole.Index())
        {
            await Runtime.Customers.SendAsync(
                Helvia.Id, new Message(at.ToString(CultureInfo.InvariantCulture), actor, what), Token);
        }

        var report = await Runtime.Replays.RunAsync(null, Token);

        // Refused once: B0, B3 and B9, the last two again in the renewal. Passed: 14 stages, and 8 of the renewal.
        Assert.Empty(report.Differences);
        Assert.Equal((1, 5 + 22, 0), (report.Customers, report.Alike, report.NotReplayable));
    }
}
