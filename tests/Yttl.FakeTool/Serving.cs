using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Yttl.FakeTools;

/// <summary>
/// A model server that does as its caller says: <c>/v1/id</c> returns its process id, <c>/v1/hang</c> sends the head of
/// an answer and nothing more, <c>/v1/die?CODE</c> ends the process in the middle of the call, and a chat is answered
/// with the process id. (Not by HttpListener, which dies of a connection that comes while it starts.)
/// </summary>
internal static class Serving
{
    /// <param name="loading">So many questions for <c>/health</c> are answered with 503 at first.</param>
    public static int Run(int port, int loading)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
        }
        catch (SocketException e)
        {
            Console.Error.WriteLine($"couldn't bind: {e.Message}");
            return 1;
        }

        while (true)
        {
            using var client = listener.AcceptTcpClient();
            using var reader = new StreamReader(client.GetStream());
            var target = reader.ReadLine()?.Split(' ').ElementAtOrDefault(1) ?? "/";
            var length = 0;
            while (reader.ReadLine() is { Length: > 0 } line)
                if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                    length = int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
            reader.ReadBlock(new char[length]);

            using var writer = new StreamWriter(client.GetStream());
            if (target == "/v1/hang")
            {
                writer.Write("HTTP/1.1 200 -\r\nContent-Length: 1\r\n\r\n");
                writer.Flush();
                Thread.Sleep(Timeout.Infinite);
            }

            var (status, body) = Answer(target, ref loading);
            writer.Write($"HTTP/1.1 {status} -\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
        }
    }

    private static (int Status, string Body) Answer(string target, ref int loading)
    {
        switch (target.Split('?')[0])
        {
            case "/health":
                return (loading-- > 0 ? 503 : 200, "");
            case "/v1/id":
                return (200, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            case "/v1/chat/completions":
                return (200, $$$"""{"choices":[{"message":{"content":"Process {{{Environment.ProcessId}}}."}}]}""");
            case "/v1/die":
                Console.Error.WriteLine("out of tensors");
                Environment.Exit(int.Parse(target.Split('?')[1], CultureInfo.InvariantCulture));
                return (200, "");
            default:
                return (404, "");
        }
    }
}
