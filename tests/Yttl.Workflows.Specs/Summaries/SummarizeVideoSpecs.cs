using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.Workflows.Specs.Summaries;

public sealed class SummarizeVideoSpecs
{
    [Theory, EveryEngine]
    public async Task Every_segment_every_hour_and_the_whole_are_summarised_once(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { SegmentsPerHour = [3, 2] };

        var result = await RunAsync(engine, pipeline);

        result.Status.ShouldBe(RunStatus.Complete);
        result.Files.ShouldBe(["out/report.html"]);
        result.Notes.ShouldBe(["one note"]);
        pipeline.Calls.ShouldBe(
            [
                "text 0", "text 1", "text 2", "text 3", "text 4",
                "Hour of summary of text 0, summary of text 1, summary of text 2",
                "Hour of summary of text 3, summary of text 4",
                "Overall of Hour 0, Hour 15",
            ],
            ignoreOrder: true);
    }

    [Theory, EveryEngine]
    public async Task The_report_gets_outcomes_in_input_order_whatever_order_they_came_in(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { SegmentsPerHour = [4, 3] };

        await RunAsync(engine, pipeline, window: 7);

        pipeline.Rendered!.Segments.Select(outcome => pipeline.TextOf(outcome.Summary!.Value))
            .ShouldBe(Enumerable.Range(0, 7).Select(i => $"summary of text {i}"));
        pipeline.Rendered.HourSummaries.Select(outcome => pipeline.TextOf(outcome.Summary!.Value))
            .ShouldBe(["Hour 0", "Hour 20"]);
        pipeline.TextOf(pipeline.Rendered.Overall.Summary!.Value).ShouldBe("Overall 0");
    }

    [Theory, EveryEngine]
    public async Task A_failed_segment_is_an_outcome_and_is_left_out_of_its_hour(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            SegmentsPerHour = [3],
            SummarizeSegment = (text, _) => text == "text 1" ? FakePipeline.Failed() : null,
        };

        var result = await RunAsync(engine, pipeline);

