using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.Core.Http;
using Yttl.Core.Measuring;

namespace Yttl.Core.SponsorBlock;

/// <summary>
/// Finds the ranges of a YouTube video that SponsorBlock's users marked, without revealing the video to SponsorBlock:
/// only a hash prefix of its id is sent.
/// </summary>
/// <param name="address">Root URL of the server, such as <c>https://sponsor.ajay.app/</c>.</param>
public sealed class SponsorBlockClient(HttpClient http, Uri address, TimeProvider time)
{
    /// <summary>
    /// The categories whose ranges can be skipped, and therefore removed from a transcript. The others (<c>chapter</c>,
    /// <c>poi_highlight</c>, <c>exclusive_access</c>) are labels only.
    /// </summary>
    /// <seealso href="https://github.com/ajayyy/SponsorBlock/blob/master/config.json.example">
    /// categoryList and categorySupport
    /// </seealso>
    public static IReadOnlyList<string> RemovableCategories { get; } =
        ["sponsor", "selfpromo", "interaction", "intro", "outro", "preview", "hook", "filler", "music_offtopic"];

    /// <summary>Time limit of the whole call: the original program had none and hung.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>An answer for a prefix which many videos share has about 100 KB.</summary>
    private static readonly ResponseBounds Bounds = new(8 << 20, Timeout);

    private readonly Uri _root = new(address.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>Makes one request and never repeats it; any problem becomes a note.</summary>
    /// <param name="duration">
    /// Duration of the video, where known: it identifies marks for another cut of the video.
    /// </param>
    /// <param name="categories">Categories among <see cref="RemovableCategories"/>.</param>
    public async Task<SponsorRanges> FindAsync(
        string videoId, TimeSpan? duration, IReadOnlyList<string> categories, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await AskAsync(videoId, duration, categories, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Nothing(FailureCategory.Network, string.Create(
                CultureInfo.InvariantCulture, $"it did not answer within {Timeout.TotalSeconds:0} seconds"));
        }
        catch (HttpRequestException problem)
        {
            return Nothing(FailureCategory.Network, $"the call to {_root.Host} failed ({ConnectionReason.Format(problem)})");
        }
        catch (IOException problem)
        {
            return Nothing(FailureCategory.Network, $"its answer broke off ({ConnectionReason.Format(problem)})");
        }
        catch (JsonException)
        {
            return Nothing(FailureCategory.Api, "its answer does not match its API");
        }
    }

    private async Task<SponsorRanges> AskAsync(
        string videoId, TimeSpan? duration, IReadOnlyList<string> categories, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(RequestFor(videoId, categories), Bounds, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return SponsorRanges.None;
        if (!response.IsSuccessStatusCode)
            return Nothing(
                response.StatusCode is HttpStatusCode.TooManyRequests ? FailureCategory.RateLimit : FailureCategory.Api,
                string.Create(CultureInfo.InvariantCulture, $"it answered HTTP {(int)response.StatusCode}"));
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var matches = await JsonSerializer.DeserializeAsync(
            body, HashMatchJson.Default.IReadOnlyListHashMatch, cancellationToken);
        return SponsorRanges.From(matches ?? [], videoId, duration, categories);
    }

    private Uri RequestFor(string videoId, IReadOnlyList<string> categories)
    {
        var prefix = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(videoId)))[..4];
        return new Uri(_root, $"api/skipSegments/{prefix}?categories={Json(categories)}&actionTypes={Json(["skip"])}");
    }

    private static string Json(IReadOnlyList<string> names) =>
        Uri.EscapeDataString(JsonSerializer.Serialize(names, HashMatchJson.Default.IReadOnlyListString));

    private static SponsorRanges Nothing(FailureCategory category, string reason)
    {
        TrackedCall.Failed(TrackedCall.SponsorBlock, category);
        return new SponsorRanges([], $"SponsorBlock could not be queried, so nothing was removed: {reason}.");
    }
}
