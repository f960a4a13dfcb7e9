using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Yttl.Core.Audio;
using Yttl.Core.Failures;
using Yttl.LocalEngine.Logging;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Stores decoded audio as files: <c>HOME/audio/KEY.pcm</c>, decoded in <c>HOME/audio/scratch</c> and renamed, so that
/// every file is complete. Several processes may share one home. Samples are not flushed to the disk, which takes
/// longer than decoding them again; files from before the machine's last start may be incomplete after a power failure
/// and are not used. Behind the samples stand the SHA-256 of each ten seconds; audio that no longer matches them is
/// deleted, so that it is decoded again. The audio of earlier versions has none.
/// </summary>
/// <param name="home">Home folder of runs and stored content; created where it is missing.</param>
/// <param name="logger">Logs what is damaged.</param>
public sealed class FileAudioStore(string home, ILogger logger) : IAudioStore
{
    private const int BlockSeconds = 10;
    private const int BlockSize = BlockSeconds * PcmFormat.SampleRate * PcmFormat.BytesPerSample;

    private static readonly DateTime MachineStarted =
        DateTime.UtcNow - TimeSpan.FromMilliseconds(Environment.TickCount64);

    private readonly string _folder = Path.Combine(home, "audio");

    public string ScratchFolder => Directory.CreateDirectory(Path.Combine(_folder, "scratch")).FullName;

    public async Task KeepAsync(AudioRef audio, string scratchFile, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            await using (var file = new FileStream(scratchFile, FileMode.Open, FileAccess.ReadWrite))
            {
                var checksums = await ChecksumsAsync(file, audio, 0, BlocksIn(LengthOf(audio)), cancellationToken);
                await file.WriteAsync(checksums, cancellationToken);
            }

            File.Move(scratchFile, PathOf(audio), overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw HomeFailure.From("audio.write", $"'{_folder}' could not be written", problem);
        }
    }

    public async Task<Stream> OpenReadAsync(AudioRef audio, long first, long end, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, audio.Samples);
        if (!IsThere(audio))
            throw Missing(audio);
        try
        {
            var options = new FileStreamOptions
            {
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous,
            };
            var file = new FileStream(PathOf(audio), options);
            try
            {
                await CheckAsync(file, audio, first, end, cancellationToken);
                file.Position = first * PcmFormat.BytesPerSample;
                return new LimitedStream(file, (end - first) * PcmFormat.BytesPerSample);
            }
            catch
            {
                await file.DisposeAsync();
                throw;
            }
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Missing(audio, problem);
        }
    }

    public Task DeleteAsync(AudioRef audio, CancellationToken cancellationToken)
    {
        var path = PathOf(audio);
        if (Directory.Exists(_folder))
            File.Delete(path);
        return Task.CompletedTask;
    }

    private bool IsThere(AudioRef audio) =>
        new FileInfo(PathOf(audio)) is { Exists: true } file
        && (file.Length == LengthOf(audio) || file.Length == LengthOf(audio) + ChecksumsLength(audio))
        && file.LastWriteTimeUtc >= MachineStarted;

    /// <summary>Compares the blocks that hold a range of samples with their checksums, where the file has them.</summary>
    private async Task CheckAsync(FileStream file, AudioRef audio, long first, long end, CancellationToken cancellationToken)
    {
        if (file.Length == LengthOf(audio) || first == end)
            return;
        var block = (int)(first * PcmFormat.BytesPerSample / BlockSize);
        var count = BlocksIn(end * PcmFormat.BytesPerSample) - block;
        var checksums = new byte[count * SHA256.HashSizeInBytes];
        var at = LengthOf(audio) + block * (long)SHA256.HashSizeInBytes;
        var found = await ChecksumsAsync(file, audio, block, count, cancellationToken);
        file.Position = at;
        await file.ReadExactlyAsync(checksums, cancellationToken);
        if (found.AsSpan().SequenceEqual(checksums))
            return;
        var damaged = block + found.AsSpan().CommonPrefixLength(checksums) / SHA256.HashSizeInBytes;
        Log.AudioDamaged(logger, TimeSpan.FromSeconds(damaged * BlockSeconds), PathOf(audio));
        File.Delete(PathOf(audio));
        throw Missing(audio);
    }

    private static async Task<byte[]> ChecksumsAsync(
        FileStream file, AudioRef audio, int first, int count, CancellationToken cancellationToken)
    {
        var checksums = new byte[count * SHA256.HashSizeInBytes];
        var buffer = new byte[BlockSize];
        for (var index = 0; index < count; index++)
        {
            file.Position = (first + index) * (long)BlockSize;
            var block = buffer.AsMemory(0, (int)Math.Min(BlockSize, LengthOf(audio) - file.Position));
            await file.ReadExactlyAsync(block, cancellationToken);
            SHA256.HashData(block.Span, checksums.AsSpan(index * SHA256.HashSizeInBytes));
        }

        return checksums;
    }

    private static long LengthOf(AudioRef audio) => audio.Samples * PcmFormat.BytesPerSample;

    private static int BlocksIn(long bytes) => (int)((bytes + BlockSize - 1) / BlockSize);

    private static long ChecksumsLength(AudioRef audio) => BlocksIn(LengthOf(audio)) * (long)SHA256.HashSizeInBytes;

    private YttlException Missing(AudioRef audio, Exception? cause = null) => new(
        FailureCategory.Processing,
        "audio.missing",
        $"the audio {audio.Key} is not in '{_folder}', it was deleted or damaged: run the same command again",
        inner: cause);

    private string PathOf(AudioRef audio) => audio.Key.Length is 64 && audio.Key.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(_folder, $"{audio.Key}.pcm")
        : throw new ArgumentException($"'{audio.Key}' is not an audio key.", nameof(audio));
}
