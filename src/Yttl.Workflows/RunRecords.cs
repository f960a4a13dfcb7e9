using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;

namespace Yttl.Workflows;

/// <summary>What one video's run depends on, apart from its source.</summary>
/// <param name="Language">Wanted language of the captions; null follows the original.</param>
/// <param name="SponsorBlock">Categories to remove; empty removes nothing and asks nobody.</param>
/// <param name="Window">Steps in flight at once, at least 1; constant for the run.</param>
public sealed record RunOptions(
    LanguageTag? Language,
    IReadOnlyList<string> SponsorBlock,
    SummaryOptions Summary,
    int Window,
    IReadOnlyList<ReportFormat> Formats,
    string OutputFolder);

/// <param name="Source">The source as <see cref="Core.Sources.Source.ToString"/> gives it.</param>
public sealed record VideoInput(string Source, RunOptions Options);

/// <param name="VideoWindow">Videos in flight at once, at least 1.</param>
public sealed record PlaylistInput(string Source, RunOptions Options, int VideoWindow);

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
    public static VideoResult Failed(RunId run, string source, Failure failure) =>
        new(run, source, RunStatus.Failed, null, null, null, [], 0, [], failure);
}

/// <param name="Videos">One per entry, in the playlist's order.</param>
/// <param name="Failure">Why the list itself could not be read; null unless it could not.</param>
public sealed record PlaylistResult(string? Title, IReadOnlyList<VideoResult> Videos, Failure? Failure);
