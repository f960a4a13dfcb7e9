namespace Yttl.LocalEngine.Logging;

/// <summary>The ids of log events that are worth showing although nothing is wrong.</summary>
public static class HostEvents
{
    /// <summary>Logged at intervals while a model is downloaded.</summary>
    public const int Downloading = 6;

    /// <summary>A call, or a run, waits for so long that a person would wonder.</summary>
    public const int Waiting = 9;

    /// <summary>A step took long. The event says what it waited for; show it on request only.</summary>
    public const int Slow = 8;
}
