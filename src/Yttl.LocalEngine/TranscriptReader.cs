using Microsoft.Extensions.Logging;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Sources;
using Yttl.LocalEngine.Engine;
using Yttl.LocalEngine.Hosting;
using Yttl.LocalEngine.Results;
using Yttl.LocalEngine.Settings;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine;

/// <summary>Reads transcripts in this process, without summaries. One instance serves many calls at once.</summary>
/// <param name="logger">Receives unforeseen exceptions; null: they are not logged.</param>
public sealed class TranscriptReader(HostSettings settings, ILogger? logger = null) : IAsyncDisposable
{
    private readonly LocalHost _host = new(settings, logger);

    /// <summary>Reads the transcript of one video, from captions or by speech recognition.</summary>
    /// <param name="language">The language of the captions to use; null uses the original language.</param>
    /// <exception cref="YttlException">There is no transcript; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<VideoTranscript> ReadAsync(
        string source,
        LanguageTag? language,
        SpeechRecognitionOptions speech,
        IProgress<RunUpdate>? progress,
        CancellationToken cancellationToken)
    {
        var input = new TranscriptInput(
            Source.Parse(source).ToString(),
            language,
            _host.Speech.Options(speech),
            await _host.Speech.ExecutionAsync(sequential: false, cancellationToken));
        using var inUse = await _host.HoldContentAsync(cancellationToken);
        var result = await _host.Engine(Reuse.LookAgain).RunAsync(
            ReadTranscriptWorkflow.Definition, new RunId("transcript"), input, RunWatch.ProgressOf(source, progress), cancellationToken);
        if (result is not { Video: { } video, Transcript: { } transcript })
            throw new YttlException(result.Failure!);

        return new VideoTranscript(
            await _host.Artifacts.ReadJsonAsync(video.Info, SourcesJson.Default.Video, cancellationToken),
            await _host.Artifacts.ReadJsonAsync(transcript.Content, CaptionsJson.Default.Transcript, cancellationToken),
            result.Notes);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
