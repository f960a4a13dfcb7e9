using System.Collections.Concurrent;
using Yttl.Core.Hosting;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Hosting;

/// <summary>What does the work of each step on one host: what <see cref="Steps"/> makes of its dependencies, or what it binds itself.</summary>
/// <param name="dependencies">Null where the host binds all that is called.</param>
public sealed class StepTable(StepDependencies? dependencies = null)
{
    private readonly ConcurrentDictionary<string, object> _work = new();

    /// <summary>Takes the place of what <see cref="Steps"/> has for the step.</summary>
    public StepTable Bind<TInput, TOutput>(Step<TInput, TOutput> step, Func<TInput, CancellationToken, Task<TOutput>> work)
    {
        _work[step.Name] = work;
        return this;
    }

    /// <summary>Made when the step is first called, and once.</summary>
    /// <exception cref="InvalidOperationException">Nothing does the work of this step here.</exception>
    public Func<TInput, CancellationToken, Task<TOutput>> WorkOf<TInput, TOutput>(Step<TInput, TOutput> step) =>
        (Func<TInput, CancellationToken, Task<TOutput>>)_work.GetOrAdd(
            step.Name,
            _ => dependencies is not null && step.Work is { } make
                ? make(dependencies)
                : throw new InvalidOperationException($"Nothing is bound to step '{step.Name}'."));
}
