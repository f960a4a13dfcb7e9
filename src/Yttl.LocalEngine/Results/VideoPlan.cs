using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Performance;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;

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

/// <param name="Source">Null where the speech is not recognised yet.</param>
/// <param name="Provider">The track or file that the text comes from, for people; null where it is unknown.</param>
/// <param name="Length">From zero to the end of the last cue.</param>
/// <param name="IsEstimate">Whether the speech is not recognised yet, so that everything that follows from it is an estimate.</param>
public sealed record PlannedTranscript(
    TranscriptSource? Source, string? Provider, LanguageTag? Language, TimeSpan Length, bool IsEstimate);
