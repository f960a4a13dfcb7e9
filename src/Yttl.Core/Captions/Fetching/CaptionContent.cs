using Yttl.Core.Failures;

namespace Yttl.Core.Captions.Fetching;

/// <summary>What came of fetching a track's bytes. Either <see cref="Bytes"/> or <see cref="Reason"/> is set.</summary>
/// <param name="Reason">A clause that says why there are none.</param>
internal sealed record CaptionContent(byte[]? Bytes, string? Reason)
{
    /// <summary>Ten hours of json3, the most wordy format, take a tenth of this.</summary>
    public const int Limit = 64 * 1024 * 1024;

    /// <summary>Trouble on the way, which may be over later.</summary>
    public bool Unreachable { get; init; }

    /// <summary>The site asked to be left alone for now; such content is also <see cref="Unreachable"/>.</summary>
    public bool RateLimited { get; init; }

    /// <summary>How long the site asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the user has to mend before such tracks can be read.</summary>
    public Failure? Failure { get; init; }

    public static CaptionContent Left(string reason) => new(null, reason);

    public static CaptionContent NotReached(string reason) => new(null, reason) { Unreachable = true };

    /// <summary>Reads to the end, but no further than <see cref="Limit"/>.</summary>
    public static async Task<CaptionContent> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (content.Length + read > Limit)
                return Left($"it is larger than {Limit / (1024 * 1024)} MB");
            content.Write(buffer, 0, read);
        }

        return new CaptionContent(content.ToArray(), null);
    }
}
