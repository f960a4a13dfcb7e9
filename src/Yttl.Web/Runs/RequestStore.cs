using System.Text.Json;
using Microsoft.Extensions.Logging;
using Yttl.Core.Failures;
using Yttl.Web.Home;
using Yttl.Web.Json;
using Yttl.Web.Logging;
using Yttl.Workflows.Seam;

namespace Yttl.Web.Runs;

/// <summary>
/// Keeps what was asked for until it has ended, one file each: <c>HOME/serve/queue/ID.json</c>. So it goes on at the next
/// start, however this process ends.
/// </summary>
internal sealed class RequestStore(string folder, ILogger logger)
{
    private const string Extension = ".json";

    /// <exception cref="YttlException"><c>run.write</c></exception>
    public void Write(RunId id, QueuedRequest request)
    {
        try
        {
            PrivateFile.Write(PathOf(id), JsonSerializer.SerializeToUtf8Bytes(request, WebJson.Default.QueuedRequest));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new YttlException(
                FailureCategory.Processing, "run.write", $"run {id} could not be queued in '{folder}': {FileReason.Format(e)}", inner: e);
        }
    }

    public void Delete(RunId id) => File.Delete(PathOf(id));

    /// <summary>The first one that was asked for comes first. A file that cannot be read is left out and logged.</summary>
    public IReadOnlyList<(RunId Id, QueuedRequest Request)> All()
    {
        if (!Directory.Exists(folder))
            return [];
        var requests = new List<(RunId Id, QueuedRequest Request)>();
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Extension))
            try
            {
                requests.Add((new RunId(Uri.UnescapeDataString(Path.GetFileNameWithoutExtension(path))), Read(path)));
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
            {
                Log.RequestLeftOut(logger, path, e is JsonException ? "it is no JSON of this version" : FileReason.Format(e));
            }

        return [.. requests.OrderBy(one => one.Request.Submitted)];
    }

    /// <exception cref="JsonException">It is no request, or lacks a part.</exception>
    private static QueuedRequest Read(string path) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(path), WebJson.Default.QueuedRequest)
            is { Source: not null, Options: not null } request
            ? request
            : throw new JsonException();

    private string PathOf(RunId id) => Path.Combine(folder, Uri.EscapeDataString(id.Value) + Extension);
}
