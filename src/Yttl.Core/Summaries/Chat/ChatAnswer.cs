using Yttl.Core.Failures;
using Yttl.Core.Measuring;

namespace Yttl.Core.Summaries.Chat;

/// <summary>A model's answer, without what its template and its thoughts left in it.</summary>
/// <param name="Text">Without words only where <paramref name="CutShort"/>.</param>
/// <param name="CutShort">Whether the answer reached its token limit and is incomplete.</param>
internal sealed record ChatAnswer(string Text, bool CutShort, TokenUsage Tokens)
{
    /// <summary>Whether the model repeated itself without end; the text has the repetition once.</summary>
    public bool Repeats { get; init; }

    /// <summary>What the reader of the summary should know, in one sentence; null for nothing.</summary>
    public string? Note { get; init; }

    /// <param name="reply">Null: the body was no answer.</param>
    /// <exception cref="YttlException">
    /// <c>model.refused</c>, final; <c>model.bad-output</c>, transient: another attempt may succeed.
    /// </exception>
    public static ChatAnswer From(ChatReply? reply, string model)
    {
        if (reply is null)
            throw BadOutput($"the model {model} answered with something that is not a chat completion");
        var end = ChatEnds.From(reply.FinishReason);
        if (end is ChatEnd.Refused || !string.IsNullOrWhiteSpace(reply.Refusal))
            throw Refused(model, reply.Filtered);
        if (end is ChatEnd.Broken || reply.IsTorn)
            throw BadOutput($"the model {model} broke off in the middle of its answer");
        var text = AnswerText.Clean(reply.Text);
        // A server that divides the thoughts from the answer may take both for thoughts.
        if (text.Length is 0 && Thoughts.HaveEnd(reply.Thoughts))
            text = AnswerText.Clean(reply.Thoughts);
        var cutShort = end is ChatEnd.CutShort;
        if (!SummaryText.HasWords(text))
        {
            if (!cutShort)
                throw BadOutput($"the model {model} answered {WhatInstead(reply)}");
            text = "";
        }

        if (RefusalInProse.Is(text))
            throw Refused(model);
        var once = Repetition.Cut(text);
        return new ChatAnswer(once ?? text, cutShort, reply.Tokens) { Repeats = once is not null };
    }

    private static string WhatInstead(ChatReply reply) =>
        reply.CallsTool ? "with the call of a tool in place of a text"
        : reply.Thoughts.Length > 0 || Thoughts.HaveAny(reply.Text) ? "with thoughts and no text"
        : string.IsNullOrWhiteSpace(reply.Text) ? "with an empty text"
        : "without words";

    private static YttlException Refused(string model, string filtered = "") => new(FailureCategory.Api, "model.refused",
        $"the model {model} refused to summarise this part"
        + (filtered.Length > 0 ? $" by its content filter, for {filtered}" : "")
        + $": try another model ({SettingName.For("llm_model")})");

    private static YttlException BadOutput(string what) => new(FailureCategory.Api, "model.bad-output",
        $"{what}: run again, or try another model ({SettingName.For("llm_model")})", transient: true);
}
