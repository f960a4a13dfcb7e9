using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Yttl.Core.Processes;

namespace Yttl.Core.ModelServers;

/// <summary>
/// One running server process. Its output is always drained, so that it never blocks on a full pipe. On Unix it does
/// not outlive this process, even when this process is killed with -9; on Windows it may.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>
    /// Runs "$@" and kills it when stdin ends: this process holds the other end of the pipe, which closes however this
    /// process dies. (PR_SET_PDEATHSIG acts on the death of a thread and is limited to Linux.) The shell stays the
    /// server's parent, so the process id cannot be reused before the kill.
    /// </summary>
    private const string Guard = """
        trap '' INT
        exec 3<&0
        "$@" 3<&- </dev/null &
        server=$!
        { read -r _ <&3; kill -9 "$server"; } >/dev/null 2>&1 &
        guard=$!
        wait "$server"
        code=$?
        kill -9 "$guard"
        exit "$code"
        """;

    private const int TailLength = 4000;

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly TextTail _tail = new(TailLength);
    private readonly Task _drained;

    private ServerProcess(Process process)
    {
        _process = process;
        _drained = Task.WhenAll(
            DrainAsync(process.StandardOutput, into: null), DrainAsync(process.StandardError, into: _tail));
        Exited = ExitAsync();
    }

    public int Id => _process.Id;

    /// <summary>The exit code; on Unix, 128 plus the signal's number where a signal ended the process.</summary>
    public Task<int> Exited { get; }

    public string ErrorTail
    {
        get
        {
            lock (_tail)
                return _tail.ToString();
        }
    }

    /// <exception cref="Failures.YttlException"><c>tool.missing</c>, <c>tool.unusable</c>.</exception>
    public static ServerProcess Start(string tool, IReadOnlyList<string> arguments)
    {
        var path = ToolPath.Demand(tool);
        var (file, list) = Guarded(path, arguments);
        var start = new ProcessStartInfo(file, list)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            CreateNoWindow = true,
        };
        try
        {
            return new ServerProcess(Process.Start(start) ?? throw ToolFailures.Missing(tool));
        }
        catch (Win32Exception cause)
        {
            throw ToolFailures.Unusable(tool, cause);
        }
    }

    /// <summary>Returns the command that runs a program and ends it when its stdin closes.</summary>
    internal static (string File, IReadOnlyList<string> Arguments) Guarded(
        string path, IReadOnlyList<string> arguments) =>
        OperatingSystem.IsWindows() ? (path, arguments) : ("/bin/sh", ["-c", Guard, "yttl-server", path, .. arguments]);

    /// <summary>Stops the process where it still runs, and returns when it has exited.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        if (!OperatingSystem.IsWindows())
            await Task.WhenAny(Exited, Task.Delay(StopLimit));
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await Exited;
        _process.Dispose();
    }

    private async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync();
        // Waits a moment for its last output; a child that it left behind may hold the pipe open for longer.
        await Task.WhenAny(_drained, Task.Delay(StopLimit));
        return _process.ExitCode;
    }

    private static async Task DrainAsync(StreamReader from, TextTail? into)
    {
        var buffer = new char[4096];
        while (await from.ReadAsync(buffer) is > 0 and var read)
        {
            if (into is null)
                continue;
            lock (into)
                into.Append(buffer.AsSpan(0, read));
        }
    }
}
