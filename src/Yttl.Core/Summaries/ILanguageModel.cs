using Yttl.Core.Failures;
using Yttl.Core.Measuring;

namespace Yttl.Core.Summaries;

/// <summary>A language model behind the OpenAI chat protocol.</summary>
public interface ILanguageModel
{
    /// <summary>Sends one prompt and returns the whole answer, never blank.</summary>
    /// <exception cref="YttlException">
    /// <c>model.refused</c>, <c>model.bad-output</c>, and the network, rate-limit, authentication and api failures that
    /// remain after this client's retries.
    /// </exception>
    Task<Completion> CompleteAsync(Prompt prompt, CancellationToken cancellationToken);
}

/// <param name="System">YTTL's instructions. Holds no untrusted text.</param>
/// <param name="User">The data, with delimiters.</param>
/// <param name="MaxOutputTokens">The token limit of the answer.</param>
public sealed record Prompt(string System, string User, int MaxOutputTokens)
{
    /// <summary>The title of the video: calls about different videos take turns.</summary>
    public string Video { get; init; } = "";

    /// <summary>How much of the limit the text itself needs; the rest is for thoughts. A longer text may be cut to it.</summary>
    public int TextTokens { get; init; } = MaxOutputTokens;
}

public sealed record Completion(string Text, TokenUsage Tokens)
{
    /// <summary>What the reader of the text should know, in one sentence; null for nothing.</summary>
    public string? Note { get; init; }
}
