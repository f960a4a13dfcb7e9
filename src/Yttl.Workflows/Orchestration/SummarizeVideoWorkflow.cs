using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Performance;
using Yttl.Core.Predictions;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.SponsorBlock;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>Runs one video from its source to its report.</summary>
public static class SummarizeVideoWorkflow
{
    public static readonly Workflow<RunInput, VideoResult> Definition = new(
        "summarize-video", RunAsync, RunsJson.Default.RunInput, RunsJson.Default.VideoResult);

    private static async Task<VideoResult> RunAsync(WorkflowContext context, RunInput input)
    {
        var result = await SummarizeAsync(context, input);
        var notes = await RunCallback.SendAsync(context, input.Callback, CallbackDocument.From(result));
        return result with { Notes = [.. result.Notes, .. notes] };
    }

    private static async Task<VideoResult> SummarizeAsync(WorkflowContext context, RunInput input)
    {
        var (time, started) = (new RunDeadline(context, input.Execution.TimeLimit), context.Now);
        ResolvedVideo? video = null;
        try
        {
            var reading = await TranscriptReading.RunAsync(
                context, input.Source, input.Options.Language, input.Options.Speech, input.Execution.Speech, time,
                input.Options.Title);
            video = reading.Video;
            if (video is null || reading.Transcript is not { } transcript)
                return Failed(context, input, video, reading.Failure!, reading.Notes);

            var cut = await RemoveSponsorsAsync(context, input.Options, video, transcript);
            var sections = await DivideAsync(context, input.Options, video, cut);
            var predicted = input.Options.Summary.IsExtractive
                ? null
                : await PredictAsync(context, input, video, cut.Transcript, sections);
            if (predicted is not null && CostLimit.Check(predicted, input.Execution.MaxCost, input.Options.Summary) is { } tooMuch)
                return Failed(context, input, video, tooMuch, reading.Notes);
            var asleep = input.Execution.OnDemand
                ? await ModelReadiness.AwaitAsync(context, ModelRole.Summaries, time)
                : null;
            var summaries = await new SummaryFanOut(
                context, input, time, video, cut.Transcript, sections.Hours).RunAsync();
            string[] notes =
            [
                .. reading.Notes,
                .. RunNotes.From(cut),
                .. RunNotes.From(sections),
                .. RunNotes.From(input.Options.Summary, transcript.Language),
                .. RunNotes.From(asleep, summaries),
                .. RunNotes.From(summaries),
            ];
            var report = await RenderAsync(context, input, video, cut, sections, predicted, summaries, notes, started);
            return report.Failure is { } unwritten
                ? Failed(context, input, video, unwritten, reading.Notes)
                : new VideoResult(
                    context.RunId, input.Source, report.Status, video.Id, video.Title,
                    report.Report, report.Files, report.Gaps, notes, WhyNothing(report, summaries))
                {
                    Duration = video.Duration ?? (sections.Hours is [.., var last] ? last.End : null),
                    Lead = report.Lead,
                    Replaced = report.Replaced,
                    Retries = report.Retries,
                    Errors = report.Errors,
                };
        }
        catch (StepFailedException e)
        {
            return Failed(context, input, video, e.Failure, []);
        }
    }

    internal static Task<SponsorBlockOutcome> RemoveSponsorsAsync(
        WorkflowContext context, RunOptions options, ResolvedVideo video, TranscriptRef transcript) =>
        options.SponsorBlock.Count == 0
            ? Task.FromResult(new SponsorBlockOutcome(transcript, [], null))
            : context.CallAsync(
                Steps.RemoveSponsors, new SponsorBlockRequest(video.Info, transcript, options.SponsorBlock));

    internal static Task<SectionOutcome> DivideAsync(
        WorkflowContext context, RunOptions options, ResolvedVideo video, SponsorBlockOutcome cut) =>
        context.CallAsync(
            Steps.Section,
            new SectionRequest(
                cut.Transcript.Content, video.Info, cut.Removed, options.Sections ?? SectionOptions.Default));

    /// <summary>Predicts the summaries, from the prompts that <see cref="SummaryFanOut"/> will send.</summary>
    internal static async Task<Prediction> PredictAsync(
        WorkflowContext context, RunInput input, ResolvedVideo video, TranscriptRef transcript, SectionOutcome sections)
    {
        var predicted = await context.CallAsync(Steps.PredictSummaries, new PredictionRequest(
            sections.Hours,
            video.Title,
            transcript.Language,
            input.Options.Summary with { InputTokens = input.Execution.InputTokens },
            input.Execution.Window));
        return predicted.Prediction;
    }

    private static async Task<ReportOutcome> RenderAsync(
        WorkflowContext context,
        RunInput input,
        ResolvedVideo video,
        SponsorBlockOutcome cut,
        SectionOutcome sections,
        Prediction? predicted,
        VideoSummaries summaries,
        string[] notes,
        DateTimeOffset started)
    {
        context.Report(new RunProgress(RunPhase.Report, 0, 1, video.Title));
        var spoken = cut.Transcript.Language;
        var report = await context.CallAsync(Steps.RenderReport, new ReportRequest(
            video.Info, cut.Transcript, sections.Hours,
            summaries.Segments, summaries.Hours, summaries.Overall,
            cut.Removed, notes, input.Execution.Formats, input.Execution.OutputFolder,
            summaries.AnyByModel ? input.Options.Summary.WrittenIn(spoken) : spoken)
        {
            Started = started,
            WrittenBy = summaries.WrittenBy(input.Options.Summary),
            NoTranscript = input.Execution.NoTranscript,
            Predicted = predicted,
        });
        context.Report(new RunProgress(RunPhase.Report, 1, 1, video.Title));
        return report;
    }

    private static Failure? WhyNothing(ReportOutcome report, VideoSummaries summaries) =>
        report.Status is RunStatus.Failed ? summaries.Overall.Failure : null;

    private static VideoResult Failed(
        WorkflowContext context, RunInput input, ResolvedVideo? video, Failure failure, IReadOnlyList<string> notes) =>
        VideoResult.Failed(context.RunId, input.Source, failure) with
        {
            Id = video?.Id,
            Title = video?.Title,
            Notes = notes,
        };
}
