namespace Yttl.LocalEngine.Logging;

/// <summary>The ids of log events that a user wants to see although nothing is wrong.</summary>
public static class HostEvents
{
    /// <summary>Now and then while a model is downloaded.</summary>
    public const int Downloading = 6;

    /// <summary>A step took long, with what it waited for: for who wants to know more.</summary>
    public const int Slow = 8;
}
