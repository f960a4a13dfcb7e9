namespace Yttl.Core.Http;

/// <summary>How much is read of one answer, and for how long: a server may send without end, or stop in the middle.</summary>
/// <param name="Bytes">
/// The most bytes of the body, after decompression. A longer one fails with <see cref="ResponseTooLargeException"/>; that
/// of an error is cut, because its status tells what happened.
/// </param>
/// <param name="Total">The longest time from the request to the end of the body.</param>
public sealed record ResponseBounds(long Bytes, TimeSpan Total)
{
    /// <summary>
    /// The longest time between two parts of a body. It begins with the first: a slow model may send its headers at once
    /// and its answer minutes later, for which <see cref="Total"/> is the limit.
    /// </summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For answers of which only the status counts, and for calls that state no bounds of their own.</summary>
    public static readonly ResponseBounds Small = new(64 * 1024, TimeSpan.FromMinutes(2));

    /// <summary>The most bytes that are read of the body of an error.</summary>
    internal const long ErrorBytes = 256 * 1024;

    private static readonly HttpRequestOptionsKey<ResponseBounds> Key = new("yttl.response-bounds");

    /// <summary>Sets the bounds of one request; without them those of its client hold.</summary>
    public void Limit(HttpRequestMessage request) => request.Options.Set(Key, this);

    internal static ResponseBounds? Find(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var bounds) ? bounds : null;
}
