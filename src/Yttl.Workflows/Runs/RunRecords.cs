using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Measuring;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Segments;
using Yttl.Core.Speech;
using Yttl.Core.Summaries;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Runs;

/// <summary>
/// What a run is to do, apart from its source. All of it, and nothing else, is in the run's id (see <see
/// cref="RunIds"/>).
/// </summary>
/// <remarks>
/// An option that is added here or below is omitted from the JSON at its default value (<see
/// cref="JsonIgnoreCondition.WhenWritingDefault"/>), so that earlier runs keep their ids.
/// </remarks>
/// <param name="Language">The language of the captions to use; null uses the original language.</param>
/// <param name="Speech">
/// How speech is recognised where there are no captions; null where no recogniser is configured.
/// </param>
/// <param name="SponsorBlock">Categories to remove; empty removes nothing and makes no call.</param>
/// <param name="Summary">
/// Has no <see cref="SummaryOptions.InputTokens"/>, which <see cref="ExecutionOptions"/> sets.
/// </param>
public sealed record RunOptions(
    LanguageTag? Language, SpeechOptions? Speech, IReadOnlyList<string> SponsorBlock, SummaryOptions Summary)
{
    /// <summary>
    /// The user's title of the video, or of the list where the run is that of a list; null for the source's own.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Title { get; init; }

    /// <summary>How the transcript is divided; null for <see cref="SectionOptions.Default"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public SectionOptions? Sections { get; init; }
}

/// <summary>How audio becomes text.</summary>
/// <param name="Force">Whether to recognise speech although there are captions.</param>
public sealed record SpeechOptions(
    SpeechModel Model, SilenceSettings Silence, ChunkOptions Chunks, RecognizerProfile Recognizer, bool Force);

/// <summary>
/// How a run is carried out. None of it is in the run's id, so the same run may continue with other values.
/// </summary>
/// <param name="Window">Steps of one video in flight at once, at least 1; constant during the run.</param>
/// <param name="Formats">Empty writes no report.</param>
public sealed record ExecutionOptions(int Window, IReadOnlyList<ReportFormat> Formats, string OutputFolder)
{
    /// <summary>Videos of one list that run at once, at least 1.</summary>
    public int VideoWindow { get; init; } = 1;

    /// <summary>Entries of one list that are run, the first ones, at least 1. Null for all.</summary>
    public int? MaxListEntries { get; init; }

    /// <summary>
    /// A longer list is run in pages of so many entries, each a run of its own whose results are stored. Null for one run
    /// of any length, on a host whose runs have no limit of size. A list in pages gets no index file.
    /// </summary>
    public int? PageSize { get; init; }

    /// <summary>
    /// After this time no new work begins: what is missing then is a gap, which the next run fills. Null for no limit.
    /// </summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Whether reports have no transcript.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NoTranscript { get; init; }

    /// <summary>
    /// A run whose summaries are predicted to cost more ends before their first call, in the currency of the host's prices.
    /// Null for no limit.
    /// </summary>
    public decimal? MaxCost { get; init; }

    public SpeechExecution Speech { get; init; } = SpeechExecution.None;

    /// <summary>As <see cref="SummaryOptions.InputTokens"/>.</summary>
    public int? InputTokens { get; init; }

    /// <summary>
    /// Whether the language model is scaled to zero while it gets no calls, and takes minutes to start.
    /// </summary>
    public bool OnDemand { get; init; }
}

/// <param name="Capacity">Shapes the plan, and limits the calls at once.</param>
/// <param name="OnDemand">
/// Whether the recogniser is scaled to zero while it gets no calls, and takes minutes to start.
/// </param>
public sealed record SpeechExecution(ChunkCapacity Capacity, bool OnDemand = false)
{
    /// <summary>For a host without a speech recogniser.</summary>
    public static readonly SpeechExecution None = new(new ChunkCapacity(Workers: 1, MemoryPerWorker: 0));
}

/// <summary>The input of the run of a video, or of every video of a list.</summary>
/// <param name="Source">The source as <see cref="Core.Sources.Source.ToString"/> gives it.</param>
public sealed record RunInput(string Source, RunOptions Options, ExecutionOptions Execution)
{
    /// <summary>
    /// The address that gets the final state; for a list once for all its videos. Null for no callback.
    /// </summary>
    public string? Callback { get; init; }
}

/// <param name="Id">The video's id; null when it could not be resolved.</param>
/// <param name="Report">A <see cref="Core.Reports.Report"/>; null when the run failed.</param>
/// <param name="Files">Full paths of the files written.</param>
/// <param name="Failure">Why the run failed; null where it did not.</param>
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
    Failure? Failure) : IRunResult
{
    /// <summary>The note on a report that no language model wrote.</summary>
    public const string WithoutModel = "The summaries are the speaker's own sentences, picked without a language model (extractive).";

    /// <summary>The length of the video; null where it is unknown.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>As <see cref="ReportOutcome.Lead"/>.</summary>
    public string? Lead { get; init; }

    /// <summary>Whether its files replaced those of an earlier report.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Replaced { get; init; }

    /// <summary>Repeated attempts of calls.</summary>
    public int Retries { get; init; }

    /// <summary>Failed attempts, including those that were repeated with success.</summary>
    public IReadOnlyList<CallErrors> Errors { get; init => field = value ?? []; } = [];

    /// <summary>Whether it is the result of a list as a whole.</summary>
    [JsonIgnore]
    public bool IsList => Id is null && Failure is null;

    public static VideoResult Failed(RunId run, string source, Failure failure) =>
        new(run, source, RunStatus.Failed, null, null, null, [], 0, [], failure);
}
