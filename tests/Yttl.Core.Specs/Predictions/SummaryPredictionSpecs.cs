using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Performance;
using Yttl.Core.Predictions;
using Yttl.Core.Segments;
using Yttl.Core.Specs.Summaries;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Prompting;
using Yttl.Core.Summaries.Steps;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Predictions;

/// <summary>What summaries will take is known before a model is called.</summary>
public sealed class SummaryPredictionSpecs
{
    private const string Title = "A talk";

    private static readonly LanguageTag English = LanguageTag.Parse("en", null);

    private static readonly SummaryOptions Options =
        new("openai", "gpt-5.4-mini", null, SummaryLength.Medium, SummaryStyle.Narrative, null) { InputTokens = 24_000 };

    private static readonly PriceTable Prices = new("EUR", new Dictionary<string, ModelPrice>
    {
        ["openai/gpt-5.4-mini"] = new(1m, 10m),
        ["openai/no-output-price"] = new(1m),
    });

    private readonly InMemoryArtifactStore _store = new();

    [Fact]
    public async Task Each_segment_takes_a_call_and_so_do_each_hour_and_the_whole()
    {
        var predicted = await PredictAsync([await HourAsync(0, 3), await HourAsync(1, 2)]);

        predicted.Segments.ShouldBe(5);
        predicted.CallsByLevel.ShouldBe(new CallsByLevel(Segments: 5, Hours: 2, Overall: 1));
        predicted.Calls.ShouldBe(8);
    }

    [Fact]
    public async Task A_single_part_is_consolidated_without_a_call()
    {
        (await PredictAsync([await HourAsync(0, 3)])).CallsByLevel.ShouldBe(new CallsByLevel(3, 1, 0));
        (await PredictAsync([await HourAsync(0, 1)])).CallsByLevel.ShouldBe(new CallsByLevel(1, 0, 0));
    }

    [Fact]
    public async Task Silence_and_music_take_no_call()
    {
        var hour = await HourAsync(0, 2);
        var music = await StoreAsync("♪ ♪", 2);
        var silence = new SegmentRef(3, Minutes(15), Minutes(20), Text: null);

        var predicted = await PredictAsync([hour with { Segments = [.. hour.Segments, music, silence] }]);

        predicted.CallsByLevel.ShouldBe(new CallsByLevel(2, 1, 0));
        (await PredictAsync([])).ShouldBe(new Prediction(0, new CallsByLevel(0, 0, 0), default)
        {
            Cost = 0, Currency = "EUR", Seconds = 0,
        });
    }

    [Fact]
    public async Task The_prompts_that_count_are_those_that_are_sent()
    {
        var hour = await HourAsync(0, 4);
        var model = new ScriptedModel(_ => "A point is made.");
        var step = new SummarizeSegmentStep(new LlmSummarizer(model, 24_000), new LlmSummarizer(model, 24_000), _store);
        foreach (var segment in hour.Segments)
            await step.RunAsync(new SegmentRequest(segment.Text!.Value, Title, Options), CancellationToken.None);
        var sent = model.Prompts.Sum(prompt => TokenEstimate.Estimate(prompt.System) + TokenEstimate.Estimate(prompt.User));

        var each = new List<Prediction>();
        foreach (var segment in hour.Segments)
            each.Add(await PredictAsync([hour with { Segments = [segment] }]));

        each.Sum(predicted => predicted.Tokens.Input).ShouldBe(sent);
        (await PredictAsync([hour])).Tokens.Input.ShouldBeGreaterThan(sent);
    }

    [Fact]
    public async Task A_segment_over_the_budget_takes_several_calls_and_one_that_merges_them()
    {
        var options = Options with { InputTokens = 400 };

        var predicted = await PredictAsync([await HourAsync(0, 1)], options);

        predicted.Segments.ShouldBe(1);
        predicted.CallsByLevel.Segments.ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData(SummaryLength.Short, SummaryLength.Medium)]
    [InlineData(SummaryLength.Medium, SummaryLength.Long)]
    public async Task Longer_summaries_take_more_tokens(SummaryLength shorter, SummaryLength longer)
    {
        IReadOnlyList<HourRef> hours = [await HourAsync(0, 3), await HourAsync(1, 2)];

        var (less, more) = (
            await PredictAsync(hours, Options with { Length = shorter }),
            await PredictAsync(hours, Options with { Length = longer }));

        more.Tokens.Output.ShouldBeGreaterThan(less.Tokens.Output);
        more.Tokens.Input.ShouldBeGreaterThan(less.Tokens.Input);
    }

