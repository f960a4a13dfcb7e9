using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Engine;

/// <summary>
/// The custom status of an orchestration: what a listing shows of a run, so that it reads neither input nor result. It is
/// stored beside the run and limited to 16 KB, so texts from outside are cut.
/// </summary>
/// <param name="Source">Null in the status that an earlier version wrote.</param>
/// <param name="Phase">Null before the first step.</param>
/// <param name="Ended">Null while the run is not over, and where it was stopped or broke off.</param>
internal sealed record RunFacts(string? Source, RunPhase? Phase, int Done, int Total, RunEnding? Ended)
{
    private const int LongestTitle = 200;
    private const int LongestMessage = 500;

    [JsonIgnore]
    public RunProgress? Progress => Phase is { } phase ? new RunProgress(phase, Done, Total, Title: null) : null;

    public RunFacts With(RunProgress progress) =>
        this with { Phase = progress.Phase, Done = progress.Done, Total = progress.Total };

    public RunFacts With(IRunResult result) => this with
    {
        Ended = new RunEnding(
            result.Status,
            Cut(result.Title, LongestTitle),
            result.Gaps,
            result.Failure is { } failure ? failure with { Message = Cut(failure.Message, LongestMessage)! } : null),
    };

    private static string? Cut(string? text, int most) => text?.Length > most ? $"{text[..most]}…" : text;
}

/// <summary>How a run ended, without its videos, notes and files.</summary>
internal sealed record RunEnding(RunStatus Status, string? Title, int Gaps, Failure? Failure) : IRunResult;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunFacts))]
internal sealed partial class RunFactsJson : JsonSerializerContext;
