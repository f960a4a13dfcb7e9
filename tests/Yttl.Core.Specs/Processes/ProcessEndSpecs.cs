using System.Net;
using System.Net.Sockets;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Processes;

/// <summary>A child and its own child each hold a connection to the spec: it ends when they do.</summary>
public sealed class ProcessEndSpecs : IDisposable
{
    private readonly TcpListener _spec = new(IPAddress.Loopback, 0);
    private readonly ManualTime _time = new();
    private readonly ProcessRunner _runner;

    public ProcessEndSpecs()
    {
        _spec.Start();
        _runner = new ProcessRunner(_time, new Dictionary<string, string>());
    }

    [Fact]
    public async Task Cancellation_kills_the_program_and_its_children_before_it_is_thrown()
    {
        using var cancel = new CancellationTokenSource();
        var run = RunAsync(null, cancel.Token);
        using var first = await _spec.AcceptTcpClientAsync();
        using var second = await _spec.AcceptTcpClientAsync();

        await cancel.CancelAsync();

        await run.ShouldThrowAsync<OperationCanceledException>();
        await ShouldBeDead(first);
        await ShouldBeDead(second);
    }

    [Fact]
    public async Task The_time_out_kills_the_program_and_its_children_and_says_so()
    {
        var run = RunAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
        using var first = await _spec.AcceptTcpClientAsync();
        using var second = await _spec.AcceptTcpClientAsync();

        _time.Advance(TimeSpan.FromMinutes(2));

        var failure = (await run.ShouldThrowAsync<YttlException>()).Failure;
        failure.Code.ShouldBe("tool.timeout");
        failure.Message.ShouldContain("within 120 s");
        await ShouldBeDead(first);
        await ShouldBeDead(second);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_already_starts_nothing()
    {
        await RunAsync(null, new CancellationToken(canceled: true)).ShouldThrowAsync<OperationCanceledException>();

        _spec.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task A_child_that_is_left_behind_with_the_pipes_costs_no_output()
    {
        var run = _runner.RunAsync(Call("leave-child", TimeSpan.FromMinutes(2)), CancellationToken.None);
        using var child = await _spec.AcceptTcpClientAsync();

        (await run.WaitAsync(Eventually.Timeout)).ShouldBe(new ToolResult(0, "done", "well"));
    }

    [Fact]
    public async Task A_reader_that_throws_kills_the_program_and_its_children_first()
    {
        var reading = new TaskCompletionSource();
        var run = _runner.StreamAsync(
            Call("hang-with-child", null), (_, _) => reading.Task, CancellationToken.None);
        using var first = await _spec.AcceptTcpClientAsync();
        using var second = await _spec.AcceptTcpClientAsync();

        reading.SetException(new InvalidDataException("enough"));

        await run.ShouldThrowAsync<InvalidDataException>();
        await ShouldBeDead(first);
        await ShouldBeDead(second);
    }

    private Task<ToolResult> RunAsync(TimeSpan? timeout, CancellationToken cancellationToken) =>
        _runner.RunAsync(Call("hang-with-child", timeout), cancellationToken);

    private ToolCall Call(string act, TimeSpan? timeout) =>
        new(FakeTool.Path, [act, $"{((IPEndPoint)_spec.LocalEndpoint).Port}"], timeout);

    private static async Task ShouldBeDead(TcpClient line)
    {
        try
        {
            var end = line.GetStream().ReadAsync(new byte[1]).AsTask();
            (await end.WaitAsync(Eventually.Timeout)).ShouldBe(0);
        }
        catch (IOException)
        {
            // A reset says the same.
        }
    }

    public void Dispose() => _spec.Dispose();
}