    [Fact]
    public async Task The_cost_is_that_of_its_tokens_and_unknown_without_a_price()
    {
        IReadOnlyList<HourRef> hours = [await HourAsync(0, 3)];

        var predicted = await PredictAsync(hours);

        (predicted.Cost, predicted.Currency).ShouldBe(
            ((predicted.Tokens.Input + 10m * predicted.Tokens.Output) / 1_000_000m, "EUR"));
        foreach (var model in (string[])["another", "no-output-price"])
        {
            var unpriced = await PredictAsync(hours, Options with { Model = model });
            (unpriced.Cost, unpriced.Currency).ShouldBe((null, null));
        }
    }

    [Theory]
    [InlineData("local")]
    [InlineData("ollama")]
    public async Task A_server_of_the_user_costs_nothing(string provider) =>
        (await PredictAsync([await HourAsync(0, 3)], Options with { Provider = provider })).Cost.ShouldBe(0);

    [Fact]
    public async Task Without_a_model_there_are_no_calls_and_no_cost()
    {
        var predicted = await PredictAsync([await HourAsync(0, 3)], Options with { Provider = "extractive", Model = "" });

        (predicted.Segments, predicted.Calls, predicted.Tokens.Input, predicted.Cost).ShouldBe((3, 0, 0, 0));
    }

    [Fact]
    public async Task The_time_follows_from_the_measured_pace_and_is_unknown_without_one()
    {
        IReadOnlyList<HourRef> hours = [await HourAsync(0, 6)];

        (await PredictAsync(hours)).Seconds.ShouldBeNull();
        var predicted = await PredictAsync(hours, pace: new CallPace(TimeSpan.FromSeconds(2.5), AtOnce: 3));
        // Two rounds of three segments, and the hour after them.
        (predicted.Seconds, predicted.SecondsPerCall).ShouldBe((7.5, 2.5));
    }

    [Theory]
    [InlineData(2, 3, 7)]
    [InlineData(64, 3, 5)]
    public async Task The_window_of_the_run_and_what_the_provider_takes_both_bound_the_calls_at_once(
        int window, int taken, double seconds) =>
        (await PredictAsync([await HourAsync(0, 12)], pace: new CallPace(TimeSpan.FromSeconds(1), taken), window: window))
            .Seconds.ShouldBe(seconds);

    [Theory]
    [InlineData(1, 1, 0, 0, 1)]
    [InlineData(1, 24, 2, 1, 27)]
    [InlineData(64, 24, 2, 1, 3)]
    [InlineData(8, 24, 2, 1, 6)]
    [InlineData(8, 0, 0, 0, 0)]
    public void As_many_rounds_follow_each_other_as_the_window_makes_of_them(
        int window, int segments, int hours, int overall, int rounds) =>
        PredictSummariesStep.Rounds(new CallsByLevel(segments, hours, overall), window).ShouldBe(rounds);

    private async Task<Prediction> PredictAsync(
        IReadOnlyList<HourRef> hours, SummaryOptions? options = null, CallPace? pace = null, int window = 64) =>
        (await new PredictSummariesStep(_store, Prices, () => pace).RunAsync(
            new PredictionRequest(hours, Title, English, options ?? Options, window), CancellationToken.None)).Prediction;

    private async Task<HourRef> HourAsync(int index, int segments)
    {
        var stored = new List<SegmentRef>();
        for (var i = 0; i < segments; i++)
            stored.Add(await StoreAsync($"Segment {i} of hour {index} speaks of rivers, and of what is in them. ", 12 * index + i));
        return new HourRef(index, Minutes(60 * index), Minutes(60 * (index + 1)), stored);
    }

    private async Task<SegmentRef> StoreAsync(string text, int index)
    {
        var (start, end) = (Minutes(5 * index), Minutes(5 * (index + 1)));
        var cues = Enumerable.Range(0, 60).Select(i => new Cue(start + 5 * i * Second, start + 5 * (i + 1) * Second, text)).ToList();
        return new SegmentRef(index, start, end, await _store.WriteJsonAsync(
            new SegmentText(start, end, English, cues), SegmentsJson.Default.SegmentText, CancellationToken.None));
    }

    private static TimeSpan Second => TimeSpan.FromSeconds(1);

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
