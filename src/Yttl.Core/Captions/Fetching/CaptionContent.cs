using Yttl.Core.Failures;

namespace Yttl.Core.Captions.Fetching;

/// <summary>
/// The result of fetching a track's bytes. Exactly one of <see cref="Bytes"/> and <see cref="Reason"/> is set.
/// </summary>
/// <param name="Reason">Why there are no bytes, as a clause.</param>
internal sealed record CaptionContent(byte[]? Bytes, string? Reason)
{
    /// <summary>
    /// The largest content that is read, in bytes. Ten hours of json3, the most verbose format, take a tenth of it.
    /// </summary>
    public const int Limit = 64 * 1024 * 1024;

    /// <summary>What may be missing although there are bytes, as a clause; null where nothing is known to be.</summary>
    public string? Damage { get; init; }

    /// <summary>Whether the cause is the network or the site's load, which may pass.</summary>
    public bool Unreachable { get; init; }

    /// <summary>Whether the site limits the rate of requests. Implies <see cref="Unreachable"/>.</summary>
    public bool RateLimited { get; init; }

    /// <summary>How long the site asks to wait before the next request.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the user has to fix before such tracks can be read.</summary>
    public Failure? Failure { get; init; }

    public static CaptionContent TooLarge => Left($"it is larger than {Limit / (1024 * 1024)} MB");

    public static CaptionContent Left(string reason) => new(null, reason);

    public static CaptionContent NotReached(string reason) => new(null, reason) { Unreachable = true };

    /// <summary>Reads the stream to its end. Fails where it holds more than <see cref="Limit"/>.</summary>
    public static async Task<CaptionContent> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        // A length that is known is not copied as it grows.
        using var content = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, Limit) : 0);
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (content.Length + read > Limit)
                return TooLarge;
            content.Write(buffer, 0, read);
        }

        var bytes = content.GetBuffer();
        return new CaptionContent(bytes.Length == content.Length ? bytes : content.ToArray(), null);
    }
}
