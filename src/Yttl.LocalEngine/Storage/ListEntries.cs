using System.Text.Json;
using Yttl.Workflows.Runs;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// The file <c>HOME/runs/ID.entries</c>: the results of a list's entries that have no run of their own, such as deleted
/// videos. One file for all of them, because a list may have tens of thousands, and the list's record stays small.
/// </summary>
internal static class ListEntries
{
    public const string Extension = ".entries";

    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static async Task WriteAsync(
        string path, IReadOnlyList<VideoResult> entries, CancellationToken cancellationToken)
    {
        if (entries is [])
        {
            File.Delete(path);
            return;
        }

        var json = CheckedJson.Write(
            JsonSerializer.SerializeToUtf8Bytes(new VideoResults(entries), RunsJson.Default.VideoResults));
        await StagedFile.WriteAsync(
            Path.GetDirectoryName(path)!, (file, token) => file.WriteAsync(json, token).AsTask(), () => path, cancellationToken);
    }

    /// <summary>Reads the entries; empty where there are none.</summary>
    public static (IReadOnlyList<VideoResult> Entries, string? Problem) Read(string path)
    {
        try
        {
            if (!CheckedJson.TryRead(File.ReadAllBytes(path), out var json))
                return ([], $"The entries of a list in '{path}' are damaged and not shown.");
            return (JsonSerializer.Deserialize(json, RunsJson.Default.VideoResults)?.Videos ?? [], null);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return ([], null);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return ([], $"The entries of a list in '{path}' cannot be read: {problem.Message}");
        }
    }
}
