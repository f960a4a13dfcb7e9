using System.Net;
using Yttl.Whisper.Hosting;
using Yttl.Whisper.Recognition;
using Yttl.Whisper.Running;

namespace Yttl.Whisper.Specs.Hosting;

public sealed class ServerCommandLineSpecs
{
    [Fact]
    public async Task Whisper_servers_command_line_starts_it_too()
    {
        var options = await ParseAsync(
            "--model", "/m/ggml-base.bin", "--host", "127.0.0.1", "--port", "0", "--threads", "2",
            "--inference-path", "/v1/audio/transcriptions");

        options.ShouldBe(new ServerOptions { Model = "/m/ggml-base.bin", Port = 0, Threads = 2 });
        options!.ModelId.ShouldBe("ggml-base");
    }

    [Fact]
    public async Task Everything_can_be_said()
    {
        var options = await ParseAsync(
            "--model", "m.bin", "--host", "0.0.0.0", "--port", "80", "--processors", "3", "--queue", "0",
            "--max-upload-mb", "100", "--runtime", "cuda12", "--spool", "/spool");

        options.ShouldBe(new ServerOptions
        {
            Model = "m.bin",
            Host = IPAddress.Any,
            Port = 80,
            Processors = 3,
            Queue = 0,
            MaxUpload = 100 * 1024 * 1024,
            Runtime = WantedRuntime.Cuda12,
            SpoolFolder = "/spool",
        });
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--threads", "0")]
    [InlineData("--processors", "many")]
    [InlineData("--queue", "-1")]
    [InlineData("--host", "example.org")]
    [InlineData("--runtime", "abacus")]
    public void A_value_out_of_range_is_an_error(string option, string value) =>
        ServerCommandLine.Root((_, _) => Task.FromResult(0)).Parse(["--model", "m.bin", option, value])
            .Errors.ShouldNotBeEmpty();

    [Fact]
    public void Without_a_model_there_is_nothing_to_serve() =>
        ServerCommandLine.Root((_, _) => Task.FromResult(0)).Parse([]).Errors.ShouldNotBeEmpty();

    private static async Task<ServerOptions?> ParseAsync(params string[] arguments)
    {
        ServerOptions? read = null;
        var root = ServerCommandLine.Root((options, _) =>
        {
            read = options;
            return Task.FromResult(0);
        });
        await root.Parse(arguments).InvokeAsync();
        return read;
    }
}
