using Yttl.Core.Providers.Errors;

namespace Yttl.Core.Summaries.Chat;

/// <summary>How a request names the limit of its answer.</summary>
internal enum LimitName
{
    /// <summary><c>max_completion_tokens</c>, which newer OpenAI models take alone.</summary>
    MaxCompletionTokens,

    /// <summary><c>max_tokens</c>, which many other servers take alone.</summary>
    MaxTokens,

    /// <summary>Neither is taken.</summary>
    None,
}

/// <summary>What the model at one address takes: learnt from its rejections, once.</summary>
internal sealed record ChatHabits(LimitName Limit)
{
    private const int LeastTokens = 256;

    /// <summary>Whether the other name of the limit was rejected as well.</summary>
    public bool OtherIsRefused { get; init; }

    /// <summary>Whether the instructions go before the user's message, as the role <c>system</c> is refused.</summary>
    public bool TakesNoSystem { get; init; }

    /// <summary>The most tokens of an answer; null where no limit is known.</summary>
    public int? MostTokens { get; init; }

    /// <summary>The name of the only model at the address, in place of the one that is not there. Null: the one asked for.</summary>
    public string? Model { get; init; }

    /// <param name="tokens">The limit that was sent.</param>
    /// <returns>How to send the same request; null where the error teaches nothing.</returns>
    public ChatHabits? Learn(ProviderError error, int tokens)
    {
        if (error.IsAboutOutput() && Limit is not LimitName.None && tokens > LeastTokens)
            return this with { MostTokens = Math.Max(LeastTokens, error.NamedLimit(tokens) ?? tokens / 2) };
        if (Limit is LimitName.MaxTokens && error.Refuses("max_tokens"))
            return Without(LimitName.MaxCompletionTokens);
        if (Limit is LimitName.MaxCompletionTokens && error.Refuses("max_completion_tokens"))
            return Without(LimitName.MaxTokens);
        return !TakesNoSystem && error.IsAboutSystemRole() ? this with { TakesNoSystem = true } : null;
    }

    private ChatHabits Without(LimitName other) =>
        this with { Limit = OtherIsRefused ? LimitName.None : other, OtherIsRefused = true };
}
