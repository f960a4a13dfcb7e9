using System.Net;
using System.Net.Http.Headers;
using Yttl.Core.Http;

namespace Yttl.Core.ModelServers;

/// <summary>
/// Requests one file, repeatedly if needed, and resumes a partial download where the server still has the same content.
/// </summary>
/// <param name="part">Path of the partial download; the server's entity tag is stored beside it.</param>
internal sealed class ModelConnection(HttpClient http, Uri url, string part)
{
    private const int MostRedirects = 10;
    private const int Sha256Digits = 64;

    private string TagFile => part + ".etag";

    /// <summary>Bytes downloaded so far.</summary>
    public long Done => new FileInfo(part) is { Exists: true } file ? file.Length : 0;

    /// <param name="onData">Called whenever data arrives.</param>
    /// <returns>The SHA-256 that the server states; null where it states none.</returns>
    /// <exception cref="Failures.YttlException"><c>model.download</c>, <c>model.file-html</c>.</exception>
    /// <exception cref="HttpRequestException">The connection failed.</exception>
    public async Task<string?> FetchAsync(
        IProgress<ModelProgress>? progress, Action onData, CancellationToken cancellationToken)
    {
        var (answer, checksum) = await RequestAsync(cancellationToken);
        using (answer)
        {
            CheckRange(answer);
            onData();
            await SaveAsync(answer, progress, onData, cancellationToken);
        }

        return checksum;
    }

    public void Forget()
    {
        File.Delete(part);
        File.Delete(TagFile);
    }

    /// <summary>
    /// Hugging Face redirects to its CDN and states the file's SHA-256 in X-Linked-ETag, in the first response only:
    /// https://huggingface.co/docs/huggingface_hub/package_reference/file_download#huggingface_hub.HfFileMetadata
    /// </summary>
    private async Task<(HttpResponseMessage Answer, string? Checksum)> RequestAsync(CancellationToken cancellationToken)
    {
        var address = url;
        string? checksum = null;
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            AskForTheRest(request);
            var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            checksum ??= Checksum(answer);
            if (answer.IsSuccessStatusCode)
                return (answer, checksum);
            using (answer)
            {
                if (answer.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && File.Exists(part))
                    Forget();
                else if (Redirects.TargetOf(answer, address) is { } target && Redirects.IsWeb(target))
                    address = target;
                else
                    throw ModelFileFailures.Refused(url, answer.StatusCode);
                if (redirects == MostRedirects || (url.Scheme == Uri.UriSchemeHttps && address.Scheme != url.Scheme))
                    throw ModelFileFailures.Refused(url, answer.StatusCode);
            }
        }
    }

    private void AskForTheRest(HttpRequestMessage request)
    {
        if (!File.Exists(part) || !File.Exists(TagFile)
            || !EntityTagHeaderValue.TryParse(File.ReadAllText(TagFile), out var tag))
            return;
        // Requests the last byte again: for a complete part the remaining range would be empty, which servers reject.
        request.Headers.Range = new RangeHeaderValue(Math.Max(0, Done - 1), null);
        request.Headers.IfRange = new RangeConditionHeaderValue(tag);
    }

    private static string? Checksum(HttpResponseMessage answer)
    {
        var linked = answer.Headers.TryGetValues("X-Linked-ETag", out var values) ? values.First() : null;
        var tag = (linked ?? answer.Headers.ETag?.Tag)?.Trim('"');
        return tag is { Length: Sha256Digits } && tag.All(char.IsAsciiHexDigit) ? tag.ToUpperInvariant() : null;
    }

    /// <summary>
    /// Rejects a response that starts at another offset than requested: it would corrupt the file without changing its
    /// format.
    /// </summary>
    private void CheckRange(HttpResponseMessage answer)
    {
        if (answer.StatusCode != HttpStatusCode.PartialContent)
            return;
        var asked = answer.RequestMessage?.Headers.Range?.Ranges.First().From ?? 0;
        if (answer.Content.Headers.ContentRange?.From == asked)
            return;
        Forget();
        throw ModelFileFailures.Broken(url, new HttpRequestException("It sent another part of the file than requested."));
    }

    private async Task SaveAsync(
        HttpResponseMessage answer,
        IProgress<ModelProgress>? progress,
        Action onData,
        CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            throw ModelFileFailures.Html(url.AbsoluteUri);
        var from = answer.StatusCode == HttpStatusCode.PartialContent
            ? answer.Content.Headers.ContentRange?.From ?? 0
            : 0;
        if (answer.Headers.ETag is { IsWeak: false } tag)
            await File.WriteAllTextAsync(TagFile, tag.ToString(), cancellationToken);
        else
            File.Delete(TagFile);

        await using var file = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        file.SetLength(Math.Min(from, file.Length));
        file.Position = file.Length;
        await using var content = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var total = from + answer.Content.Headers.ContentLength;
        var buffer = new byte[128 * 1024];
        while (await ReadAsync(content, buffer, cancellationToken) is > 0 and var read)
        {
            onData();
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            progress?.Report(new ModelProgress(file.Position, total));
        }

        file.Flush(flushToDisk: true);
    }

    private async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException e)
        {
            throw ModelFileFailures.Broken(url, e);
        }
    }
}
