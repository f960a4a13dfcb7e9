using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Yttl.Core.ModelServers;

/// <summary>
/// One download into a file beside its place, which goes on where an earlier one broke off as long as the server still
/// has the same content.
/// </summary>
internal sealed class ModelDownload(HttpClient http, Uri url, string part, ModelFormat format)
{
    private const int MostRedirects = 10;
    private const int Sha256Digits = 64;

    private string TagFile => part + ".etag";

    public async Task RunAsync(IProgress<ModelProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var (answer, checksum) = await RequestAsync(cancellationToken);
            using (answer)
            {
                CheckRange(answer);
                await SaveAsync(answer, progress, cancellationToken);
            }

            if (checksum is not null && await HashAsync(cancellationToken) != checksum)
            {
                Forget();
                throw ModelFileFailures.Checksum(url);
            }

            CheckFormat();
            File.Delete(TagFile);
        }
        catch (HttpRequestException e)
        {
            throw ModelFileFailures.Broken(url, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ModelFileFailures.Unwritable(part, e);
        }
    }

    /// <summary>
    /// Hugging Face answers with a redirect to its CDN and the file's SHA-256 in X-Linked-ETag; only that first answer
    /// has it: https://huggingface.co/docs/huggingface_hub/package_reference/file_download#huggingface_hub.HfFileMetadata
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
                else if ((int)answer.StatusCode is > 300 and < 400 && answer.Headers.Location is { } location
                    && Uri.TryCreate(address, location, out var next) && next.Scheme is "http" or "https")
                    address = next;
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
        request.Headers.Range = new RangeHeaderValue(new FileInfo(part).Length, null);
        request.Headers.IfRange = new RangeConditionHeaderValue(tag);
    }

    private static string? Checksum(HttpResponseMessage answer)
    {
        var linked = answer.Headers.TryGetValues("X-Linked-ETag", out var values) ? values.First() : null;
        var tag = (linked ?? answer.Headers.ETag?.Tag)?.Trim('"');
        return tag is { Length: Sha256Digits } && tag.All(char.IsAsciiHexDigit) ? tag.ToUpperInvariant() : null;
    }

    /// <summary>What begins elsewhere than was asked would make a file of the right kind that is wrong inside.</summary>
    private void CheckRange(HttpResponseMessage answer)
    {
        if (answer.StatusCode != HttpStatusCode.PartialContent)
            return;
        var asked = answer.RequestMessage?.Headers.Range?.Ranges.First().From ?? 0;
        if (answer.Content.Headers.ContentRange?.From == asked)
            return;
        Forget();
        throw ModelFileFailures.Broken(url, new HttpRequestException("It sent another part of the file than was asked for."));
    }

    private async Task SaveAsync(
        HttpResponseMessage answer, IProgress<ModelProgress>? progress, CancellationToken cancellationToken)
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

    private async Task<string> HashAsync(CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(part);
        return Convert.ToHexString(await SHA256.HashDataAsync(file, cancellationToken));
    }

    private void CheckFormat()
    {
        try
        {
            format.Check(part, url.AbsoluteUri);
        }
        catch (Failures.YttlException)
        {
            Forget();
            throw;
        }
    }

    private void Forget()
    {
        File.Delete(part);
        File.Delete(TagFile);
    }
}
