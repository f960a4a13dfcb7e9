using Yttl.Core.Languages;

namespace Yttl.Core.Summaries.Prompting;

/// <summary>The common data of all prompts of a span.</summary>
/// <param name="Title">The video's title, untrusted. Prompts hold its first 300 characters.</param>
/// <param name="TranscriptLanguage">The language of the summary where the options name none.</param>
internal sealed record PromptBrief(string Title, LanguageTag? TranscriptLanguage, SummaryOptions Options)
{
    /// <summary>The title of the part of the video that is summarised, untrusted; null where it has none.</summary>
    public string? Part { get; init; }
}
