using Yttl.Core.Languages;

namespace Yttl.Core.Summaries.Prompting;

/// <summary>What all prompts of a span have in common.</summary>
/// <param name="Title">The video's, untrusted; prompts hold its first 300 characters.</param>
/// <param name="TranscriptLanguage">What to write in when the options name no language.</param>
internal sealed record PromptBrief(string Title, LanguageTag? TranscriptLanguage, SummaryOptions Options);
