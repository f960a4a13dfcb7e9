namespace Yttl.Core.Providers;

/// <summary>
/// Speech recognition, by https://platform.openai.com/docs/api-reference/audio/createTranscription. The limits are
/// OpenAI's unless a row says otherwise. The costs are relative to each other: they shape a plan and promise nothing.
/// </summary>
public sealed record SpeechOffer(string? Model)
    : ModelOffer(Model, MaxConcurrent: 2, RetrySettings.Default with { AttemptTimeout = Ingress })
{
    /// <summary>
    /// A call through a container ingress ends after it: an upload is as long as even a recogniser that is no faster than
    /// speech takes in that time, and longer where a provider is known to be many times faster.
    /// </summary>
    internal static readonly TimeSpan Ingress = TimeSpan.FromSeconds(240);

    public SpeechEncoding Encoding { get; init; } = SpeechEncoding.Opus;

    /// <summary>The most bytes of one upload, as encoded.</summary>
    public long MaxBytes { get; init; } = 25_000_000;

    /// <summary>The most seconds of one upload.</summary>
    public TimeSpan MaxLength { get; init; } = TimeSpan.FromSeconds(1400);

    /// <summary>What a call costs whatever its length: connection, upload, queue.</summary>
    public TimeSpan CallOverhead { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What each started window of 30 seconds costs.</summary>
    public TimeSpan WindowCost { get; init; } = TimeSpan.FromSeconds(0.9);

    /// <summary>Bytes that a worker needs for each second of a chunk, beside its model.</summary>
    public long MemoryPerSecond { get; init; } = 16_000;
}
