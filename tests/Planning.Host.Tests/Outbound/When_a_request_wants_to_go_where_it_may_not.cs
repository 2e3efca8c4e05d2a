using System.Net;
using Planning.Host.Outbound;

namespace Planning.Host.Tests.Outbound;

/// <summary>A workflow's author must not reach with our hands what stands behind our walls.</summary>
public sealed class When_a_request_wants_to_go_where_it_may_not : SenderSpec
{
    private static readonly Reach Public = new([]);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0.0.0.0")]
    public async Task this_machine_is_not_asked_whatever_it_is_called(string host)
    {
        GivenNothingButPublicAddressesIsAllowed();
        var request = Request();

        var reason = await ThenItIsNotSentAgain(request with { Url = new UriBuilder(request.Url) { Host = host }.Uri });

        Assert.EndsWith(
            ": its address is not public. Whoever runs the host can allow it with --http-to.", reason, StringComparison.Ordinal);
        Assert.Empty(Receiver.Received);
    }

    [Fact]
    public async Task a_redirect_leads_only_to_where_requests_may_go()
    {
        GivenARedirect($"http://127.0.0.2:{Receiver.Url.Port}/");

        Assert.Contains("127.0.0.2", await ThenItIsNotSentAgain(Request()), StringComparison.Ordinal);
        Assert.Single(Receiver.Received);
    }

    [Fact]
    public async Task a_redirect_to_where_they_may_go_is_followed()
    {
        Receiver.Answer = context =>
        {
            if (context.Request.Path == "/old")
            {
                context.Response.Redirect("/new");
            }

            return Task.CompletedTask;
        };

        Assert.Equal(200, (await ThenTheAnswerTo(Request("/old"))).StatusCode);
        Assert.Equal(["/old", "/new"], Receiver.Received.Select(request => request.Path));
    }

    [Fact]
    public async Task a_redirect_without_end_is_the_answer_after_five()
    {
        GivenARedirect("/again");
        Assert.Equal(302, (await ThenTheAnswerTo(Request())).StatusCode);
        Assert.Equal(6, Receiver.Received.Count);
    }

    [Fact]
    public async Task a_redirect_does_not_lead_into_our_files()
    {
        GivenARedirect("file:///etc/passwd");
        Assert.StartsWith("This request cannot be sent: ", await ThenItIsNotSentAgain(Request()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void public_addresses_are_within_reach(string address) => Assert.True(Public.Covers(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2001:0:4136:e378::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void others_are_not(string address) => Assert.False(Public.Covers(IPAddress.Parse(address)));

    [Fact]
    public void what_is_allowed_is_within_reach_and_nothing_beside_it()
    {
        var reach = new Reach([IPNetwork.Parse("10.1.0.0/16"), IPNetwork.Parse("fd12::/32")]);
        Assert.True(reach.Covers(IPAddress.Parse("10.1.255.255")));
        Assert.True(reach.Covers(IPAddress.Parse("::ffff:10.1.0.1")));
        Assert.True(reach.Covers(IPAddress.Parse("fd12::1")));
        Assert.True(reach.Covers(IPAddress.Parse("8.8.8.8")));
        Assert.False(reach.Covers(IPAddress.Parse("10.2.0.0")));
        Assert.False(reach.Covers(IPAddress.Parse("fd13::1")));
    }

    private void GivenARedirect(string to) => Receiver.Answer = context =>
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    };
}
