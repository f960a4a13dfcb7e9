using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Yttl.FakeTools;

internal static class Act
{
    public static int Perform(string[] args)
    {
        var rest = args.Skip(1).ToArray();
        switch (args.FirstOrDefault())
        {
            case "echo":
                foreach (var argument in rest)
                    Console.Out.WriteLine(argument);
                return 0;
            case "exit":
                Console.Error.Write(rest.ElementAtOrDefault(1));
                return Number(rest[0]);
            case "print":
                Console.Out.Write(File.ReadAllText(rest[0]));
                return 0;
            case "environment":
                Console.Out.Write(Environment.GetEnvironmentVariable(rest[0]));
                return 0;
            case "surroundings":
                Console.Out.WriteLine(Environment.CurrentDirectory);
                Console.Out.WriteLine(Directory.EnumerateFileSystemEntries(".").Count());
                foreach (string name in Environment.GetEnvironmentVariables().Keys)
                    Console.Out.WriteLine(name);
                return 0;
            case "read-stdin":
                Console.Out.Write(Console.In.ReadToEnd().Length);
                return 0;
            case "copy":
                Console.OpenStandardInput().CopyTo(Console.OpenStandardOutput());
                return 0;
            case "flood-stdout":
                Flood(Console.OpenStandardOutput(), Number(rest[0]));
                return 0;
            case "flood-stderr":
                Flood(Console.OpenStandardError(), Number(rest[0]));
                Console.Error.Write("the last words");
                Console.Out.Write("done");
                return 0;
            case "hang":
                return Hang(Number(rest[0]));
            case "leave-child":
                Console.Out.Write("done");
                Console.Error.Write("well");
                Process.Start(Environment.ProcessPath!, ["hang", rest[0]]).Dispose();
                return 0;
            case "hang-with-child":
                using (Process.Start(Environment.ProcessPath!, ["hang", rest[0]]))
                    return Hang(Number(rest[0]));
            case "serve":
                return Serving.Run(Number(rest[0]), Number(rest.ElementAtOrDefault(1) ?? "0"));
            case "listen":
                foreach (var port in rest)
                    new TcpListener(IPAddress.Loopback, Number(port)).Start();
                Thread.Sleep(Timeout.Infinite);
                return 0;
            case "hold":
                using (Process.Start(new ProcessStartInfo(rest[0], rest.Skip(1)) { RedirectStandardInput = true }))
                    Thread.Sleep(Timeout.Infinite);
                return 0;
            default:
                Console.Error.WriteLine($"unknown act: {string.Join(' ', args)}");
                return 64;
        }
    }

    /// <summary>
    /// Calls the spec on a loopback port and never ends by itself. The connection tells the spec that this process
    /// lives, and its end that it does not.
    /// </summary>
    public static int Hang(int port)
    {
        using var line = new TcpClient();
        line.Connect(IPAddress.Loopback, port);
        return line.GetStream().ReadByte();
    }

    private static void Flood(Stream stream, int bytes)
    {
        var block = new byte[64 * 1024];
        Array.Fill(block, (byte)'x');
        for (var left = bytes; left > 0; left -= block.Length)
            stream.Write(block, 0, Math.Min(left, block.Length));
        stream.Flush();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
