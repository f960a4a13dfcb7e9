using Yttl.Core.Providers;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>The real client against a scripted server, on a clock that the spec moves.</summary>
internal sealed class ModelUnderSpec : IAsyncDisposable
{
    public const string Key = "sk-very-secret-0123456789";

    public static readonly Prompt Prompt = new("Summarise.", "BEGIN DATA 1\nhello\nEND DATA 1", 500);

    private ModelUnderSpec(LoopbackModel server, OpenAiLanguageModel client, ManualTime time)
    {
        Server = server;
        Client = client;
        Time = time;
    }

    public LoopbackModel Server { get; }

    public OpenAiLanguageModel Client { get; }

    public ManualTime Time { get; }

    public static async Task<ModelUnderSpec> StartAsync(params ModelAnswer[] answers) =>
        Around(await LoopbackModel.StartAsync(answers), settings => settings);

    /// <summary>No waits between attempts, no jitter, and whatever else <paramref name="change"/> says.</summary>
    public static ModelUnderSpec Around(LoopbackModel server, Func<LanguageModelSettings, LanguageModelSettings> change)
    {
        var time = new ManualTime();
        var settings = change(new LanguageModelSettings(
            "openai", server.BaseUrl, "test-model", Key, MaxConcurrent: 5, new RetrySettings(3, TimeSpan.Zero)));
        var client = new OpenAiLanguageModel(
            settings, time, ProviderConnection.CreateHttpClient(settings.AnswerBounds, TimeProvider.System), () => 0);
        return new ModelUnderSpec(server, client, time);
    }

    public Task<Completion> CompleteAsync() => Client.CompleteAsync(Prompt, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
