using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;

namespace Yttl.Workflows;

/// <summary>What one video's run depends on, apart from its source.</summary>
/// <param name="Language">Wanted language of the captions; null follows the original.</param>
/// <param name="SponsorBlock">Categories to remove; empty removes nothing and asks nobody.</param>
/// <param name="Speech">How speech is recognised where there are no captions; null where nothing recognises it.</param>
/// <param name="Window">Steps in flight at once, at least 1; constant for the run.</param>
public sealed record RunOptions(
    LanguageTag? Language,
    SpeechOptions? Speech,
    IReadOnlyList<string> SponsorBlock,
    SummaryOptions Summary,
    int Window,
    IReadOnlyList<ReportFormat> Formats,
    string OutputFolder)
{
    /// <summary>
    /// After how long nothing more is begun: what is missing then is a gap, for the next run. Null for no end.
    /// </summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Whether who writes is scaled to zero while nobody calls, and takes minutes to come up.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OnDemand { get; init; }
}

/// <summary>How audio becomes text.</summary>
/// <param name="Capacity">Shapes the plan, and is the window of the calls.</param>
/// <param name="Force">Captions are passed over.</param>
public sealed record SpeechOptions(
    SpeechModel Model,
    SilenceSettings Silence,
    ChunkOptions Chunks,
    RecognizerProfile Recognizer,
    ChunkCapacity Capacity,
    bool Force)
{
    /// <summary>Whether who listens is scaled to zero while nobody calls, and takes minutes to come up.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OnDemand { get; init; }
}

/// <param name="Source">The source as <see cref="Core.Sources.Source.ToString"/> gives it.</param>
public sealed record VideoInput(string Source, RunOptions Options)
{
    /// <summary>Who is told how the run ended; null for nobody.</summary>
    public string? Callback { get; init; }
}

/// <param name="VideoWindow">Videos in flight at once, at least 1.</param>
public sealed record PlaylistInput(string Source, RunOptions Options, int VideoWindow)
{
    /// <summary>As <see cref="VideoInput.Callback"/>: told once, when all videos are over.</summary>
    public string? Callback { get; init; }
}

/// <param name="Id">The video's id; null when it could not be resolved.</param>
/// <param name="Report">A <see cref="Core.Reports.Report"/>; null when the run failed.</param>
/// <param name="Files">Full paths of the files written.</param>
/// <param name="Failure">Why the run failed; null unless it did.</param>
public sealed record VideoResult(
    RunId RunId,
    string Source,
    RunStatus Status,
    string? Id,
    string? Title,
    ArtifactRef? Report,
    IReadOnlyList<string> Files,
    int Gaps,
    IReadOnlyList<string> Notes,
    Failure? Failure)
{
    /// <summary>Attempts of calls that were not the first.</summary>
    public int Retries { get; init; }

    /// <summary>Attempts that failed, also those that were repeated with success.</summary>
    public IReadOnlyList<CallErrors> Errors { get; init => field = value ?? []; } = [];

    public static VideoResult Failed(RunId run, string source, Failure failure) =>
        new(run, source, RunStatus.Failed, null, null, null, [], 0, [], failure);
}

/// <param name="Videos">One per entry, in the playlist's order.</param>
/// <param name="Index">Full path of the page over its reports; null where there is none.</param>
/// <param name="Failure">Why the list itself could not be read; null unless it could not.</param>
public sealed record PlaylistResult(string? Title, IReadOnlyList<VideoResult> Videos, string? Index, Failure? Failure)
{
    [JsonIgnore]
    public RunStatus Status =>
        Failure is not null ? RunStatus.Failed
        : Videos.All(video => video.Status is RunStatus.Complete) ? RunStatus.Complete
        : Videos.All(video => video.Status is RunStatus.Failed) ? RunStatus.Failed
        : RunStatus.Partial;

    /// <summary>What a reader should know of the list itself, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init => field = value ?? []; } = [];
}
