using System.Net;
using Yttl.Core.Failures;
using Yttl.Core.Http;
using Yttl.Core.Processes;

namespace Yttl.Core.ModelServers;

/// <summary>
/// Finds models by path, or by name with a download on first use. Safe for concurrent use, including by several
/// processes.
/// </summary>
/// <param name="folder">Folder of downloaded models.</param>
/// <param name="baseUrl">Server to download from, with the final slash; usually <see cref="HuggingFace"/>.</param>
public sealed class ModelFiles(string folder, Uri baseUrl, HttpClient http, TimeProvider time)
{
    public static readonly Uri HuggingFace = new("https://huggingface.co/");

    /// <summary>
    /// No single file of a model is larger, and no line so slow that it needs longer; <see cref="ModelDownload"/> ends a
    /// connection that sends nothing.
    /// </summary>
    private static readonly ResponseBounds Bounds = new(512L << 30, TimeSpan.FromDays(3));

    /// <summary>
    /// Creates a client for this class, without decompression: ranges and checksums count the bytes of the file itself.
    /// </summary>
    public static HttpClient CreateHttpClient() => HttpClients.Create(
        configure: handler =>
        {
            handler.AutomaticDecompression = DecompressionMethods.None;
            handler.ConnectTimeout = HttpClients.ConnectTimeout;
        },
        bounds: Bounds);

    /// <summary>
    /// Rejects a value that is neither a valid model file nor a name to download, before anything starts.
    /// </summary>
    /// <exception cref="YttlException"><c>model.file-missing</c>, <c>model.file-html</c>, <c>model.file-format</c>.</exception>
    public static void Check(string model, ModelFormat format)
    {
        if (File.Exists(model))
            format.Check(model, model);
        else if (HubParts(model, format) is null)
            throw ModelFileFailures.Missing(model);
    }

    /// <summary>Finds or downloads a model and checks its first bytes.</summary>
    /// <param name="model">
    /// A path; <c>OWNER/NAME/FILE</c>; or, for <see cref="ModelFormat.Ggml"/>, a Whisper model's name such as
    /// <c>base</c> or <c>large-v3-turbo</c>.
    /// </param>
    /// <returns>The path of the file.</returns>
    /// <exception cref="YttlException">
    /// <c>model.file-missing</c>, <c>model.file-html</c>, <c>model.file-format</c>, <c>model.download</c>,
    /// <c>model.checksum</c>, <c>model.write</c>.
    /// </exception>
    public async Task<string> GetAsync(
        string model, ModelFormat format, IProgress<ModelProgress>? progress, CancellationToken cancellationToken)
    {
        if (File.Exists(model))
        {
            format.Check(model, model);
            return Path.GetFullPath(model);
        }

        var parts = HubParts(model, format) ?? throw ModelFileFailures.Missing(model);
        var target = Path.Combine([folder, .. parts]);
        // An existing file needs no lock: its folder may be read-only.
        if (!File.Exists(target))
            await DownloadAsync(parts, target, format, progress, cancellationToken);
        format.Check(target, model);
        return target;
    }

    private async Task DownloadAsync(
        string[] parts,
        string target,
        ModelFormat format,
        IProgress<ModelProgress>? progress,
        CancellationToken cancellationToken)
    {
        try
        {
            using var mine = await FileLock.TakeAsync(target + ".lock", time, cancellationToken);
            if (File.Exists(target))
                return;
            var path = string.Join('/', [.. parts[..2], "resolve", "main", .. parts[2..]]);
            var download = new ModelDownload(http, new Uri(baseUrl, path), target + ".part", format, time);
            await download.RunAsync(progress, cancellationToken);
            download.MoveTo(target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ModelFileFailures.Unwritable(target, e);
        }
    }

    /// <returns>Owner, name and path of the file; null for any other form.</returns>
    private static string[]? HubParts(string model, ModelFormat format)
    {
        if (format == ModelFormat.Ggml && model.Length > 0 && model.All(IsNameLetter))
            return ["ggerganov", "whisper.cpp", $"ggml-{model}.bin"];
        var parts = model.Split('/');
        return parts.Length >= 3 && parts.All(part => part.Length > 0 && part[0] != '.' && part.All(IsNameLetter))
            ? parts
            : null;
    }

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';
}

/// <param name="Done">Bytes downloaded so far.</param>
/// <param name="Total">Size of the file in bytes; null where the server does not state it.</param>
public sealed record ModelProgress(long Done, long? Total);
