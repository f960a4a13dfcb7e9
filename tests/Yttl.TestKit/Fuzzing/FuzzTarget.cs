using Yttl.Core.Failures;

namespace Yttl.TestKit.Fuzzing;

/// <summary>A parser and what it is tried with.</summary>
/// <param name="Seeds">Good inputs: the parser must understand each of them, and most inputs are made of them.</param>
/// <param name="Words">What its language is made of; the other inputs are made of these.</param>
/// <param name="Read">
/// True for an input that the parser understood, false for one that it refused. It may assert what holds for each.
/// </param>
public sealed record FuzzTarget(
    string Name, IReadOnlyList<byte[]> Seeds, IReadOnlyList<byte[]> Words, Func<byte[], bool> Read)
{
    /// <summary>Inputs that escaped once; tried first, whatever the budget is.</summary>
    public IReadOnlyList<byte[]> Found { get; init; } = [];

    /// <summary>The exceptions that the parser promises; every other one escaped from it.</summary>
    public Func<Exception, bool> IsRefusal { get; init; } = problem => problem is YttlException;
}
