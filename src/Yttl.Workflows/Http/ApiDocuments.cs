using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>The answer to a source whose run is accepted, running or complete.</summary>
public sealed record AcceptedDocument(RunId Id, RunStatus State, string StatusUrl, string ReportUrl);

/// <summary>The progress of one run. Counts are real, never an estimate.</summary>
/// <param name="Videos">For a list: the result of each video's run, as soon as it has ended.</param>
public sealed record StatusDocument(
    RunId Id,
    RunStatus State,
    string? Source,
    string? Title,
    RunPhase? Phase,
    int? Done,
    int? Total,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    int? Gaps,
    IReadOnlyList<string>? Notes,
    Failure? Failure,
    string StatusUrl,
    string ReportUrl,
    IReadOnlyList<VideoDocument>? Videos);

/// <param name="ReportUrl">Null where the video has no report.</param>
public sealed record VideoDocument(
    RunId Id, string Source, string? Title, RunStatus State, int Gaps, Failure? Failure, string? ReportUrl);

/// <param name="Summaries">Newest first.</param>
public sealed record ListDocument(IReadOnlyList<StatusDocument> Summaries);

/// <param name="Line">Counted from 1.</param>
public sealed record BatchLineDocument(int Line, string Source, RunId Id, RunStatus State, string StatusUrl);

/// <param name="Line">Counted from 1.</param>
public sealed record BatchProblemDocument(int Line, string Code, string Detail);

public sealed record BatchDocument(
    IReadOnlyList<BatchLineDocument> Accepted, IReadOnlyList<BatchProblemDocument> Rejected);

/// <summary>RFC 9457, <c>application/problem+json</c>.</summary>
/// <param name="Code">Stable and dotted, the same as in every failure.</param>
public sealed record ProblemDocument(string Title, int Status, string Detail, string Code);
