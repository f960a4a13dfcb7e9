using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Providers;
using Yttl.Core.Segments;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Extractive;
using Yttl.Core.Summaries.Prompting;
using Yttl.Core.Summaries.Steps;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Summaries;

/// <summary>Who writes while the chosen provider is down.</summary>
public sealed class FallbackSpecs
{
    private static readonly SummaryOptions Options =
        new("openai", "m", null, SummaryLength.Short, SummaryStyle.Narrative, null);

    private static readonly ScriptedModel Writing = new(_ => "By another.");

    private readonly InMemoryArtifactStore _store = new();

    [Theory]
    [InlineData(FailureCategory.Network, CallBreaker.OpenCode)]
    [InlineData(FailureCategory.Network, "model.unavailable")]
    [InlineData(FailureCategory.Authentication, "model.key-refused")]
    [InlineData(FailureCategory.Input, "model.not-found")]
    public async Task While_a_provider_is_down_the_next_one_allowed_writes_and_is_named(FailureCategory category, string code)
    {
        var outcome = await SummarizeAsync(Failing(category, code), ("groq", Writing));

        outcome.Status.ShouldBe(SummaryStatus.Ok);
        outcome.WrittenBy.ShouldBe("groq");
        outcome.Failure.ShouldBeNull();
        var summary = await SummaryOf(outcome);
        (summary.Text, summary.WrittenBy).ShouldBe(("By another.", "groq"));
    }

    [Fact]
    public async Task They_are_asked_in_their_order()
    {
        var outcome = await SummarizeAsync(
            Failing(FailureCategory.Network, "a"), ("groq", Failing(FailureCategory.Authentication, "b")), ("local", Writing));

        outcome.WrittenBy.ShouldBe("local");
    }

    [Fact]
    public async Task While_the_chosen_provider_answers_no_other_gets_the_text()
    {
        var other = new ScriptedModel(_ => "By another.");

        var outcome = await SummarizeAsync(new ScriptedModel(_ => "By the chosen."), ("groq", other));

        outcome.WrittenBy.ShouldBeNull();
        other.Prompts.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_model_says_about_a_text_is_final()
    {
        var other = new ScriptedModel(_ => "By another.");

        var outcome = await SummarizeAsync(Failing(FailureCategory.Api, "model.refused"), ("groq", other));

        outcome.Status.ShouldBe(SummaryStatus.Failed);
        other.Prompts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wait_that_the_chosen_one_asks_for_is_taken()
    {
        var other = new ScriptedModel(_ => "By another.");
        var asking = new ScriptedModel(_ => throw new YttlException(FailureCategory.RateLimit, "model.rate-limited", "Wait.", transient: true)
        {
            RetryAfter = TimeSpan.FromSeconds(45),
        });

        var outcome = await SummarizeAsync(asking, ("groq", other));

        outcome.RetryAfter.ShouldBe(TimeSpan.FromSeconds(45));
        other.Prompts.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_all_are_down_the_extractive_stands_in_and_says_why_the_chosen_one_did_not_write()
    {
        var outcome = await SummarizeAsync(
            Failing(FailureCategory.Network, CallBreaker.OpenCode), ("groq", Failing(FailureCategory.Authentication, "model.key-refused")));

        outcome.Status.ShouldBe(SummaryStatus.Fallback);
        outcome.Failure!.Code.ShouldBe(CallBreaker.OpenCode);
        outcome.WrittenBy.ShouldBeNull();
        (await SummaryOf(outcome)).Text.ShouldBe("The tide rises.");
    }

    private static ScriptedModel Failing(FailureCategory category, string code) =>
        new(_ => throw new YttlException(category, code, "No.", transient: category == FailureCategory.Network));

    private async Task<SummaryOutcome> SummarizeAsync(ILanguageModel first, params (string Provider, ILanguageModel Model)[] others)
    {
        var chain = new FallbackSummarizer(
            new LlmSummarizer(first, 24_000),
            [.. others.Select(other => (other.Provider, (ISummarizer)new LlmSummarizer(other.Model, 24_000)))]);
        var text = new SegmentText(
            TimeSpan.Zero, TimeSpan.FromMinutes(5), LanguageTag.Parse("en", null),
            [new Cue(TimeSpan.Zero, TimeSpan.FromSeconds(5), "The tide rises.")]);
        var segment = await _store.WriteJsonAsync(text, SegmentsJson.Default.SegmentText, CancellationToken.None);
        return await new SummarizeSegmentStep(chain, new ExtractiveSummarizer(), _store).RunAsync(
            new SegmentRequest(segment, "Tides", Options), CancellationToken.None);
    }

    private Task<Summary> SummaryOf(SummaryOutcome outcome) =>
        _store.ReadJsonAsync(outcome.Summary!.Value, SummariesJson.Default.Summary, CancellationToken.None);
}
