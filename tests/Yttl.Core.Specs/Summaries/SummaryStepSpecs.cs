using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Measuring;
using Yttl.Core.Segments;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Extractive;
using Yttl.Core.Summaries.Prompting;
using Yttl.Core.Summaries.Steps;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>What becomes of a summary that was asked for.</summary>
public sealed class SummaryStepSpecs
{
    private static readonly ExtractiveSummarizer Extractive = new();

    private static readonly SummaryOptions Options =
        new("openai", "m", null, SummaryLength.Short, SummaryStyle.Narrative, null);

    private static readonly ArtifactRef Unstored = ArtifactRef.Parse(new string('0', 64), null);

    private readonly InMemoryArtifactStore _store = new();

    [Fact]
    public async Task A_good_answer_is_stored_with_its_tokens()
    {
        var outcome = await SummarizeAsync(new ScriptedModel(_ => "A **summary**."));

        outcome.Status.ShouldBe(SummaryStatus.Ok);
        outcome.Failure.ShouldBeNull();
        outcome.Tokens.ShouldBe(new TokenUsage(10, 1));
        (await TextOf(outcome)).ShouldBe("A summary.");
    }

    [Theory]
    [InlineData(FailureCategory.Network)]
    [InlineData(FailureCategory.Authentication)]
    [InlineData(FailureCategory.RateLimit)]
    [InlineData(FailureCategory.Input)]
    public async Task When_the_provider_is_down_the_extractive_stands_in_and_says_why(FailureCategory category)
    {
        var outcome = await SummarizeAsync(new ScriptedModel(_ => throw new YttlException(category, "model.down", "It is down.")));

        outcome.Status.ShouldBe(SummaryStatus.Fallback);
        outcome.Failure.ShouldBe(new Failure(category, "model.down", "It is down."));
        (await TextOf(outcome)).ShouldBe("The tide rises.");
    }

    [Theory]
    [InlineData("model.refused")]
    [InlineData("model.bad-output")]
    [InlineData("model.error")]
    public async Task When_the_model_fails_at_this_text_it_is_a_gap(string code)
    {
        var outcome = await SummarizeAsync(new ScriptedModel(_ =>
            throw new YttlException(FailureCategory.Api, code, "No.", transient: true)));

        outcome.Status.ShouldBe(SummaryStatus.Failed);
        outcome.Failure!.Code.ShouldBe(code);
        outcome.Summary.ShouldBeNull();
    }

