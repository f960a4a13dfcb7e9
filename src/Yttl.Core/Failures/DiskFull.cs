namespace Yttl.Core.Failures;

/// <summary>Whether a disk, or a user's share of it, is full.</summary>
internal static class DiskFull
{
    /// <summary>
    /// ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows; elsewhere .NET passes errno on: ENOSPC, and EDQUOT of Linux
    /// and of macOS.
    /// </summary>
    private static readonly int[] Codes = [unchecked((int)0x80070027), unchecked((int)0x80070070), 28, 122, 69];

    public static bool IsCauseOf(Exception exception) => Codes.Contains(exception.HResult);

    public static YttlException ForAudio(string folder, Exception? cause = null) => new(
        FailureCategory.Processing,
        "audio.disk-full",
        $"there is no room for the audio in '{folder}', which takes 115 MB an hour while it is transcribed: make room or "
        + "point YTTL_HOME at another folder",
        inner: cause);
}
