using System.Globalization;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Summaries;
using Yttl.Core.Text;

namespace Yttl.Core.Reports;

/// <summary>The report's own words, in English, for every renderer for people.</summary>
internal static class ReportWords
{
    public static string Name(LanguageTag language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language.ToString(), predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return language.ToString();
        }
    }

    /// <summary>
    /// Where a transcript comes from: <c>Uploader's captions (English)</c>, <c>Speech recognition (openai whisper-1)</c>.
    /// </summary>
    public static string Source(ReportTranscript transcript)
    {
        var detail = IsNamedByLanguage(transcript) ? transcript.Language is { } language ? Name(language) : null : transcript.Provider;
        return Kind(transcript) + (detail is { Length: > 0 } ? $" ({detail})" : "");
    }

    /// <summary>Whether <see cref="Source"/> says the language: of several tracks it is what tells them apart.</summary>
    public static bool IsNamedByLanguage(ReportTranscript transcript) =>
        transcript.Source is TranscriptSource.ManualCaptions or TranscriptSource.AutomaticCaptions or TranscriptSource.Embedded;

    private static string Kind(ReportTranscript transcript) => transcript.Source switch
    {
        TranscriptSource.ManualCaptions => "Uploader's captions",
        TranscriptSource.AutomaticCaptions => transcript.Provider?.StartsWith("translated ", StringComparison.Ordinal) is true
            ? "Translated captions"
            : "Automatic captions",
        TranscriptSource.CaptionFile => "Caption file",
        TranscriptSource.Embedded => "Embedded subtitles",
        TranscriptSource.Whisper => "Speech recognition",
        _ => throw new ArgumentOutOfRangeException(nameof(transcript), transcript.Source, null),
    };

    /// <summary>
    /// Names the part that a gap's stage left undone: <c>One segment</c>, <c>The summary of an hour</c>, …
    /// </summary>
    public static string Stage(string stage) => stage switch
    {
        "segment" => "Segment",
        "hour" => "Summary of the hour",
        "overall" => "Overall summary",
        "audio" => "Audio",
        "transcription" => "Transcription",
        _ => stage,
    };

    /// <summary>How much of the speech was recognised; null for captions, which do not show it.</summary>
    public static string? Coverage(ReportTranscript transcript) => transcript.Source is TranscriptSource.Whisper
        ? $"Transcribed {Quantity.Duration(transcript.CoveredSeconds)} of {Quantity.Duration(transcript.SpeechSeconds)} of speech"
        : null;

    /// <summary>The heading of the banner of an unfinished report; null for a complete one.</summary>
    public static string? Headline(Report report) => report.Status switch
    {
        RunStatus.Complete => null,
        RunStatus.Failed => "This video could not be summarised.",
        _ => $"This report is partial: {string.Join(", and ", Missing(report))}.",
    };

    private static IEnumerable<string> Missing(Report report)
    {
        if (report.Gaps.Count > 0)
            yield return report.Gaps.Count == 1 ? "one part is not summarised"
                : FormattableString.Invariant($"{report.Gaps.Count} parts are not summarised");
        if (report.Fallbacks > 0)
            yield return FormattableString.Invariant(
                $"{report.Fallbacks} of {report.Statuses().Count()} summaries {(report.Fallbacks == 1 ? "is" : "are")} ")
                + "made of the speaker's own sentences";
    }

    /// <summary>Why there are fallbacks, each reason once.</summary>
    public static IEnumerable<ReportFailure> FallbackReasons(Report report) => report.Hours
        .SelectMany(hour => hour.Segments)
        .Where(segment => segment.Status is SummaryStatus.Fallback)
        .Select(segment => segment.Failure)
        .OfType<ReportFailure>()
        .Distinct();

    /// <summary>
    /// The reason to give beside a segment; null where several segments have the same, which the beginning of the report
    /// gives once.
    /// </summary>
    public static ReportFailure? OwnReason(Report report, ReportSegment segment) =>
        report.Hours.SelectMany(hour => hour.Segments).Count(other => other.Failure == segment.Failure) == 1 ? segment.Failure : null;

    /// <summary>Gaps by their cause, in the order of the first gap of each.</summary>
    public static IEnumerable<IGrouping<(FailureCategory Category, string Message), ReportGap>> GapsByCause(Report report) =>
        report.Gaps.GroupBy(gap => (gap.Category, gap.Message));

    /// <summary>Of a sentence whose words were found nowhere. It may still be true.</summary>
    public const string NoSource = "no source found";

    /// <summary>Of numbers and names of a sentence. They may have been computed, or spelled otherwise.</summary>
    public const string NotHeard = "not heard in this section";

    /// <summary>Of sentences whose sources rest on the model's word alone.</summary>
    public const string Unchecked = "The words of sentences and sources are not compared: they are in two languages.";

    /// <summary>In place of a list of minutes.</summary>
    public const string NoneFound = "None found.";

    /// <summary>In place of a list that only a model can make.</summary>
    public const string NotLookedFor = "Not looked for: that takes a language model.";

    /// <summary>Of what a model calls a decision, where no sentence agrees.</summary>
    public const string Proposed = "proposed, no agreement heard";

    /// <summary>Before what has the words of a question.</summary>
    public const string Answered = "Answered later:";

    /// <summary>The text in place of a summary, or beside one that comes from a fallback.</summary>
    public static string Status(SummaryStatus status) => status switch
    {
        SummaryStatus.Empty => "Nothing was said here.",
        SummaryStatus.Fallback =>
            "The language model gave no summary; these are the speaker's own key sentences.",
        _ => "Not summarised.",
    };
}