        result.Failure.ShouldBeNull();
        pipeline.Rendered!.Segments[1].Failure.ShouldBe(FakePipeline.SomeFailure);
        pipeline.Calls.ShouldContain("Overall of summary of text 0, summary of text 2");
    }

    [Theory, EveryEngine]
    public async Task A_segment_whose_step_throws_is_a_failed_segment(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            SummarizeSegment = (text, _) => text == "text 0"
                ? throw new YttlException(FailureCategory.Network, "model.unreachable", "Down.")
                : null,
        };

        await RunAsync(engine, pipeline);

        pipeline.Rendered!.Segments[0].Failure!.Code.ShouldBe("model.unreachable");
        pipeline.Rendered.Segments[1].Status.ShouldBe(SummaryStatus.Ok);
    }

    [Theory, EveryEngine]
    public async Task A_transient_exception_is_repeated_by_the_engine(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            SummarizeSegment = (text, before) => text == "text 0" && before < 2
                ? throw new YttlException(FailureCategory.Network, "model.unreachable", "Down.", transient: true)
                : null,
        };

        await RunAsync(engine, pipeline);

        pipeline.Rendered!.Segments[0].Status.ShouldBe(SummaryStatus.Ok);
        pipeline.Calls.Count(call => call == "text 0").ShouldBe(3);
    }

    [Theory, EveryEngine]
    public async Task An_hour_that_fails_is_represented_by_its_segments_in_the_overall_summary(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            SegmentsPerHour = [2, 1],
            Consolidate = request => request is { Level: ConsolidationLevel.Hour, Start.Ticks: 0 } ? FakePipeline.Failed() : null,
        };

        await RunAsync(engine, pipeline);

        pipeline.Calls.ShouldContain("Overall of summary of text 0, summary of text 1, Hour 10");
        pipeline.Rendered!.HourSummaries[0].Status.ShouldBe(SummaryStatus.Failed);
    }

    [Theory, EveryEngine]
    public async Task Silent_segments_cost_no_call_and_are_empty(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { SegmentsPerHour = [2, 2], SilentSegments = [1, 2, 3] };

        await RunAsync(engine, pipeline);

        pipeline.Rendered!.Segments.Skip(1).ShouldAllBe(outcome => outcome.Status == SummaryStatus.Empty);
        pipeline.Rendered.HourSummaries[1].Status.ShouldBe(SummaryStatus.Empty);
        pipeline.Calls.ShouldBe(["text 0", "Hour of summary of text 0", "Overall of Hour 0"]);
    }

    [Theory, EveryEngine]
    public async Task A_segment_that_could_not_be_heard_is_a_failed_one_and_costs_no_call(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { SegmentsPerHour = [2], UnheardSegments = [1] };

        await RunAsync(engine, pipeline);

        pipeline.Rendered!.Segments[1].Status.ShouldBe(SummaryStatus.Failed);
        pipeline.Rendered.Segments[1].Failure.ShouldBe(FakePipeline.SomeFailure);
        pipeline.Calls.ShouldBe(["text 0", "Overall of summary of text 0", "Overall of Overall 0"]);
    }

    [Theory, EveryEngine]
    public async Task When_every_segment_fails_nothing_is_consolidated_and_the_overall_says_why(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline { SegmentsPerHour = [1, 1], SummarizeSegment = (_, _) => FakePipeline.Failed() };

        await RunAsync(engine, pipeline);

        pipeline.Calls.ShouldBe(["text 0", "text 1"], ignoreOrder: true);
        pipeline.Rendered!.Overall.Failure.ShouldBe(FakePipeline.SomeFailure);
    }

    [Theory, EveryEngine]
    public async Task A_wait_that_a_provider_asks_for_is_taken_and_the_call_made_again(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            SummarizeSegment = (text, before) => text == "text 0" && before == 0 ? RetryAfter(TimeSpan.FromMinutes(2)) : null,
        };

        await RunAsync(engine, pipeline, window: 1);

        pipeline.Calls.Take(3).ShouldBe(["text 0", "text 1", "text 0"], "while it waits, another part has its slot");
        pipeline.Rendered!.Segments[0].Status.ShouldBe(SummaryStatus.Ok);
    }

    [Theory, EveryEngine]
    public async Task Waits_beyond_the_budget_make_the_segment_a_failed_one(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            SummarizeSegment = (text, _) => text == "text 0" ? RetryAfter(TimeSpan.FromMinutes(25)) : null,
        };

        await RunAsync(engine, pipeline);

        pipeline.Calls.Count(call => call == "text 0").ShouldBe(3);
        pipeline.Rendered!.Segments[0].Failure!.Category.ShouldBe(FailureCategory.RateLimit);
        pipeline.Rendered!.Segments[0].Failure!.Code.ShouldBe("model.rate-limited");
    }

    [Theory, EveryEngine]
    public async Task A_source_that_cannot_be_resolved_fails_the_run_with_its_reason(EngineUnderTest engine)
    {
        var failure = new Failure(FailureCategory.Unavailable, "video.private", "Private.");

        var result = await RunAsync(engine, new FakePipeline { Resolve = _ => new ResolveOutcome(null, failure) });

        result.ShouldSatisfyAllConditions(
            () => result.Status.ShouldBe(RunStatus.Failed),
            () => result.Failure.ShouldBe(failure),
            () => result.Files.ShouldBeEmpty());
    }

    [Theory, EveryEngine]
    public async Task Without_a_transcript_there_is_no_summary(EngineUnderTest engine)
    {
        var failure = new Failure(FailureCategory.Unavailable, "captions.none", "No captions.");
        var pipeline = new FakePipeline { ReadCaptions = () => new CaptionsOutcome(null, ["left one"], failure) };

        var result = await RunAsync(engine, pipeline);

        result.Status.ShouldBe(RunStatus.Failed);
        result.Failure.ShouldBe(failure);
        result.Notes.ShouldBe(["left one"]);
        pipeline.Calls.ShouldBeEmpty();
        pipeline.Rendered.ShouldBeNull();
    }

    [Theory, EveryEngine]
    public async Task SponsorBlock_is_asked_only_when_wanted_and_its_note_is_kept(EngineUnderTest engine)
    {
        var without = new FakePipeline();
        await RunAsync(engine, without);
        without.Rendered!.Removed.ShouldBeEmpty();

        var with = new FakePipeline();
        await RunAsync(engine, with, sponsorBlock: ["sponsor"]);
        with.Rendered!.Removed.Count.ShouldBe(1);
        with.Rendered.Notes.ShouldBe(["one note", "a note"]);
    }

    [Theory]
    [InlineData(null, "without a language model")]
    [InlineData("en-GB", "without a language model")]
    [InlineData("de", "cannot translate")]
    public async Task Extractive_summaries_are_called_so_and_never_said_to_be_translated(string? wanted, string lastNote)
    {
        var pipeline = new FakePipeline();
        var output = wanted is null ? default(LanguageTag?) : LanguageTag.Parse(wanted, null);
        var input = Input(window: 1, []);
        input = input with
        {
            Options = input.Options with
            {
                Summary = input.Options.Summary with { Provider = "extractive", OutputLanguage = output },
            },
        };

        var result = await new EngineUnderTest("in process", null).RunAsync(
            SummarizeVideoWorkflow.Definition, input, pipeline.Steps());

        result.Notes[^1].ShouldContain(lastNote);
        pipeline.Rendered!.SummaryLanguage.ShouldBe(LanguageTag.Parse("en", null));
    }

    [Theory, EveryEngine]
    public async Task Why_parts_are_not_as_asked_is_said_once_for_each_reason(EngineUnderTest engine)
    {
        var down = new Failure(FailureCategory.Network, "model.unreachable", "The provider is down.");
        FakePipeline pipeline = null!;
        pipeline = new FakePipeline
        {
            SegmentsPerHour = [4],
            SummarizeSegment = (text, _) => text switch
            {
                "text 0" or "text 1" => pipeline.Ok(text) with { Status = SummaryStatus.Fallback, Failure = down },
                "text 2" => FakePipeline.Failed(),
                "text 3" => pipeline.Ok(text) with { Note = "The model repeated itself." },
                _ => null,
            },
        };

        var result = await RunAsync(engine, pipeline);

        result.Notes.Skip(1).ShouldBe(
            [
                "2 of 6 summaries fell back to extractive: The provider is down.",
                "1 of 6 summaries could not be made: The model refused.",
                "1 of 6 summaries: The model repeated itself.",
            ]);
    }

    [Theory, EveryEngine]
    public async Task What_only_the_stand_in_wrote_is_in_the_transcripts_language(EngineUnderTest engine)
    {
        var down = new Failure(FailureCategory.Network, "model.unreachable", "The provider is down.");
        FakePipeline pipeline = null!;
        SummaryOutcome StandIn() => pipeline.Ok("own words") with { Status = SummaryStatus.Fallback, Failure = down };
        pipeline = new FakePipeline { SummarizeSegment = (_, _) => StandIn(), Consolidate = _ => StandIn() };
        var input = Input(window: 2, []);
        input = input with
        {
            Options = input.Options with
            {
                Summary = input.Options.Summary with { OutputLanguage = LanguageTag.Parse("ar", null) },
            },
        };

        await engine.RunAsync(SummarizeVideoWorkflow.Definition, input, pipeline.Steps());

        pipeline.Rendered!.SummaryLanguage.ShouldBe(LanguageTag.Parse("en", null));
    }

    [Theory, EveryEngine]
    public async Task A_report_that_cannot_be_written_fails_the_run(EngineUnderTest engine)
    {
        var failure = new Failure(FailureCategory.Input, "output.unwritable", "No.");
        var pipeline = new FakePipeline { Render = () => new ReportOutcome(null, RunStatus.Failed, 0, [], failure) };

        (await RunAsync(engine, pipeline)).Failure.ShouldBe(failure);
    }

    [Theory, EveryEngine]
    public async Task When_nothing_could_be_summarised_the_run_fails_with_the_reason(EngineUnderTest engine)
    {
        var pipeline = new FakePipeline
        {
            SummarizeSegment = (_, _) => FakePipeline.Failed(),
            Render = () => new ReportOutcome(null, RunStatus.Failed, 2, ["out/report.html"], null),
        };

        (await RunAsync(engine, pipeline)).Failure.ShouldBe(FakePipeline.SomeFailure);
    }

    [Theory, EveryEngine]
    public async Task Once_the_store_cannot_be_written_no_model_is_asked_for_what_would_be_lost(EngineUnderTest engine)
    {
        var full = new YttlException(FailureCategory.Processing, IArtifactStore.WriteFailed, "No space left.");
        var pipeline = new FakePipeline
        {
            SegmentsPerHour = [3, 2],
            SummarizeSegment = (text, _) => text == "text 1" ? throw full : null,
        };

        await RunAsync(engine, pipeline, window: 1);

        pipeline.Calls.ShouldBe(["text 0", "text 1"]);
        pipeline.Rendered!.Segments.Skip(1).ShouldAllBe(outcome => outcome.Failure == full.Failure);
    }

    [Fact]
    public async Task Progress_counts_every_part_and_ends_at_the_total()
    {
        var seen = new List<RunProgress>();
        var engine = new EngineUnderTest("in process", null);

        await engine.RunAsync(
            SummarizeVideoWorkflow.Definition, Input(window: 2, []), new FakePipeline { SegmentsPerHour = [3, 1] }.Steps(),
            (_, progress) => seen.Add(progress));

        var counts = seen.Where(progress => progress.Phase == RunPhase.Summaries).ToList();
        counts.Select(progress => progress.Done).ShouldBe(Enumerable.Range(0, 8));
        counts.ShouldAllBe(progress => progress.Total == 7 && progress.Title == "A title");
    }

    private static SummaryOutcome RetryAfter(TimeSpan wait) => new(SummaryStatus.Failed, null, null, wait, default);

    private static Task<VideoResult> RunAsync(
        EngineUnderTest engine, FakePipeline pipeline, int window = 3, IReadOnlyList<string>? sponsorBlock = null) =>
        engine.RunAsync(SummarizeVideoWorkflow.Definition, Input(window, sponsorBlock ?? []), pipeline.Steps());

    private static RunInput Input(int window, IReadOnlyList<string> sponsorBlock) => new(
        "source",
        new RunOptions(
            null, null, sponsorBlock, new SummaryOptions("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null)),
        new ExecutionOptions(window, [ReportFormat.Html], "out"));
}
