using System.Diagnostics;
using Yttl.Core.Processes;

namespace Yttl.Core.ModelServers;

/// <summary>
/// One running server process. Its output is always drained, so that it never blocks on a full pipe. It does not outlive
/// this process.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
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
        var process = ChildProcess.Start(
            new ToolCall(tool, arguments, Timeout: null) { Variables = PassedVariables.OfModelServers.Read() });
        process.StandardInput.Close();
        return new ServerProcess(process);
    }

    /// <summary>Stops the process where it still runs, and returns when it has exited.</summary>
    public async ValueTask DisposeAsync()
    {
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
