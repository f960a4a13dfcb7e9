using Yttl.Core.Failures;

namespace Yttl.Core.Reports;

/// <summary>The data of the index page of a playlist's reports. Every text in it is untrusted.</summary>
/// <param name="Source">The list, as <see cref="Sources.Source.ToString"/> gives it.</param>
/// <param name="OutputFolder">The folder of the reports and of the page.</param>
public sealed record IndexRequest(string? Title, string Source, IReadOnlyList<IndexEntry> Entries, string OutputFolder);

/// <param name="File">Full path of the report to open; null where there is none.</param>
/// <param name="Gaps">Parts that are not summarised as asked.</param>
/// <param name="Failure">Why there is no report; null where there is one.</param>
public sealed record IndexEntry(string Title, RunStatus Status, string? File, int Gaps, Failure? Failure)
{
    /// <summary>The length of the video; null where it is unknown.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The first words of the overall summary; null where there is none.</summary>
    public string? Lead { get; init; }
}
