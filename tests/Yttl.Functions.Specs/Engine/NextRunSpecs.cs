using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.Functions.Engine;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Functions.Specs.Engine;

/// <summary>The activities of several runs share one client of a provider.</summary>
public sealed class NextRunSpecs
{
    [Fact]
    public async Task A_provider_that_works_again_is_called_at_once_by_the_next_run_but_not_by_the_next_video_of_a_list()
    {
        var isDown = true;
        await using var model = await LoopbackModel.StartAsync(
            _ => isDown ? ModelAnswer.Error(503) : ModelAnswer.Text("A point is made."));
        using var client = new OpenAiLanguageModel(
            new LanguageModelSettings("openai", model.BaseUrl, "m", "sk-1", 1, new RetrySettings(1, TimeSpan.Zero)), new ManualTime());
        for (var call = 0; call < 5; call++)
            await Should.ThrowAsync<YttlException>(() => InActivityAsync("list:0", client));
        isDown = false;

        (await Should.ThrowAsync<YttlException>(() => InActivityAsync("list:1", client))).Failure.Code.ShouldBe("model.circuit-open");
        (await InActivityAsync("list-2:0", client)).Text.ShouldBe("A point is made.");
    }

    /// <summary>The run is known until the method ends.</summary>
    private static async Task<Completion> InActivityAsync(string run, OpenAiLanguageModel client)
    {
        RunIdentity.Enter(run);
        return await client.CompleteAsync(new Prompt("Summarise.", "hello", 500), default);
    }
}
