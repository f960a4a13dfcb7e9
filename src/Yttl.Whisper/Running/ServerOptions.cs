using System.Net;
using Yttl.Whisper.Recognition;

namespace Yttl.Whisper.Running;

internal sealed record ServerOptions
{
    public const long DefaultMaxUpload = 512L * 1024 * 1024;

    /// <summary>Path of a ggml file for whisper.cpp.</summary>
    public required string Model { get; init; }

    public IPAddress Host { get; init; } = IPAddress.Loopback;

    /// <summary>Port; 0 selects a free one.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>CPU threads per recording, at least 1; null derives them from the machine.</summary>
    public int? Threads { get; init; }

    /// <summary>Recordings in parallel, at least 1; null derives them from the cores or the GPU's memory.</summary>
    public int? Processors { get; init; }

    /// <summary>Recordings that may wait in addition to those being transcribed; more are rejected with 503.</summary>
    public int Queue { get; init; } = 16;

    public WantedRuntime Runtime { get; init; } = WantedRuntime.Auto;

    /// <summary>Maximum size of one upload in bytes.</summary>
    public long MaxUpload { get; init; } = DefaultMaxUpload;

    /// <summary>Folder for uploads during their requests.</summary>
    public string SpoolFolder { get; init; } = Path.GetTempPath();

    /// <summary>Maximum length of audio, less than a day. Four hours take 0.9 GB of samples in memory.</summary>
    public TimeSpan LongestAudio { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Model name in <c>/v1/models</c>: the file name without <c>.bin</c>.</summary>
    public string ModelId => Path.GetFileNameWithoutExtension(Model);
}
