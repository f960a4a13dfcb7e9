using System.Text.Json;
using System.Text.RegularExpressions;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Providers;

namespace Yttl.Core.Summaries.Chat;

/// <summary>A model's answer.</summary>
/// <param name="Text">Blank only where <paramref name="CutShort"/>.</param>
/// <param name="CutShort">Whether the answer reached its token limit and is incomplete.</param>
internal sealed partial record ChatAnswer(string Text, bool CutShort, TokenUsage Tokens)
{
    /// <exception cref="YttlException">
    /// <c>model.refused</c>, final; <c>model.bad-output</c>, transient: another attempt may succeed.
    /// </exception>
    public static ChatAnswer Read(ReadOnlySpan<byte> json, string model)
    {
        var reply = Parse(json, model);
        if (reply?.Choices is [{ FinishReason: "content_filter" } filtered, ..])
            throw Refused(model, ProviderError.FilteredBy(filtered.ContentFilterResults));
        if (reply?.Choices is not [{ Message: { } message } choice, ..])
            throw BadOutput($"the model {model} answered without a text");
        if (!string.IsNullOrWhiteSpace(message.Refusal))
            throw Refused(model);
        var text = WithoutThoughts(message.Content ?? "").Trim();
        var cutShort = choice.FinishReason == "length";
        if (text.Length == 0 && !cutShort)
            throw BadOutput($"the model {model} answered with an empty text");
        if (RefusalInProse().IsMatch(text))
            throw Refused(model);
        return new ChatAnswer(text, cutShort, new TokenUsage(
            Math.Max(0, reply.Usage?.PromptTokens ?? 0), Math.Max(0, reply.Usage?.CompletionTokens ?? 0)));
    }

    // Local reasoning models write their reasoning before the answer, and the token limit may cut it off.
    private static string WithoutThoughts(string text)
    {
        if (!text.TrimStart().StartsWith("<think>", StringComparison.Ordinal))
            return text;
        var end = text.IndexOf("</think>", StringComparison.Ordinal);
        return end < 0 ? "" : text[(end + "</think>".Length)..];
    }

    private static ChatReply? Parse(ReadOnlySpan<byte> json, string model)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ChatJson.Default.ChatReply);
        }
        catch (JsonException)
        {
            throw BadOutput($"the model {model} answered with something that is not a chat completion");
        }
    }

    private static YttlException Refused(string model, string filtered = "") => new(FailureCategory.Api, "model.refused",
        $"the model {model} refused to summarise this part"
        + (filtered.Length > 0 ? $" by its content filter, for {filtered}" : "")
        + $": try another model ({SettingName.For("llm_model")})");

    private static YttlException BadOutput(string what) => new(FailureCategory.Api, "model.bad-output",
        $"{what}: run again, or try another model ({SettingName.For("llm_model")})", transient: true);

    /// <summary>
    /// Matches an answer that is only the model's "I'm sorry, but I can't assist with that request.", with at most one
    /// more sentence. Models without a field for a refusal answer so, and it must not appear as a summary.
    /// </summary>
    /// <remarks>
    /// English only, as safety training mostly has it, and conservative: a missed refusal becomes a summary that its
    /// reader recognises, a false match would be a gap. So the first sentence must be a refusal from its first word to its
    /// last. A summary that quotes an apology does not match.
    /// </remarks>
    [GeneratedRegex(
        """
        ^((I['’]m|I\ am)\ (very\ |really\ )?sorry|Sorry|I\ apologi[sz]e|Unfortunately)?[,.;]?\ ?(but\ )?
        I(\ can['’]t|\ cannot|\ can\ not|\ won['’]t|['’]m\ unable\ to|\ am\ unable\ to|['’]m\ not\ able\ to|\ am\ not\ able\ to)
        \ (assist|help|comply|continue|fulfil+|summari[sz]e|(provide|give|write)\ (you\ )?(a|the)\ summary)
        (\ you)?(\ with|\ of|\ for)?\ (that|this|the|your)
        (\ (request|content|transcript|video|text|material|topic))?[.!]
        (\s+[^.!?]+[.!?])?$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        | RegexOptions.ExplicitCapture)]
    private static partial Regex RefusalInProse();
}
