using System.Collections.Concurrent;
using Yttl.Core.Measuring;
using Yttl.Core.Summaries;

namespace Yttl.Core.Specs.Summaries;

/// <summary>A model that answers as the spec says, without a network.</summary>
internal sealed class ScriptedModel(Func<Prompt, string> answer) : ILanguageModel
{
    private readonly ConcurrentQueue<Prompt> _prompts = new();

    public IReadOnlyList<Prompt> Prompts => [.. _prompts];

    public Task<Completion> CompleteAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _prompts.Enqueue(prompt);
        return Task.FromResult(new Completion(answer(prompt), new TokenUsage(10, 1)));
    }
}
