using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>The built program with a language model that it runs itself. What the model writes has no sense.</summary>
public sealed class LocalModelSpecs : IDisposable
{
    private const string Llama = "YTTL_LLAMA_SERVER";

    private readonly YttlProcess _yttl = new();

    public LocalModelSpecs()
    {
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 1));
        _yttl.Environment["YTTL_LLAMA_THREADS"] = "1";
        if (Environment.GetEnvironmentVariable(Llama) is { } server)
            _yttl.Environment[Llama] = server;
    }

    public void Dispose() => _yttl.Dispose();

    [ModelServerFact(Llama)]
    public async Task A_model_is_downloaded_once_and_writes_a_report_and_its_run_is_resumed_by_it()
    {
        await using var hub = await LoopbackServer.StartAsync(
            context => context.Response.SendFileAsync(TestData.PathOf("models/stories260K.gguf"), context.RequestAborted));
        _yttl.Environment["YTTL_MODEL_BASE_URL"] = hub.Url.AbsoluteUri;

        var first = await _yttl.RunAsync(
            "summarize", "talk.vtt", "--length", "short", "-lmr", "tiny/stories", "-lmf", "s.gguf");
        var again = await _yttl.RunAsync("summarize", "talk.vtt", "--length", "short", "--llm-model", "tiny/stories/s.gguf");
        var runs = await _yttl.RunAsync("runs", "list");
        var resumed = await _yttl.RunAsync("runs", "resume", runs.Output.Split('\n')[1].Split(' ')[0]);

        first.ExitCode.ShouldBe(0, first.Error);
        first.ErrorLines.ShouldContain(line => line.StartsWith("yttl: note: downloading the model tiny/stories/s.gguf:"));
        (again.ExitCode, resumed.ExitCode).ShouldBe((0, 0), again.Error + resumed.Error);
        resumed.Output.ShouldBe(first.Output);
        hub.Requests.ShouldBe(["GET /tiny/stories/resolve/main/s.gguf"]);
    }

    [ModelServerFact(Llama)]
    public async Task A_server_that_is_killed_in_the_middle_of_a_run_costs_nothing()
    {
        var model = _yttl.Folder.PathOf("model.gguf");
        File.Copy(TestData.PathOf("models/stories260K.gguf"), model);

        using var process = _yttl.Start("summarize", "talk.vtt", "--length", "short", "--llm-model", "model.gguf");
        var ran = YttlProcess.EndAsync(process);
        using (var server = await AppearAsync(model))
            server.Kill();

        var ended = await ran;
        ended.ExitCode.ShouldBe(0, ended.Error);
        Servers(model).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("missing.gguf", "there is no model missing.gguf")]
    [InlineData("talk.vtt.gguf", "talk.vtt.gguf is not a GGUF model")]
    public async Task What_is_no_model_is_told_before_anything_starts(string model, string problem)
    {
        _yttl.Folder.Write("talk.vtt.gguf", "WEBVTT");

        var ran = await _yttl.RunAsync("summarize", "talk.vtt", "--llm-model", model);

        ran.ExitCode.ShouldBe(2, ran.Error);
        ran.Error.ShouldContain(problem);
    }

    [Fact]
    public async Task A_server_that_is_not_installed_is_told_by_the_doctor_and_before_anything_starts()
    {
        _yttl.Folder.Write("m.gguf", "GGUF");
        _yttl.Environment[Llama] = "no-llama-server";
        _yttl.Environment["YTTL_LOCAL_MODEL_FILE"] = "m.gguf";

        var ran = await _yttl.RunAsync("summarize", "talk.vtt");
        var doctor = await _yttl.RunAsync("doctor");

        ran.ExitCode.ShouldBe(2, ran.Error);
        ran.Error.ShouldContain("no-llama-server is not installed");
        (doctor.ExitCode, doctor.Output.Contains("no-llama-server is not installed")).ShouldBe((1, true), doctor.Output);
    }

    [Fact]
    public async Task The_doctor_tells_which_model_would_run_and_whether_it_is_still_to_be_downloaded()
    {
        _yttl.Environment[Llama] = FakeTool.Path;
        _yttl.Environment["YTTL_LLM_MODEL"] = "o/r/m.gguf";
        _yttl.Environment["YTTL_HOME"] = _yttl.Folder.PathOf("home");

        var before = await _yttl.RunAsync("doctor", "--json");
        Directory.CreateDirectory(_yttl.Folder.PathOf("home/models/o/r"));
        _yttl.Folder.Write("home/models/o/r/m.gguf", "GGUF");
        var after = await _yttl.RunAsync("doctor", "--json");

        before.Output.ShouldContain($"local o/r/m.gguf by {FakeTool.Path}, downloaded when first it is used");
        after.Output.ShouldContain($"local o/r/m.gguf by {FakeTool.Path}\"");
    }

    private static async Task<Process> AppearAsync(string model)
    {
        await Eventually.HoldsAsync(() => Servers(model).Count > 0);
        return Process.GetProcessById(Servers(model).Single());
    }

    /// <summary>The path of the model tells them from those of others.</summary>
    private static List<int> Servers(string model) =>
    [
        .. Process.GetProcesses()
            .Where(process => process.ProcessName == "llama-server"
                && File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(model, StringComparison.Ordinal))
            .Select(process => process.Id),
    ];
}
