using System.Security.Cryptography;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Processes;

public sealed class ProcessStreamsSpecs
{
    private readonly ProcessRunner _runner = new();

    [Fact]
    public async Task Output_beyond_every_limit_is_read_as_it_comes()
    {
        const int Length = ProcessRunner.OutputLimit + 5;
        long read = 0;

        var end = await _runner.StreamAsync(
            Call("flood-stdout", $"{Length}"),
            async (stdout, token) =>
            {
                var buffer = new byte[64 * 1024];
                while (await stdout.ReadAsync(buffer, token) is > 0 and var count)
                    read += count;
            },
            CancellationToken.None);

        end.ShouldBe(new ToolResult(0, "", ""));
        read.ShouldBe(Length);
    }

    [Fact]
    public async Task A_reader_that_has_had_enough_stops_the_program()
    {
        var end = await _runner.StreamAsync(
            Call("flood-stdout", "2000000000"),
            async (stdout, cancellationToken) => await stdout.ReadExactlyAsync(new byte[100], cancellationToken),
            CancellationToken.None);

        end.ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public async Task What_the_reader_throws_stops_the_program_and_comes_out()
    {
        var run = _runner.StreamAsync(
            Call("flood-stdout", "2000000000"),
            (_, _) => throw new InvalidDataException("enough"),
            CancellationToken.None);

        (await run.WaitAsync(Eventually.Timeout).ShouldThrowAsync<InvalidDataException>()).Message
            .ShouldBe("enough");
    }

    [Fact]
    public async Task What_is_fed_in_comes_back_whole_while_both_pipes_are_full()
    {
        var content = RandomNumberGenerator.GetBytes(5_000_001);

        var (end, output) = await PipeAsync(Call("copy"), new MemoryStream(content));

        end.ExitCode.ShouldBe(0);
        output.AsSpan().SequenceEqual(content).ShouldBeTrue();
    }

    [Fact]
    public async Task A_program_that_reads_nothing_still_ends_in_its_own_way()
    {
        var (end, _) = await PipeAsync(Call("exit", "7", "no thanks"), new MemoryStream(new byte[5_000_000]));

        end.ShouldBe(new ToolResult(7, "", "no thanks"));
    }

    [Fact]
    public async Task Input_that_fails_on_the_way_is_not_mistaken_for_its_end()
    {
        await PipeAsync(Call("copy"), new BrokenStream()).ShouldThrowAsync<EndOfStreamException>();
    }

    [Fact]
    public async Task A_program_that_is_missing_is_said_to_be()
    {
        var run = PipeAsync(new ToolCall("no-such-program-anywhere", [], null), Stream.Null);

        (await run.ShouldThrowAsync<YttlException>()).Failure.Code.ShouldBe("tool.missing");
    }

    private async Task<(ToolResult End, byte[] Output)> PipeAsync(ToolCall call, Stream input)
    {
        using var output = new MemoryStream();
        var end = await _runner.PipeAsync(
            call, input, (stdout, token) => stdout.CopyToAsync(output, token), CancellationToken.None);
        return (end, output.ToArray());
    }

    private static ToolCall Call(params string[] arguments) => new(FakeTool.Path, arguments, null);

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new EndOfStreamException("the disk is gone");
    }
}
