using System.Net;
using System.Net.Sockets;

namespace FakeProfileDetector.WebSearch.Pages;

/// <summary>Which addresses are on the public internet. All others are refused: a page's author must not reach what is behind our firewall.</summary>
/// <remarks>Source: IANA's registries of special-purpose addresses for IPv4 and IPv6.</remarks>
internal static class AddressGuard
{
    private static readonly IPNetwork[] RefusedV4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), // this network
        IPNetwork.Parse("10.0.0.0/8"), // private
        IPNetwork.Parse("100.64.0.0/10"), // carrier-grade NAT
        IPNetwork.Parse("127.0.0.0/8"), // loopback
        IPNetwork.Parse("168.63.129.16/32"), // a cloud's metadata
        IPNetwork.Parse("169.254.0.0/16"), // link-local, with clouds' metadata
        IPNetwork.Parse("172.16.0.0/12"), // private
        IPNetwork.Parse("192.0.0.0/24"), // protocol assignments
        IPNetwork.Parse("192.0.2.0/24"), // documentation
        IPNetwork.Parse("192.88.99.0/24"), // relays of 6to4
        IPNetwork.Parse("192.168.0.0/16"), // private
        IPNetwork.Parse("198.18.0.0/15"), // benchmarks
        IPNetwork.Parse("198.51.100.0/24"), // documentation
        IPNetwork.Parse("203.0.113.0/24"), // documentation
        IPNetwork.Parse("224.0.0.0/4"), // multicast
        IPNetwork.Parse("240.0.0.0/4"), // reserved, and broadcast
    ];

    private static readonly IPNetwork[] RefusedV6 =
    [
        IPNetwork.Parse("2001::/23"), // protocol assignments, with Teredo
        IPNetwork.Parse("2001:db8::/32"), // documentation
        IPNetwork.Parse("2002::/16"), // 6to4, which holds an IPv4 address
        IPNetwork.Parse("3fff::/20"), // documentation
    ];

    /// <summary>Whether it may be connected to.</summary>
    internal static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Array.Exists(RefusedV4, network => network.Contains(address)),
        AddressFamily.InterNetworkV6 => IsGlobal(address) && !Array.Exists(RefusedV6, network => network.Contains(address)),
        _ => false,
    };

    /// <summary>Within 2000::/3, all that is public in IPv6: outside are loopback, mapped IPv4, NAT64, unique local, link-local and multicast addresses.</summary>
    /// <remarks>By its first bits: a network would compare the IPv4 address that is mapped.</remarks>
    private static bool IsGlobal(IPAddress address) => !address.IsIPv4MappedToIPv6 && address.GetAddressBytes()[0] >> 5 == 1;
}
