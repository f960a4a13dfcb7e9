using System.Diagnostics;
using System.Text;
using Yttl.Core.Failures;

namespace Yttl.Core.Processes;

/// <summary>
/// Runs ffmpeg, ffprobe and yt-dlp: argument lists only, stdin piped or closed, stderr drained while stdout is read.
/// Safe for concurrent use.
/// </summary>
public sealed class ProcessRunner
{
    /// <summary>
    /// Usual maximum of stdout in bytes; more is an error. A playlist of 10,000 entries produces about 10 MB of JSON.
    /// </summary>
    public const int OutputLimit = 64 * 1024 * 1024;

    // The pipes close when the program exits, unless a child that outlives it holds one.
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time;
    private readonly IReadOnlyDictionary<string, string> _environment;

    public ProcessRunner()
        : this(TimeProvider.System, new Dictionary<string, string>())
    {
    }

    /// <param name="environment">Environment variables for every program, in addition to those of its call.</param>
    public ProcessRunner(TimeProvider time, IReadOnlyDictionary<string, string> environment)
    {
        _time = time;
        _environment = environment;
    }

    /// <summary>
    /// Runs a program to its end, whatever its exit code, and waits a few more seconds where a child of it still holds
    /// its output; that child is not killed. Cancellation and the timeout kill the program and all its children before
    /// this returns.
    /// </summary>
    /// <exception cref="YttlException">
    /// <c>tool.missing</c>, <c>tool.unusable</c>, <c>tool.timeout</c>, <c>tool.output-too-large</c>; none is transient.
    /// </exception>
    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(call.Input ?? ""));
        var end = await ExecuteAsync(
            call,
            input,
            (stdout, token) => CopyAsync(stdout, output, call, token),
            DrainLimit,
            cancellationToken);
        return end with { Output = Encoding.UTF8.GetString(output.GetBuffer().AsSpan(0, (int)output.Length)) };
    }

    /// <summary>
    /// Like <see cref="RunAsync"/>, for output of any length, read as it arrives. The output is always complete: a
    /// child that outlives the program and holds its output is waited for.
    /// </summary>
    /// <param name="readOutput">
    /// Reads stdout. The program is stopped where this returns early or throws; its exception is rethrown.
    /// </param>
    /// <exception cref="YttlException"><c>tool.missing</c>, <c>tool.unusable</c>, <c>tool.timeout</c>; none is
    /// transient.</exception>
    public Task<ToolResult> StreamAsync(
        ToolCall call, Func<Stream, CancellationToken, Task> readOutput, CancellationToken cancellationToken) =>
        PipeAsync(call, Stream.Null, readOutput, cancellationToken);

    /// <summary>Like <see cref="StreamAsync"/>, with input for the program.</summary>
    /// <param name="input">
    /// Written to stdin until its end or until the program stops reading, which is not an error here: the exit code
    /// decides. Exceptions from reading it are rethrown. Stays open.
    /// </param>
    /// <exception cref="YttlException"><c>tool.missing</c>, <c>tool.unusable</c>, <c>tool.timeout</c>; none is
    /// transient.</exception>
    public Task<ToolResult> PipeAsync(
        ToolCall call,
        Stream input,
        Func<Stream, CancellationToken, Task> readOutput,
        CancellationToken cancellationToken) =>
        ExecuteAsync(call, input, readOutput, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <param name="drainLimit">Maximum time to read output after the program has exited.</param>
    private async Task<ToolResult> ExecuteAsync(
        ToolCall call,
        Stream input,
        Func<Stream, CancellationToken, Task> readOutput,
        TimeSpan drainLimit,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = ChildProcess.Start(call, _environment);
        using var deadline = new CancellationTokenSource(call.Timeout ?? Timeout.InfiniteTimeSpan, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(either.Token);

        var tail = new TextTail(call.ErrorTailLength);
        var errors = TailAsync(process.StandardError, tail, enough.Token);
        var output = ReadAsync(readOutput, process.StandardOutput.BaseStream, enough.Token);
        var feeding = FeedAsync(input, process.StandardInput.BaseStream, enough.Token);
        var drained = DrainAsync(process, drainLimit, enough.Token);
        try
        {
            // Cancellation does not always interrupt a pipe read; it does interrupt the other task.
            await await Task.WhenAny(output, drained);
            if (output.IsCompleted && await HasMoreAsync(process.StandardOutput.BaseStream, either.Token))
                process.Kill(entireProcessTree: true);
            await await Task.WhenAny(feeding, drained);
            await await Task.WhenAny(errors, drained);
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ToolFailures.TimedOut(call);
        }
        finally
        {
            await enough.CancelAsync();
            await StopAsync(process, output, feeding, errors);
        }

        return KillGuard.FindProblem(process.ExitCode, tail.ToString()) is { } problem
            ? throw ToolFailures.Unusable(call.Tool, problem)
            : new ToolResult(process.ExitCode, "", tail.ToString());
    }

    /// <summary>
    /// Limits the wait for output after the program has exited: a child that it left behind may hold its pipes for
    /// hours.
    /// </summary>
    private static async Task DrainAsync(Process process, TimeSpan limit, CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        await Task.Delay(limit, cancellationToken);
    }

    private static async Task<bool> HasMoreAsync(Stream stdout, CancellationToken cancellationToken) =>
        await stdout.ReadAsync(new byte[1], cancellationToken) > 0;

    /// <summary>Turns a synchronous exception of the reader into a failed task.</summary>
    private static async Task ReadAsync(
        Func<Stream, CancellationToken, Task> readOutput, Stream stdout, CancellationToken cancellationToken) =>
        await readOutput(stdout, cancellationToken);

    private static async Task FeedAsync(Stream from, Stream stdin, CancellationToken cancellationToken)
    {
        await using var closing = stdin;
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            try
            {
                await stdin.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
            catch (IOException)
            {
                // The program stopped reading or has exited.
                return;
            }
        }
    }

    private static async Task CopyAsync(Stream from, MemoryStream to, ToolCall call, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (to.Length + read > call.OutputLimit)
                throw ToolFailures.TooMuchOutput(call.Tool, call.OutputLimit);
            to.Write(buffer, 0, read);
        }
    }

    private static async Task TailAsync(StreamReader reader, TextTail tail, CancellationToken cancellationToken)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            cancellationToken.ThrowIfCancellationRequested();
            tail.Append(buffer.AsSpan(0, read));
        }
    }

    /// <summary>Stops the program and its readers; does nothing after a normal end.</summary>
    private static async Task StopAsync(Process process, params Task[] readers)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAll(readers).WaitAsync(DrainLimit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
