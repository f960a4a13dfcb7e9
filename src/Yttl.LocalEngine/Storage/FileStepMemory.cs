using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Yttl.Core.Failures;
using Yttl.LocalEngine.Logging;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Caches step results as files: <c>HOME/memory/ab/abcd…</c>, named by their keys. A file's first line is the SHA-256
/// of the rest. Several processes may share one home.
/// </summary>
/// <param name="home">Home folder of runs and stored content; created where it is missing.</param>
/// <param name="content">Store of the content that results reference.</param>
/// <param name="logger">Logs what was dropped and why.</param>
public sealed class FileStepMemory(string home, FileArtifactStore content, ILogger logger) : IStepMemory
{
    private const int HashLength = 64;

    private readonly string _folder = Path.Combine(home, "memory");

    public async Task<RememberedResult?> FindAsync(StepKey key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        var (result, damage) = Read(path);
        if (damage is null && result is null)
            return null;
        if (result is not null)
        {
            foreach (var reference in result.Content)
                if (!await content.IsSoundAsync(reference, cancellationToken))
                    damage ??= $"its content {reference} is missing or damaged";
        }

        if (damage is null)
            return Used(path) ? result : null;
        Drop(path, result?.Step ?? "a step", damage);
        return null;
    }

    public Task KeepAsync(StepKey key, RememberedResult result, CancellationToken cancellationToken)
    {
        try
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(result, LocalJson.Default.RememberedResult);
            byte[] file = [.. Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(json)) + '\n'), .. json];
            StagedFile.Write(_folder, file, PathOf(key));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Log.NotRemembered(logger, result.Step, FileReason.Format(problem));
        }

        return Task.CompletedTask;
    }

    /// <summary>Reads a cached result; both values are null where there is none.</summary>
    private static (RememberedResult? Result, string? Damage) Read(string path)
    {
        try
        {
            return File.Exists(path) ? Parse(File.ReadAllBytes(path)) : (null, null);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, FileReason.Format(problem));
        }
    }

    internal static (RememberedResult? Result, string? Damage) Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length <= HashLength || file[HashLength] is not (byte)'\n')
            return (null, "it is incomplete");
        var json = file[(HashLength + 1)..];
        var hash = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(json)));
        if (!file[..HashLength].SequenceEqual(hash))
            return (null, "it is incomplete or damaged");
        try
        {
            return JsonSerializer.Deserialize(json, LocalJson.Default.RememberedResult) is { } result
                ? (result, null)
                : (null, "it is empty");
        }
        catch (JsonException unreadable)
        {
            return (null, FileReason.Format(unreadable));
        }
    }

    /// <summary>Marks the file as used now; false where it was deleted meanwhile.</summary>
    private static bool Used(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return File.Exists(path);
        }
    }

    private void Drop(string path, string step, string reason)
    {
        Log.Forgotten(logger, step, reason, path);
        try
        {
            File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The file stays; the next read finds it damaged again.
        }
    }

    private string PathOf(StepKey key) => Path.Combine(_folder, key.ToString()[..2], key.ToString());
}
