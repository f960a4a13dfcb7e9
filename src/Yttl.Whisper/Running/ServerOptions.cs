using System.Net;
using Yttl.Whisper.Recognition;

namespace Yttl.Whisper.Running;

internal sealed record ServerOptions
{
    public const long DefaultMaxUpload = 512L * 1024 * 1024;

    /// <summary>A ggml file of whisper.cpp.</summary>
    public required string Model { get; init; }

    public IPAddress Host { get; init; } = IPAddress.Loopback;

    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>Per recording, from 1; null for what suits the machine.</summary>
    public int? Threads { get; init; }

    /// <summary>Recordings at once, from 1; null for what the cores or the GPU's memory allow.</summary>
    public int? Processors { get; init; }

    /// <summary>Recordings that may wait beside those in work; more are sent away with 503.</summary>
    public int Queue { get; init; } = 16;

    public WantedRuntime Runtime { get; init; } = WantedRuntime.Auto;

    /// <summary>Bytes of one upload.</summary>
    public long MaxUpload { get; init; } = DefaultMaxUpload;

    /// <summary>Where uploads lie until they are answered.</summary>
    public string SpoolFolder { get; init; } = Path.GetTempPath();

    /// <summary>Below a day. Four hours are 0.9 GB of samples in memory.</summary>
    public TimeSpan LongestAudio { get; init; } = TimeSpan.FromHours(4);

    /// <summary>The name that <c>/v1/models</c> gives it: the file's, without <c>.bin</c>.</summary>
    public string ModelId => Path.GetFileNameWithoutExtension(Model);
}
