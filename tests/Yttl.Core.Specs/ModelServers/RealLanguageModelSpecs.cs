using System.Diagnostics;
using Yttl.Core.Failures;
using Yttl.Core.ModelServers;
using Yttl.Core.Providers;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.TestKit;

namespace Yttl.Core.Specs.ModelServers;

/// <summary>llama.cpp's own server, which writes summaries of no sense.</summary>
public sealed class RealLanguageModelSpecs : IDisposable
{
    private const string Llama = "YTTL_LLAMA_SERVER";

    private static readonly Prompt Prompt = new("Tell a story.", "Once upon a time", MaxOutputTokens: 500);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ModelServerFact(Llama)]
    public async Task A_call_whose_server_is_killed_in_the_middle_is_answered_all_the_same()
    {
        await using var pool = new ServerPool(Program(), new(MaxServers: 1));
        using var model = Model(pool);
        (await pool.LeaseAsync(default)).Dispose();
        using var server = Server()!;

        var call = model.CompleteAsync(Prompt, default);
        await RunningCallAsync(server);
        server.Kill();

        (await call).Text.ShouldNotBeNullOrWhiteSpace();
        using var next = Server();
        next.ShouldNotBeNull().Id.ShouldNotBe(server.Id);
    }

    [ModelServerFact(Llama)]
    public async Task A_prompt_over_the_context_is_a_failure_that_says_what_to_raise()
    {
        await using var pool = new ServerPool(Program(), new(MaxServers: 1));
        using var model = Model(pool);

        var failure = await Should.ThrowAsync<YttlException>(() => model.CompleteAsync(
            Prompt with { User = string.Concat(Enumerable.Repeat("long ago ", 1000)) }, default));

        failure.Failure.Code.ShouldBe("model.context");
        failure.Failure.Message.ShouldContain("YTTL_LLAMA_CONTEXT");
    }

    /// <summary>Until it has worked for the call: the processor's time tells.</summary>
    private static Task RunningCallAsync(Process server)
    {
        var before = server.TotalProcessorTime;
        return Eventually.HoldsAsync(() =>
        {
            server.Refresh();
            return server.TotalProcessorTime - before >= TimeSpan.FromMilliseconds(50);
        });
    }

    private ServerProgram Program()
    {
        // Its path is its own, so that its server is told from those of other specs.
        var file = _folder.PathOf("model.gguf");
        if (!File.Exists(file))
            File.Copy(TestData.PathOf("models/stories260K.gguf"), file);
        return LlamaServerProgram.Create(
            Environment.GetEnvironmentVariable(Llama)!, file, new LlamaServerOptions(1, ContextTokens: 2048, Slots: 1));
    }

    private Process? Server() => Process.GetProcesses().FirstOrDefault(process =>
        process.ProcessName == "llama-server"
        && File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(_folder.Path, StringComparison.Ordinal));

    private static OpenAiLanguageModel Model(ServerPool pool) => new(
        pool,
        new LanguageModelSettings("local", null, "model.gguf", null, MaxConcurrent: 1, new RetrySettings(3, TimeSpan.Zero)),
        TimeProvider.System);
}
