using System.Diagnostics;
using System.Globalization;
using System.Text;
using Yttl.Core.Failures;
using Yttl.Core.Hardware;
using Yttl.Core.ModelServers;
using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.ModelServers;

/// <summary>Real servers under supervision, with the smallest models: whisper.cpp's or our own, and llama.cpp's.</summary>
public sealed class RealServerSpecs
{
    private const string Whisper = "YTTL_WHISPER_SERVER";
    private const string Llama = "YTTL_LLAMA_SERVER";

    [ModelServerFact(Whisper)]
    public async Task Whisper_answers_survives_a_kill_and_is_unloaded()
    {
        await using var pool = new ServerPool(
            WhisperProgram("models/for-tests-ggml-tiny.bin"),
            new(MaxServers: 1) { IdleTime = TimeSpan.Zero, WatchInterval = TimeSpan.FromMilliseconds(100) });
        int id;
        using (var lease = await pool.LeaseAsync(default))
        {
            (await TranscribeAsync(lease)).ShouldContain("\"segments\"");
            id = await KillAsync("for-tests-ggml-tiny.bin");
            (await lease.ExplainAsync(default)).ShouldNotBeNull().Failure.Code.ShouldBe("server.memory");
        }

        Process next;
        using (var lease = await pool.LeaseAsync(default))
        {
            next = Server("for-tests-ggml-tiny.bin");
            next.Id.ShouldNotBe(id);
            ProcessTree.ResidentBytes(next.Id).ShouldBeGreaterThan(1_000_000);
            (await TranscribeAsync(lease)).ShouldContain("\"segments\"");
        }

        await next.WaitForExitAsync().WaitAsync(Eventually.Timeout);
        next.Dispose();
    }

    [ModelServerFact(Whisper)]
    public async Task A_model_that_whisper_refuses_is_explained_in_its_own_words()
    {
        await using var pool = new ServerPool(WhisperProgram("bad/ggml-whisper-bad-ndims.bin"), new(MaxServers: 1));

        var failure = await pool.LeaseAsync(default).ShouldThrowAsync<YttlException>();

        failure.Failure.Code.ShouldBe("server.start");
        // whisper.cpp's server fails to load it, ours says what is wrong with it.
        failure.Failure.Message.ShouldMatch("failed to load model|a tensor of \\d+ dimensions");
    }

    [ModelServerFact(Llama)]
    public async Task Llama_answers_as_many_calls_at_once_as_it_has_slots_and_restarts()
    {
        var program = LlamaServerProgram.Create(
            Environment.GetEnvironmentVariable(Llama)!,
            TestData.PathOf("models/stories260K.gguf"),
            new LlamaServerOptions(Threads: 1, ContextTokens: 256, Slots: 2));
        await using var pool = new ServerPool(program, new(MaxServers: 1));
        using (var first = await pool.LeaseAsync(default))
        using (var second = await pool.LeaseAsync(default))
        {
            second.BaseUrl.ShouldBe(first.BaseUrl);
            var answers = await Task.WhenAll(CompleteAsync(first), CompleteAsync(second));
            answers.ShouldAllBe(answer => answer.Contains("\"choices\""));
            await KillAsync("stories260K.gguf");
            (await first.ExplainAsync(default)).ShouldNotBeNull().Failure.Code.ShouldBe("server.memory");
        }

        using var next = await pool.LeaseAsync(default);
        (await CompleteAsync(next)).ShouldContain("\"choices\"");
    }

    [ModelServerFact(Whisper)]
    public async Task Whisper_is_gone_when_its_parent_is_killed()
    {
        var program = WhisperProgram("models/for-tests-ggml-tiny.bin");
        var command = KillGuard.Command("/dev/fd/0", program.Tool, program.Arguments(ServerStarter.FreePort()));
        using var parent = Process.Start(FakeTool.Path, ["hold", .. command]);
        using var server = await AppearAsync("for-tests-ggml-tiny.bin");

        parent.Kill();

        await server.WaitForExitAsync().WaitAsync(Eventually.Timeout);
    }

    private static ServerProgram WhisperProgram(string model) => WhisperServerProgram.Create(
        Environment.GetEnvironmentVariable(Whisper)!, TestData.PathOf(model), threads: 1);

    private static async Task<string> TranscribeAsync(IServerLease lease)
    {
        using var http = new HttpClient();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(SilentWav()), "file", "chunk.wav" },
            { new StringContent("verbose_json"), "response_format" },
        };
        using var answer = await http.PostAsync(new Uri(lease.BaseUrl, "audio/transcriptions"), form);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string> CompleteAsync(IServerLease lease)
    {
        using var http = new HttpClient();
        using var body = new StringContent(
            """{"messages":[{"role":"user","content":"Once"}],"max_tokens":8}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(lease.BaseUrl, "chat/completions"), body);
        return await answer.Content.ReadAsStringAsync();
    }

    private static byte[] SilentWav()
    {
        const int Rate = 16_000;
        using var wav = new MemoryStream();
        using var writer = new BinaryWriter(wav);
        writer.Write("RIFF"u8);
        writer.Write(36 + 2 * Rate);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(Rate);
        writer.Write(2 * Rate);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(2 * Rate);
        writer.Write(new byte[2 * Rate]);
        return wav.ToArray();
    }

    private static async Task<int> KillAsync(string model)
    {
        using var server = Server(model);
        server.Kill();
        await server.WaitForExitAsync();
        return server.Id;
    }

    private static async Task<Process> AppearAsync(string model)
    {
        await Eventually.HoldsAsync(() => Ids(model).Length > 0);
        return Server(model);
    }

    private static Process Server(string model) => Process.GetProcessById(Ids(model).Single());

    /// <summary>The servers of a model that descend from these specs alone.</summary>
    private static int[] Ids(string model) =>
    [
        .. Process.GetProcesses()
            .Where(process => IsServer(process) && IsOurs(process.Id))
            .Where(process => File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(model, StringComparison.Ordinal))
            .Select(process => process.Id),
    ];

    /// <summary>By the name of the program that is tried; the shell that guards it has another.</summary>
    private static bool IsServer(Process process) => new[] { Whisper, Llama }
        .Select(Environment.GetEnvironmentVariable)
        .Any(path => path is not null && process.ProcessName == Path.GetFileName(path));

    private static bool IsOurs(int id) =>
        id == Environment.ProcessId
        || (id > 1 && IsOurs(int.Parse(
            File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ')[2], CultureInfo.InvariantCulture)));
}
