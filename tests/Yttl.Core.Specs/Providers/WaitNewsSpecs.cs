using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Specs.Summaries;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Providers;

/// <summary>What a person is told of waits.</summary>
public sealed class WaitNewsSpecs
{
    private readonly ManualTime _time = new();
    private readonly List<string> _told = [];

    [Theory]
    [InlineData(10, 0)]
    [InlineData(10.5, 1)]
    [InlineData(34, 1)]
    public void A_wait_of_over_ten_seconds_is_told(double seconds, int times)
    {
        News().Tell(TimeSpan.FromSeconds(seconds), "the provider asks for it");

        _told.Count.ShouldBe(times);
    }

    [Theory]
    [InlineData(33.2, "waiting 34 s: the provider asks for it")]
    [InlineData(300, "waiting 5 min: the provider asks for it")]
    public void It_says_how_long_and_why(double seconds, string line)
    {
        News().Tell(TimeSpan.FromSeconds(seconds), "the provider asks for it");

        _told.ShouldBe([line]);
    }

    [Fact]
    public void Waits_that_end_together_are_told_once()
    {
        var news = News();
        for (var call = 0; call < 20; call++)
            news.Tell(TimeSpan.FromSeconds(30 + call * 0.2), "the provider asks for it");
        news.Tell(TimeSpan.FromSeconds(60), "the provider asks for it");
        _time.Advance(TimeSpan.FromSeconds(61));
        news.Tell(TimeSpan.FromSeconds(30), "the provider asks for it");

        _told.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_call_that_waits_out_a_429_tells_it()
    {
        await using var server = await LoopbackModel.StartAsync(
            ModelAnswer.RateLimited(("Retry-After", "14")), ModelAnswer.Text("A summary."));
        var settings = new LanguageModelSettings(
            "groq", server.BaseUrl, "test-model", "sk-1", MaxConcurrent: 5, new RetrySettings(3, TimeSpan.Zero));
        using var model = new OpenAiLanguageModel(
            settings,
            _time,
            ProviderConnection.CreateHttpClient(settings.AnswerBounds, TimeProvider.System),
            () => 0,
            memory: null,
            News());

        var call = model.CompleteAsync(ModelUnderSpec.Prompt, CancellationToken.None);
        await _time.PendingAsync(TimeSpan.FromSeconds(14));
        _told.ShouldBe(["waiting 14 s: groq asks for it"]);
        _time.Advance(TimeSpan.FromSeconds(14));

        (await call).Text.ShouldBe("A summary.");
    }

    [Theory]
    [InlineData(FailureCategory.RateLimit, "waiting 20 s: groq asks for fewer calls")]
    [InlineData(FailureCategory.Network, "waiting 20 s: groq fails, and is tried again then")]
    public void A_wait_that_nothing_asked_for_has_its_reason_too(FailureCategory category, string line)
    {
        News().Before(TimeSpan.FromSeconds(20), "groq", new YttlException(category, "model.down", "Down.", transient: true));

        _told.ShouldBe([line]);
    }

    private WaitNews News() => new(_told.Add, _time);
}
