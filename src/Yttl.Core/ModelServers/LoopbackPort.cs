using System.Net;
using System.Net.Sockets;

namespace Yttl.Core.ModelServers;

internal static class LoopbackPort
{
    /// <summary>
    /// One that nobody listens on now. It may be taken before the server has it, by a process that asked in the same
    /// moment; the server then ends, and is started on another.
    /// </summary>
    public static int Free()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
