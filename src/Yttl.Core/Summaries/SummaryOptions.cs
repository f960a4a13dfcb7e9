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
}

/// <summary>Everything that changes what a summary says. No key, no address, no number of calls at once.</summary>
/// <param name="Provider">A provider's name: <c>openai</c>, <c>azure</c>, <c>extractive</c>, …</param>
/// <param name="Model">The provider's name of the model; empty for <c>extractive</c>.</param>
/// <param name="OutputLanguage">Null writes in the transcript's language.</param>
/// <param name="Instructions">The user's own prompt text, added to ours; null for none.</param>
public sealed record SummaryOptions(
    string Provider,
    string Model,
    LanguageTag? OutputLanguage,
    SummaryLength Length,
    SummaryStyle Style,
    string? Instructions)
{
    /// <summary>
    /// How much of the transcript one prompt may hold, see <see cref="LanguageModelSettings.InputTokens"/>: what is longer
    /// is summarised in pieces. Null without a model.
    /// </summary>
    public int? InputTokens { get; init; }

    /// <summary>See <see cref="LanguageModelSettings.Revision"/>.</summary>
    public string? ModelRevision { get; init; }

    /// <summary>Whether the speaker's own sentences are picked, without a model.</summary>
    [JsonIgnore]
    public bool IsExtractive => Provider == ProviderTable.Extractive;

    /// <summary>The language the summaries come out in; null where nobody knows.</summary>
    public LanguageTag? WrittenIn(LanguageTag? transcript) => IsExtractive ? transcript : OutputLanguage ?? transcript;
}
