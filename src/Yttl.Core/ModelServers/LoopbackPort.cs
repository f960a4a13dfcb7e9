using System.Net;
using System.Net.Sockets;

namespace Yttl.Core.ModelServers;

internal static class LoopbackPort
{
    /// <summary>
    /// Returns a port that is currently free. Another process may use it before the server does; the server then exits
    /// and is started on another port.
    /// </summary>
    public static int Free()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
