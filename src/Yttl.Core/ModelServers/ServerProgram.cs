namespace Yttl.Core.ModelServers;

/// <summary>A model server program: how it is started, and how many parallel calls one process serves.</summary>
/// <param name="Tool">Full path, or a name that is looked up on PATH at each start.</param>
/// <param name="Model">Name of the served model, for messages.</param>
/// <param name="Arguments">Returns the arguments for a loopback port. They are passed without a shell.</param>
public sealed record ServerProgram(string Tool, string Model, Func<int, IReadOnlyList<string>> Arguments)
{
    /// <summary>
    /// Number of parallel calls per process, at least 1; whisper.cpp's server handles one call at a time.
    /// </summary>
    public int Places { get; init; } = 1;

    /// <summary>
    /// Health endpoint, relative to the root: returns 200 when the model is loaded, 503 while it loads.
    /// </summary>
    public string HealthPath { get; init; } = "health";

    /// <summary>Maximum time of a start; a model of many gigabytes loads slowly from a disk.</summary>
    public TimeSpan StartupTimeout { get; init; } = TimeSpan.FromMinutes(3);
}
