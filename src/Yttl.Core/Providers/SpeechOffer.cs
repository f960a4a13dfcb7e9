namespace Yttl.Core.Providers;

/// <summary>
/// The speech recognition of a provider, by https://platform.openai.com/docs/api-reference/audio/createTranscription.
/// The limits are OpenAI's unless a row overrides them. The costs are relative to each other: they guide a plan and are
/// no forecast.
/// </summary>
public sealed record SpeechOffer(string? Model)
    : ModelOffer(Model, MaxConcurrent: 2, RetrySettings.Default with { AttemptTimeout = Ingress })
{
    /// <summary>
    /// A container ingress ends a call after this time. An upload is short enough for a recogniser that is no faster
    /// than speech, and longer for a provider that is many times faster.
    /// </summary>
    internal static readonly TimeSpan Ingress = TimeSpan.FromSeconds(240);

    public SpeechEncoding Encoding { get; init; } = SpeechEncoding.Opus;

    /// <summary>The most bytes of one encoded upload.</summary>
    public long MaxBytes { get; init; } = 25_000_000;

    /// <summary>The longest audio of one upload.</summary>
    public TimeSpan MaxLength { get; init; } = TimeSpan.FromSeconds(1400);

    /// <summary>The fixed cost of a call: connection, upload, queue.</summary>
    public TimeSpan CallOverhead { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The cost of each started window of 30 seconds.</summary>
    public TimeSpan WindowCost { get; init; } = TimeSpan.FromSeconds(0.9);

    /// <summary>The bytes of memory that a worker needs per second of a chunk, besides its model.</summary>
    public long MemoryPerSecond { get; init; } = 16_000;
}
