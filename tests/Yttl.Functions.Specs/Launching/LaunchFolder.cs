#pragma warning disable CA1416 // Unix specs.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Functions.Specs.Launching;

/// <summary>
/// A checkout in which <c>yttl-azure</c> runs with fakes of all that it starts. Its PATH has the tools of a shell and
/// nothing else of this machine.
/// </summary>
internal sealed class LaunchFolder : IDisposable
{
    /// <summary>Where the fake build leaves the app, and the fake func its call.</summary>
    public const string Output = ".yttl/azure/bin/Yttl.Functions/release";

    public const string Settings = "src/Yttl.Functions/local.settings.json";

    private static readonly string[] Shell = ["bash", "cat", "cp", "dirname", "head", "mkdir", "sed", "sleep"];

    private readonly TempFolder _folder = new();
    private readonly List<TcpListener> _taken = [];

    public LaunchFolder()
    {
        foreach (var file in new[] { "yttl-azure", "local.settings.sample.json" })
            File.Copy(Repository.PathOf(file), PathOf(file));
        Directory.CreateDirectory(PathOf("bin"));
        Directory.CreateDirectory(PathOf("src/Yttl.Functions"));
        foreach (var tool in Shell)
            File.CreateSymbolicLink(PathOf($"bin/{tool}"), ToolPath.Demand(tool));
        Program("dotnet", $"mkdir -p {Output}");
        Program("func", "exit 7");
        Program("azurite", $$"""exec "{{FakeTool.Path}}" listen "$7" "$9" "${11}" """);
        Ports = [FreePort(), FreePort(), FreePort()];
    }

    /// <summary>Of blobs, queues and tables.</summary>
    public IReadOnlyList<int> Ports { get; }

    /// <summary>Of Azurite on <see cref="Ports"/>.</summary>
    public string AzuriteConnection => "AccountName=devstoreaccount1;" + string.Concat(
        new[] { "Blob", "Queue", "Table" }.Zip(Ports, (service, port) =>
            string.Create(CultureInfo.InvariantCulture, $"{service}Endpoint=http://127.0.0.1:{port}/devstoreaccount1;")));

    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>A program that writes its arguments into <c>NAME.called</c> where it is called, and then does this.</summary>
    public void Program(string name, string script)
    {
        var path = _folder.Write($"bin/{name}", $"#!/bin/sh\necho \"$*\" >{name}.called\n{script.Trim()}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Store(string connection) => _folder.Write(Settings, $$"""
        {
          "Values": {
            "AzureWebJobsStorage": "{{connection}}",
            "YTTL_LLM_PROVIDER": "auto"
          }
        }
        """);

    /// <summary>What a fake was called with; null where it was not called.</summary>
    public string? Call(string name)
    {
        var call = PathOf($"{name}.called");
        return File.Exists(call) ? File.ReadAllText(call).Trim() : null;
    }

    public void Take(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _taken.Add(listener);
    }

    public static bool Listens(int port)
    {
        using var probe = new TcpClient();
        try
        {
            probe.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public Process Start(params string[] arguments)
    {
        // What a job in the background inherits ignores SIGINT, and so would every program below it.
        string[] signals = OperatingSystem.IsLinux() ? ["--default-signal=INT"] : [];
        var start = new ProcessStartInfo("env", [.. signals, PathOf("yttl-azure"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = PathOf("bin");
        start.Environment.Remove("AzureWebJobsStorage");
        return Process.Start(start)!;
    }

    public async Task<(int ExitCode, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await EndAsync(process);
    }

    public static async Task<(int ExitCode, string Error)> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Eventually.Timeout);
        (await output.WaitAsync(Eventually.Timeout)).ShouldBe("");
        return (process.ExitCode, await error.WaitAsync(Eventually.Timeout));
    }

    public void Dispose()
    {
        foreach (var listener in _taken)
            listener.Dispose();
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
