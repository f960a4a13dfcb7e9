namespace Yttl.Core.ModelServers;

/// <summary>One kind of model server: how it is started, and how many calls one process answers at once.</summary>
/// <param name="Tool">A full path, or a name that is looked up on PATH at each start.</param>
/// <param name="Model">For messages: what it serves.</param>
/// <param name="Arguments">The arguments for a loopback port. They reach the program as they are, through no shell.</param>
public sealed record ServerProgram(string Tool, string Model, Func<int, IReadOnlyList<string>> Arguments)
{
    /// <summary>Calls one process takes at once, from 1; whisper.cpp's server answers one after another.</summary>
    public int Places { get; init; } = 1;

    /// <summary>Relative to the root; answers 200 when the model is loaded, 503 while it loads.</summary>
    public string HealthPath { get; init; } = "health";

    /// <summary>How long a start may take; a model of many gigabytes comes slowly from a disk.</summary>
    public TimeSpan StartupTimeout { get; init; } = TimeSpan.FromMinutes(3);
}
