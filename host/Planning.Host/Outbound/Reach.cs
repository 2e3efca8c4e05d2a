using System.Net;
using System.Net.Sockets;

namespace Planning.Host.Outbound;

/// <summary>Which addresses the requests of workflows may go to: public ones, and what whoever runs the host allows.</summary>
/// <remarks>Asked with the address that is about to be connected to, so that no name and no redirect leads around it.</remarks>
internal sealed class Reach(IReadOnlyList<IPNetwork> allowed)
{
    // The special-purpose registries of IANA for IPv4 and IPv6; of IPv6, only 2000::/3 is given out at all.
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    public bool Covers(IPAddress address)
    {
        var real = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IsPublic(real) || allowed.Any(network => network.Contains(real));
    }

    private static bool IsPublic(IPAddress address) =>
        (address.AddressFamily is AddressFamily.InterNetwork || GivenOut.Contains(address))
        && !Special.Any(network => network.Contains(address));
}

/// <summary>A connection was wanted to where requests may not go.</summary>
internal sealed class OutOfReachException(string host) : Exception(
    $"Requests may not go to {host}: its address is not public. Whoever runs the host can allow it with --http-to.");