    [Fact]
    public async Task A_longer_wait_is_an_outcome_for_the_workflow_to_take()
    {
        var outcome = await SummarizeAsync(Asking(TimeSpan.FromSeconds(90)));

        outcome.ShouldBe(outcome with { RetryAfter = TimeSpan.FromSeconds(90), Summary = null, Failure = null });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task A_wait_that_the_call_has_taken_as_often_as_it_may_is_not_taken_again(int seconds) =>
        (await SummarizeAsync(Asking(TimeSpan.FromSeconds(seconds)))).Status.ShouldBe(SummaryStatus.Fallback);

    [Fact]
    public async Task A_wait_of_hours_is_not_taken() =>
        (await SummarizeAsync(Asking(TimeSpan.FromHours(7)))).Status.ShouldBe(SummaryStatus.Fallback);

    [Fact]
    public async Task When_the_extractive_was_chosen_its_summaries_are_ok()
    {
        var step = new SummarizeSegmentStep(Extractive, Extractive, _store);

        var outcome = await step.RunAsync(await RequestAsync("The tide rises."), CancellationToken.None);

        outcome.Status.ShouldBe(SummaryStatus.Ok);
        (await TextOf(outcome)).ShouldBe("The tide rises.");
    }

    [Fact]
    public async Task Without_speech_no_model_is_called()
    {
        var model = new ScriptedModel(_ => "The speaker explains music.");

        var outcome = await SummarizeAsync(model, "[Music]", "♪");

        outcome.Status.ShouldBe(SummaryStatus.Empty);
        outcome.Summary.ShouldBeNull();
        model.Prompts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Letters_beyond_the_basic_plane_are_words() =>
        (await SummarizeAsync(new ScriptedModel(_ => "A summary."), "𞤀𞤣𞤤𞤢𞤥 𞤆𞤵𞤤𞤢𞤪")).Status.ShouldBe(SummaryStatus.Ok);

    [Fact]
    public async Task Cancelling_is_not_an_outcome()
    {
        var step = new SummarizeSegmentStep(new LlmSummarizer(new ScriptedModel(_ => "A."), 5_000), Extractive, _store);

        await Should.ThrowAsync<OperationCanceledException>(
            async () => await step.RunAsync(await RequestAsync("The tide rises."), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_single_part_is_its_own_consolidation_without_a_call()
    {
        var model = new ScriptedModel(_ => "An hour.");
        var part = await PartAsync(0, "A part.");

        var outcome = await ConsolidateAsync(model, part);

        outcome.ShouldBe(new SummaryOutcome(SummaryStatus.Ok, part.Summary, null, null, default));
        model.Prompts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_no_model_is_to_be_asked_the_stand_in_writes_and_says_why()
    {
        var model = new ScriptedModel(_ => "An hour.");
        var up = new Failure(FailureCategory.Processing, "run.time-up", "The time is up.");
        PartRef[] parts = [await PartAsync(0, "The tide rises."), await PartAsync(1, "The moon pulls.")];

        var outcome = await new ConsolidateStep(new LlmSummarizer(model, 5_000), Extractive, _store).RunAsync(
            RequestOf(parts) with { WithoutModel = up }, CancellationToken.None);

        (outcome.Status, outcome.Failure).ShouldBe((SummaryStatus.Fallback, up));
        (await TextOf(outcome)).ShouldContain("The tide rises.");
        model.Prompts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_single_part_that_a_stand_in_wrote_stays_a_stand_ins()
    {
        var down = new Failure(FailureCategory.Network, "model.unreachable", "Down.");
        var part = (await PartAsync(0, "A part.")) with { Status = SummaryStatus.Fallback, Failure = down };

        var outcome = await ConsolidateAsync(new ScriptedModel(_ => "An hour."), part);

        outcome.ShouldBe(new SummaryOutcome(SummaryStatus.Fallback, part.Summary, down, null, default));
    }

    [Fact]
    public async Task Nothing_to_consolidate_is_empty() =>
        (await ConsolidateAsync(new ScriptedModel(_ => "An hour."))).Status.ShouldBe(SummaryStatus.Empty);

    [Fact]
    public async Task Parts_are_consolidated_in_their_order()
    {
        var model = new ScriptedModel(_ => "An hour.");

        var outcome = await ConsolidateAsync(model, await PartAsync(0, "First part."), await PartAsync(1, "Second part."));

        (await TextOf(outcome)).ShouldBe("An hour.");
        model.Prompts.ShouldHaveSingleItem().User.ShouldContain("---\n[1] First part.\n---\n[2] Second part.");
    }

    [Fact]
    public async Task Without_a_model_the_whole_is_chosen_from_all_that_was_said()
    {
        string[][] said =
        [
            ["I had coffee this morning.", "Harrison built a clock in 1759 that lost five seconds at sea."],
            ["My brother lives in Bremen.", "The moon pulls the water of the sea, and the tide rises."],
        ];
        var spoken = new List<ArtifactRef>();
        foreach (var cues in said)
            spoken.Add((await RequestAsync(cues)).Text);
        PartRef[] parts = [await PartAsync(0, said[0][0]), await PartAsync(1, said[1][0])];

        var outcome = await new ConsolidateStep(Extractive, Extractive, _store).RunAsync(
            RequestOf(parts) with { Spoken = spoken }, CancellationToken.None);

        (await TextOf(outcome)).ShouldContain("Harrison built a clock");
        (await TextOf(outcome)).ShouldContain("the tide rises");
    }

    [Fact]
    public async Task Of_days_of_talk_the_whole_is_chosen_from_the_summaries_of_its_parts_and_is_not_read_again()
    {
        var day = Enumerable.Range(0, 20_000).Select(i => $"The moon pulls the water of sea {i}.").ToArray();
        var texts = new[] { (await RequestAsync(day)).Text, (await RequestAsync(day)).Text, Unstored };
        PartRef[] parts = [await PartAsync(0, "Harrison built a clock in 1759."), await PartAsync(1, "Each pilot prints a table.")];

        var outcome = await new ConsolidateStep(Extractive, Extractive, _store).RunAsync(
            RequestOf(parts) with { Spoken = texts }, CancellationToken.None);

        (await TextOf(outcome)).ShouldBe("Harrison built a clock in 1759. Each pilot prints a table.");
    }

    [Fact]
    public async Task A_consolidation_falls_back_like_a_segment()
    {
        var model = new ScriptedModel(_ => throw new YttlException(FailureCategory.Network, "model.unreachable", "Down."));

        var outcome = await ConsolidateAsync(model, await PartAsync(0, "First part."), await PartAsync(1, "Second thing."));

        outcome.Status.ShouldBe(SummaryStatus.Fallback);
        (await TextOf(outcome)).ShouldBe("First part. Second thing.");
    }

    [Fact]
    public async Task A_provider_that_limits_for_long_is_told_to_the_workflow_through_the_real_client()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.RateLimited(("Retry-After", "45")));

        (await SummarizeAsync(model.Client)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(45));
    }

    [Fact]
    public async Task What_a_model_wrote_is_kept_even_when_the_run_is_stopped_that_moment()
    {
        using var stop = new CancellationTokenSource();
        var model = new ScriptedModel(_ =>
        {
            stop.Cancel();
            return "A summary.";
        });
        var step = new SummarizeSegmentStep(new LlmSummarizer(model, 5_000), Extractive, _store);

        (await TextOf(await step.RunAsync(await RequestAsync("The tide rises."), stop.Token))).ShouldBe("A summary.");
    }

    private static ScriptedModel Asking(TimeSpan wait) => new(_ => throw new YttlException(
        FailureCategory.RateLimit, "model.rate-limited", "Slow down.", transient: true) { RetryAfter = wait });

    private async Task<SummaryOutcome> SummarizeAsync(ILanguageModel model, params string[] cues)
    {
        var step = new SummarizeSegmentStep(new LlmSummarizer(model, 5_000), Extractive, _store);
        return await step.RunAsync(await RequestAsync(cues is [] ? ["The tide rises."] : cues), CancellationToken.None);
    }

    private Task<SummaryOutcome> ConsolidateAsync(ILanguageModel model, params PartRef[] parts) =>
        new ConsolidateStep(new LlmSummarizer(model, 5_000), Extractive, _store).RunAsync(RequestOf(parts), CancellationToken.None);

    private static ConsolidationRequest RequestOf(PartRef[] parts) => new(
        ConsolidationLevel.Hour, TimeSpan.Zero, TimeSpan.FromHours(1), "Title", LanguageTag.Parse("en", null), parts, Options);

    private async Task<SegmentRequest> RequestAsync(params string[] cues)
    {
        var segment = new SegmentText(TimeSpan.Zero, TimeSpan.FromMinutes(5), LanguageTag.Parse("en", null),
            [.. cues.Select((text, i) => new Cue(TimeSpan.FromSeconds(i), TimeSpan.FromSeconds(i + 1), text))]);
        return new SegmentRequest(
            await _store.WriteJsonAsync(segment, SegmentsJson.Default.SegmentText, CancellationToken.None), "Title", Options);
    }

    private async Task<PartRef> PartAsync(int index, string text) => new(
        TimeSpan.FromMinutes(5 * index), TimeSpan.FromMinutes(5 * index + 5),
        await _store.WriteJsonAsync(new Summary(text), SummariesJson.Default.Summary, CancellationToken.None),
        SummaryStatus.Ok, null);

    private async Task<string> TextOf(SummaryOutcome outcome) =>
        (await _store.ReadJsonAsync(outcome.Summary!.Value, SummariesJson.Default.Summary, CancellationToken.None)).Text;
}
