using Yttl.Core.Failures;

namespace Yttl.Core.Reports;

/// <summary>Why files could not be written, in one line with what to do next.</summary>
public static class OutputFailure
{
    /// <summary>ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL; elsewhere .NET passes errno on: ENOSPC, and EDQUOT of Linux and macOS.</summary>
    private static readonly HashSet<int> DiskFull = [unchecked((int)0x80070027), unchecked((int)0x80070070), 28, 122, 69];

    public static Failure Of(Exception exception, string folder)
    {
        var shown = OneLine(folder);
        return DiskFull.Contains(exception.HResult)
            ? new(FailureCategory.Processing, "output.disk-full",
                $"The disk is full: the report could not be written to '{shown}'. Make room, or choose another folder with --out, and run the same command again.")
            : new(FailureCategory.Input, "output.unwritable",
                $"The report could not be written to '{shown}': {OneLine(exception.Message).TrimEnd('.')}. Choose another folder with --out.");
    }

    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
