using System.Net;
using Microsoft.AspNetCore.Http;

namespace Yttl.Web.Door;

/// <summary>
/// The names that this server answers to. A page of a stranger may have its own name point at this machine (DNS
/// rebinding); its requests still carry that name as their <c>Host</c>.
/// </summary>
internal static class HostNames
{
    /// <summary>Whether the host is an address that the connection came in by, <c>localhost</c>, or this machine's name.</summary>
    public static bool Allows(HttpContext context, bool isLoopback)
    {
        var (host, connection) = (context.Request.Host, context.Connection);
        if ((host.Port ?? 80) != connection.LocalPort)
            return false;
        if (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address))
            return Same(address, connection.LocalIpAddress);
        return host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            ? connection.LocalIpAddress is { } local && IPAddress.IsLoopback(Plain(local))
            : !isLoopback && host.Host.Equals(Dns.GetHostName(), StringComparison.OrdinalIgnoreCase);
    }

    private static bool Same(IPAddress left, IPAddress? right) => right is not null && Plain(left).Equals(Plain(right));

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
