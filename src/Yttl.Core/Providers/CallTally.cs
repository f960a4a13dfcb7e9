using System.Collections.Concurrent;
using Yttl.Core.Failures;

namespace Yttl.Core.Providers;

/// <summary>
/// Counts what the calls of one piece of work go through. It flows with the work, as an <c>Activity</c> does, so that a
/// client which many runs share counts for the one that calls. Safe from any thread.
/// </summary>
public sealed class CallTally
{
    private static readonly AsyncLocal<CallTally?> Current = new();

    private readonly ConcurrentDictionary<(string Provider, FailureCategory Category), int> _errors = new();
    private int _retries;

    /// <summary>Attempts that were not the first of their call.</summary>
    public int Retries => Volatile.Read(ref _retries);

    /// <summary>By provider, then by category.</summary>
    public IReadOnlyList<CallErrors> Errors =>
    [
        .. _errors
            .OrderBy(error => error.Key.Provider, StringComparer.Ordinal)
            .ThenBy(error => error.Key.Category)
            .Select(error => new CallErrors(error.Key.Provider, error.Key.Category, error.Value)),
    ];

    /// <summary>Counts what the async method that calls this goes through from here to its end.</summary>
    public static CallTally Begin() => Current.Value = new CallTally();

    internal static void CountRetry()
    {
        if (Current.Value is { } tally)
            Interlocked.Increment(ref tally._retries);
    }

    internal static void CountError(string provider, FailureCategory category) =>
        Current.Value?._errors.AddOrUpdate((provider, category), 1, (_, count) => count + 1);
}
