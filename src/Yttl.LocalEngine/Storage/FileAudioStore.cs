using Yttl.Core.Audio;
using Yttl.Core.Failures;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Stores decoded audio as files: <c>HOME/audio/KEY.pcm</c>, decoded in <c>HOME/audio/scratch</c> and renamed, so that
/// every file is complete. Several processes may share one home. Samples are not flushed to the disk, which takes
/// longer than decoding them again; files from before the machine's last start may be incomplete after a power failure
/// and are not used.
/// </summary>
/// <param name="home">Home folder of runs and stored content; created where it is missing.</param>
public sealed class FileAudioStore(string home) : IAudioStore
{
    private static readonly DateTime MachineStarted =
        DateTime.UtcNow - TimeSpan.FromMilliseconds(Environment.TickCount64);

    private readonly string _folder = Path.Combine(home, "audio");

    public string ScratchFolder => Directory.CreateDirectory(Path.Combine(_folder, "scratch")).FullName;

    public Task KeepAsync(AudioRef audio, string scratchFile, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            File.Move(scratchFile, PathOf(audio), overwrite: true);
            return Task.CompletedTask;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw HomeFailure.From("audio.write", $"'{_folder}' could not be written", problem);
        }
    }

    public Task<Stream> OpenReadAsync(AudioRef audio, long first, long end, CancellationToken cancellationToken)
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
            var file = new FileStream(PathOf(audio), options) { Position = first * PcmFormat.BytesPerSample };
            return Task.FromResult<Stream>(new LimitedStream(file, (end - first) * PcmFormat.BytesPerSample));
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
        && file.Length == audio.Samples * PcmFormat.BytesPerSample
        && file.LastWriteTimeUtc >= MachineStarted;

    private YttlException Missing(AudioRef audio, Exception? cause = null) => new(
        FailureCategory.Processing,
        "audio.missing",
        $"The audio {audio.Key} is not in '{_folder}': it was deleted. Run the same command again.",
        inner: cause);

    private string PathOf(AudioRef audio) => audio.Key.Length is 64 && audio.Key.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(_folder, $"{audio.Key}.pcm")
        : throw new ArgumentException($"'{audio.Key}' is not an audio key.", nameof(audio));
}
