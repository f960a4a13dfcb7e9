using System.Collections.Concurrent;

namespace Yttl.Core.Providers;

/// <summary>
/// The run that the calling code works for; the videos of a list are one run. It flows with the work, as an
/// <c>Activity</c> does, so that a client that many runs share knows a new run by its first call. What the client has
/// found out about a failing provider is forgotten then: the provider may work again.
/// </summary>
public sealed class CallingRun
{
    /// <summary>Above it the runs that were named are forgotten, each of which then counts as new once more.</summary>
    private const int MostNamed = 10_000;

    private static readonly AsyncLocal<CallingRun?> Ambient = new();
    private static readonly ConcurrentDictionary<string, CallingRun> Named = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<object, bool> _clients = new(ReferenceEqualityComparer.Instance);

    /// <summary>Null outside a run.</summary>
    internal static CallingRun? Current => Ambient.Value;

    /// <summary>Begins a run, until the calling method ends. Within a run it does nothing.</summary>
    public static void Begin() => Ambient.Value ??= new CallingRun();

    /// <summary>Continues a run until the calling method ends, on a host whose calls come one by one.</summary>
    /// <param name="name">The same for all calls of the run; null for a call of none.</param>
    public static void Continue(string? name)
    {
        if (Named.Count > MostNamed)
            Named.Clear();
        Ambient.Value = name is null ? null : Named.GetOrAdd(name, _ => new CallingRun());
    }

    /// <summary>Returns true once for each client.</summary>
    internal bool IsNewTo(object client) => _clients.TryAdd(client, true);
}
