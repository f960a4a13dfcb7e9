using System.Globalization;
using Yttl.Core.Failures;

namespace Yttl.Core.Audio;

/// <summary>Why there is nothing to listen to. None is transient.</summary>
internal static class AudioFailures
{
    // ENOSPC and EDQUOT as .NET passes them on; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL.
    private static readonly int[] FullDisk = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    public static YttlException None(string source) => new(
        FailureCategory.Input, "audio.none", $"{source} has no audio: there is nothing to transcribe in it");

    public static YttlException Undecodable(string path, string reason) => new(
        FailureCategory.Input,
        "audio.undecodable",
        $"The audio of {path} cannot be decoded ({reason}): copy or download it again");

    public static YttlException Interrupted(string path, int exitCode) => new(
        FailureCategory.Processing,
        "audio.interrupted",
        string.Create(
            CultureInfo.InvariantCulture,
            $"ffmpeg was stopped before the end of the audio of {path} (exit code {exitCode}): run the same command again"));

    public static YttlException DiskFull(string folder, Exception? cause = null) => new(
        FailureCategory.Processing,
        "audio.disk-full",
        $"There is no room for the audio in '{folder}', which takes 115 MB an hour while it is transcribed: make room or "
        + "point YTTL_HOME at another folder",
        inner: cause);

    public static bool IsDiskFull(IOException problem) => FullDisk.Contains(problem.HResult);
}
