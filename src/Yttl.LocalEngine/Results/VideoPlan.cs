using Yttl.Core.Performance;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.Workflows.Runs;

namespace Yttl.LocalEngine.Results;

/// <summary>What the run of one video will take, before anything is paid.</summary>
/// <param name="Prediction">Of the summaries.</param>
/// <param name="Audio">Null where captions are used, or the audio of a list's video is not read.</param>
/// <param name="Writer">The summaries' provider, model and options.</param>
/// <param name="Currency">Of all costs.</param>
/// <param name="Notes">How the transcript came to be, where a reader should know it: one sentence each.</param>
public sealed record VideoPlan(
    Video Video,
    PlannedTranscript Transcript,
    Prediction Prediction,
    AudioPlan? Audio,
    SummaryOptions Writer,
    string Currency,
    IReadOnlyList<string> Notes);
