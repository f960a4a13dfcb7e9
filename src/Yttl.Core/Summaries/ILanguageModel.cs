using Yttl.Core.Failures;
using Yttl.Core.Measuring;

namespace Yttl.Core.Summaries;

/// <summary>A model that writes prose, behind the OpenAI chat protocol.</summary>
public interface ILanguageModel
{
    /// <summary>Sends one prompt and returns the whole answer, never blank.</summary>
    /// <exception cref="YttlException">
    /// <c>model.refused</c>, <c>model.bad-output</c>, and the network, rate-limit, authentication and api failures that
    /// outlived this client's own retries.
    /// </exception>
    Task<Completion> CompleteAsync(Prompt prompt, CancellationToken cancellationToken);
}

/// <param name="System">Ours: what to do. Holds no untrusted text.</param>
/// <param name="User">The data, delimited.</param>
/// <param name="MaxOutputTokens">The most tokens the answer may take.</param>
public sealed record Prompt(string System, string User, int MaxOutputTokens)
{
    /// <summary>The video it is about, by its title: calls about different videos take turns.</summary>
    public string Video { get; init; } = "";
}

public sealed record Completion(string Text, TokenUsage Tokens);
