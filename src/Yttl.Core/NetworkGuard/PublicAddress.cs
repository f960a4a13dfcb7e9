using System.Net;
using System.Net.Sockets;

namespace Yttl.Core.NetworkGuard;

/// <summary>
/// Separates public internet addresses from all others: loopback, private, link-local (which includes the metadata
/// service of every cloud), shared, reserved, multicast, and addresses that embed one of them.
/// </summary>
/// <seealso href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4 special registry</seealso>
/// <seealso href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6 special registry</seealso>
public static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
            // Azure's platform address, reachable from every virtual machine:
            // https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
            "168.63.129.16/32",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>
    /// Returns whether a host that serves the public may connect to this address on behalf of a client.
    /// </summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return IsPublic(address.MapToIPv4());
        if (address.AddressFamily is AddressFamily.InterNetwork)
            return !IsReserved(address);
        if (Nat64.Contains(address))
            return IsPublic(Embedded(address, 12));
        if (SixToFour.Contains(address))
            return IsPublic(Embedded(address, 2));
        return Global.Contains(address) && !IsReserved(address);
    }

    /// <summary>
    /// Checks a host before it is resolved: false for a literal address that is not public and for a name of a private
    /// network. All other names are checked when they are connected to.
    /// </summary>
    public static bool MayBePublic(Uri address)
    {
        try
        {
            return MayBePublic(address.IdnHost);
        }
        catch (UriFormatException)
        {
            // An invalid host name: .NET validates it only when it is read.
            return false;
        }
    }

    private static bool MayBePublic(string host)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return IsPublic(address);
        var name = host.TrimEnd('.');
        return name.Contains('.', StringComparison.Ordinal) && !PrivateNames.Any(
            suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] PrivateNames =
        [".localhost", ".local", ".internal", ".lan", ".home", ".corp", ".home.arpa", ".intranet", ".private"];

    private static bool IsReserved(IPAddress address) => NotPublic.Any(network => network.Contains(address));

    private static IPAddress Embedded(IPAddress address, int at) => new(address.GetAddressBytes().AsSpan(at, 4));
}
