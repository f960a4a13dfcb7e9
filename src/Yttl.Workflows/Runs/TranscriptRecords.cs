using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Reports;

namespace Yttl.Workflows.Runs;

/// <param name="Source">The source as <see cref="Core.Sources.Source.ToString"/> gives it.</param>
public sealed record TranscriptInput(
    string Source, LanguageTag? Language, SpeechOptions? Speech, SpeechExecution Execution);

/// <param name="Content">A <see cref="Core.Captions.Transcript"/>.</param>
/// <param name="Title">The video's title, untrusted.</param>
public sealed record StoredTranscript(ArtifactRef Content, string Title)
{
    /// <summary>Stores the transcript of a report by itself.</summary>
    public static async Task<StoredTranscript> FromAsync(
        Report report, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var from = report.Transcript;
        var transcript = new Transcript(from.Cues, from.Language, from.Source, from.Provider);
        return new StoredTranscript(
            await artifacts.WriteJsonAsync(transcript, CaptionsJson.Default.Transcript, cancellationToken), report.Video.Title);
    }
}
