using System.Globalization;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Segments;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;
using Yttl.Workflows.Runs;

namespace Yttl.Workflows.Orchestration;

/// <summary>Notes on how a report came to be, for its reader, one sentence each.</summary>
internal static class RunNotes
{
    public static IEnumerable<string> From(SponsorBlockOutcome cut) => cut.Note is { } note ? [note] : [];

    public static IEnumerable<string> From(SectionOutcome sections) => sections.Note is { } note ? [note] : [];

    /// <summary>
    /// Notes that the model was not ready. The summaries that failed for that reason have the failure themselves.
    /// </summary>
    public static IEnumerable<string> From(Failure? asleep, VideoSummaries summaries) =>
        asleep is null || summaries.All.Any(part => part.Failure?.Message == asleep.Message) ? [] : [asleep.Message];

    /// <summary>
    /// Notes why parts are not summarised as asked and what else there is to know of them, once for each reason, and which
    /// other models wrote any.
    /// </summary>
    public static IEnumerable<string> From(VideoSummaries summaries) =>
        summaries.All
            .Where(part => part.Status is SummaryStatus.Fallback or SummaryStatus.Failed)
            .GroupBy(part => (part.Status, part.Failure!.Message))
            .Select(parts => $"{parts.Count()} of {summaries.All.Count()} summaries {What(parts.Key.Status)}: {parts.Key.Message}")
            .Concat(summaries.All
                .Where(part => part.Note is not null)
                .GroupBy(part => part.Note)
                .Select(parts => $"{parts.Count()} of {summaries.All.Count()} summaries: {parts.Key}"))
            .Concat(summaries.All
                .Where(part => part.WrittenBy is not null)
                .GroupBy(part => part.WrittenBy)
                .Select(parts =>
                    $"{parts.Count()} of {summaries.All.Count()} summaries were written by {parts.Key}, as the provider chosen was down."));

    /// <summary>Notes that a list is longer than the host runs.</summary>
    public static IEnumerable<string> From(int leftOut, ExecutionOptions execution) => leftOut is 0 ? [] :
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"{leftOut} more videos of the list are left out, as {SettingName.For("max_list_entries")} is "
            + $"{execution.MaxListEntries}: raise it and ask for the list again."),
    ];

    private static string What(SummaryStatus status) =>
        status is SummaryStatus.Fallback ? "fell back to extractive" : "could not be made";

    public static IEnumerable<string> From(SummaryOptions options, LanguageTag? transcript)
    {
        if (!options.IsExtractive)
            yield break;
        yield return VideoResult.WithoutModel;
        if (options.OutputLanguage is { } wanted && transcript?.SharesLanguageWith(wanted) != true)
            yield return $"The extractive summariser cannot translate, so the summaries are not in the language asked for ({wanted}).";
        if (options.Instructions is not null)
            yield return "The instructions given for the summaries have no effect without a language model: set the key of a "
                + $"provider, or choose one by {SettingName.For("llm_provider")}.";
    }

    /// <summary>Notes that the transcript is not in the language that was asked for, or that this cannot be told.</summary>
    public static IEnumerable<string> From(LanguageTag? wanted, TranscriptRef? transcript)
    {
        if (wanted is not { } language || transcript is null || transcript.Language?.SharesLanguageWith(language) == true)
            yield break;
        yield return (transcript.Language is { } spoken
                ? $"The source has no captions or sound in the language asked for ({language}), so its transcript is in {spoken}"
                : $"The source does not say in which language it is, so the language asked for ({language}) has no effect")
            + $": the language of the summaries is chosen by {SettingName.For("output_language")}.";
    }
}
