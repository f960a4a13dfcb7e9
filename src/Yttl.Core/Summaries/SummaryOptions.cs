using System.Text.Json.Serialization;
using Yttl.Core.Languages;
using Yttl.Core.Providers;

namespace Yttl.Core.Summaries;

[JsonConverter(typeof(JsonStringEnumConverter<SummaryLength>))]
public enum SummaryLength
{
    [JsonStringEnumMemberName("short")] Short,
    [JsonStringEnumMemberName("medium")] Medium,
    [JsonStringEnumMemberName("long")] Long,
}

[JsonConverter(typeof(JsonStringEnumConverter<SummaryStyle>))]
public enum SummaryStyle
{
    [JsonStringEnumMemberName("narrative")] Narrative,
    [JsonStringEnumMemberName("bullets")] Bullets,

    /// <summary>Prose, and what was decided, what is to be done, and what stays open.</summary>
    [JsonStringEnumMemberName("minutes")] Minutes,
}

/// <summary>
/// Everything that affects a summary's text. Excludes keys, addresses and the number of concurrent calls.
/// </summary>
/// <param name="Provider">A provider's name: <c>openai</c>, <c>azure</c>, <c>extractive</c>, …</param>
/// <param name="Model">The provider's name of the model; empty for <c>extractive</c>.</param>
/// <param name="OutputLanguage">Null: the transcript's language.</param>
/// <param name="Instructions">The user's instructions, added to YTTL's; null for none.</param>
public sealed record SummaryOptions(
    string Provider,
    string Model,
    LanguageTag? OutputLanguage,
    SummaryLength Length,
    SummaryStyle Style,
    string? Instructions)
{
    /// <summary>
    /// The most tokens of transcript in one prompt, see <see cref="LanguageModelSettings.InputTokens"/>. A longer text
    /// is summarised in pieces. Null without a model.
    /// </summary>
    public int? InputTokens { get; init; }

    /// <summary>See <see cref="LanguageModelSettings.Revision"/>.</summary>
    public string? ModelRevision { get; init; }

    /// <summary>Whether summaries consist of the speaker's own sentences, without a model.</summary>
    [JsonIgnore]
    public bool IsExtractive => Provider == ProviderTable.Extractive;

    /// <summary>Returns the language of the summaries; null where it is unknown.</summary>
    public LanguageTag? WrittenIn(LanguageTag? transcript) => IsExtractive ? transcript : OutputLanguage ?? transcript;
}
