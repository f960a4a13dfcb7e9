using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Sources;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>The first part of every run: resolves the source and reads its transcript.</summary>
internal static class TranscriptReading
{
    /// <returns>Its notes say where the language asked for could not be followed.</returns>
    public static async Task<TranscriptResult> RunAsync(
        WorkflowContext context,
        string source,
        LanguageTag? language,
        SpeechOptions? speech,
        SpeechExecution execution,
        RunDeadline time,
        string? title = null)
    {
        var result = await ReadAsync(context, source, language, speech, execution, time, title);
        return result with { Notes = [.. result.Notes, .. RunNotes.From(language, result.Transcript)] };
    }

    private static async Task<TranscriptResult> ReadAsync(
        WorkflowContext context,
        string source,
        LanguageTag? language,
        SpeechOptions? speech,
        SpeechExecution execution,
        RunDeadline time,
        string? title)
    {
        context.Report(new RunProgress(RunPhase.Resolve, 0, 1, null));
        var resolved = await context.CallAsync(Steps.Resolve, new ResolveRequest(source) { Title = title });
        if (resolved.Video is not { } video)
            return new TranscriptResult(null, null, [], resolved.Failure);
        if (speech is { Force: true })
            return await new SpeechReading(context, video, language, speech, execution, time).RunAsync();

        context.Report(new RunProgress(RunPhase.Captions, 0, 1, video.Title));
        var captions = await context.CallAsync(Steps.ReadCaptions, new CaptionsRequest(video.Info, language));
        if (speech is null || captions.Transcript is not null)
            return new TranscriptResult(video, captions.Transcript, captions.Notes, captions.Failure);

        var recognized = await new SpeechReading(context, video, language, speech, execution, time).RunAsync();
        return recognized with
        {
            Notes = [.. captions.Notes, .. recognized.Notes],
            Failure = recognized.Failure is { Code: "audio.none" } ? captions.Failure : recognized.Failure,
        };
    }
}

/// <summary>A source's transcript, or why there is none.</summary>
/// <param name="Video">Null when the source could not be resolved.</param>
/// <param name="Transcript">Null when <paramref name="Failure"/> is set.</param>
/// <param name="Notes">How the transcript came to be, where a reader should know it: one sentence each.</param>
public sealed record TranscriptResult(
    ResolvedVideo? Video, TranscriptRef? Transcript, IReadOnlyList<string> Notes, Failure? Failure);
