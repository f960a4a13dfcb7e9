using System.Collections.Concurrent;
using Yttl.Core.Hosting;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Hosting;

/// <summary>
/// The work of each step on one host: what <see cref="Steps"/> makes from its dependencies, or what the host binds.
/// </summary>
/// <param name="dependencies">Null where the host binds every step that is called.</param>
public sealed class StepTable(StepDependencies? dependencies = null)
{
    private readonly ConcurrentDictionary<string, object> _work = new();

    /// <summary>Replaces the work that <see cref="Steps"/> has for the step.</summary>
    public StepTable Bind<TInput, TOutput>(Step<TInput, TOutput> step, Func<TInput, CancellationToken, Task<TOutput>> work)
    {
        _work[step.Name] = work;
        return this;
    }

    /// <summary>Returns the work of a step. It is made on the first call of the step, once.</summary>
    /// <exception cref="InvalidOperationException">This host has no work for the step.</exception>
    public Func<TInput, CancellationToken, Task<TOutput>> WorkOf<TInput, TOutput>(Step<TInput, TOutput> step) =>
        (Func<TInput, CancellationToken, Task<TOutput>>)_work.GetOrAdd(
            step.Name,
            _ => dependencies is not null && step.Work is { } make
                ? make(dependencies)
                : throw new InvalidOperationException($"Nothing is bound to step '{step.Name}'."));
}
