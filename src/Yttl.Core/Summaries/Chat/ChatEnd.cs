namespace Yttl.Core.Summaries.Chat;

/// <summary>Why an answer ended.</summary>
internal enum ChatEnd
{
    /// <summary>The model ended it, or the server does not say.</summary>
    Whole,

    /// <summary>At the limit of tokens.</summary>
    CutShort,

    /// <summary>By a filter, or by the model's refusal.</summary>
    Refused,

    /// <summary>By a failure of the server.</summary>
    Broken,
}

/// <summary>Reads the <c>finish_reason</c> of OpenAI, and what Anthropic, Google, Mistral, DeepSeek and others write.</summary>
internal static class ChatEnds
{
    public static ChatEnd From(string reason) => reason.ToLowerInvariant() switch
    {
        "length" or "max_tokens" or "model_length" or "max_output_tokens" or "max_length" or "token_limit" or "incomplete"
            or "model_context_window_exceeded" => ChatEnd.CutShort,
        "content_filter" or "content_filtered" or "filtered" or "safety" or "recitation" or "prohibited_content"
            or "blocklist" or "blocked" or "spii" or "refusal" or "guardrail_intervened" or "sensitive"
            or "error_toxic" => ChatEnd.Refused,
        "error" or "failed" or "abort" or "aborted" or "cancelled" or "canceled" or "network_error" or "server_error"
            or "timeout" or "interrupted" or "insufficient_system_resource" or "malformed_function_call"
            or "load" => ChatEnd.Broken,
        _ => ChatEnd.Whole,
    };
}
