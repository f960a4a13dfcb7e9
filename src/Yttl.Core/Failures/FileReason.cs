using System.ComponentModel;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yttl.Core.Text;

namespace Yttl.Core.Failures;

/// <summary>
/// Why a file, a folder or a program could not be used, in words that do not change with the system: those of .NET
/// repeat the path, are sentences, and differ from host to host.
/// </summary>
public static partial class FileReason
{
    /// <summary>COR_E_IO: no code of the system, so the text is ours.</summary>
    private const int NoCode = unchecked((int)0x80131620);

    /// <summary>
    /// The codes that .NET passes on: errno of Linux, with those of macOS where they differ, and Win32 errors
    /// (https://learn.microsoft.com/windows/win32/debug/system-error-codes), of files as HRESULT.
    /// </summary>
    private static readonly (string Reason, int[] Codes)[] Files =
    [
        ("there is a file of that name", [17, Win32(80), Win32(183)]),
        ("a part of its path is a file and no folder", [20, Win32(267)]),
        ("it is a folder", [21]),
        ("it is in use by another program", [11, 35, 16, 26, Win32(32), Win32(33)]),
        ("too many files are open", [23, 24, Win32(4)]),
        ("its disk is read-only", [30, Win32(19)]),
        ("it is a link to itself", [40, 62]),
        ("the folder is not empty", [39, 66, Win32(145)]),
        ("its disk failed", [5, Win32(23), Win32(1117)]),
        ("its name is not allowed", [22, Win32(123)]),
    ];

    /// <summary>The codes of starting a program, as <see cref="Win32Exception.NativeErrorCode"/>.</summary>
    private static readonly (string Reason, int[] Codes)[] Programs =
    [
        ("no such file", [2, 3]),
        ("permission denied", OperatingSystem.IsWindows() ? [5] : [1, 13]),
        ("it is no program for this machine", OperatingSystem.IsWindows() ? [193, 216] : [8]),
        ("its arguments are too long", OperatingSystem.IsWindows() ? [206] : [7]),
    ];

    /// <param name="path">What was used, where that is known: a folder in place of a file is told apart by it.</param>
    /// <returns>A clause without a capital and a full stop, such as <c>permission denied</c>.</returns>
    public static string Format(Exception exception, string? path = null) => exception switch
    {
        FileNotFoundException => "no such file",
        DirectoryNotFoundException => "no such folder",
        PathTooLongException => "its path is too long",
        UnauthorizedAccessException when path is not null && Directory.Exists(path) => "it is a folder",
        UnauthorizedAccessException => "permission denied",
        JsonException { LineNumber: { } line } => FormattableString.Invariant($"its JSON is wrong in line {line + 1}"),
        _ when DiskFull.IsCauseOf(exception) => "the disk is full",
        IOException { HResult: not NoCode } when Find(Files, exception.HResult) is { } reason => reason,
        Win32Exception program when Find(Programs, program.NativeErrorCode) is { } reason => reason,
        Win32Exception program => Clause(new Win32Exception(program.NativeErrorCode).Message),
        _ => Clause(exception.Message),
    };

    /// <summary>The same behind the path that .NET names, for an exception that was not foreseen where it is told.</summary>
    public static string FormatWithPath(Exception exception) =>
        exception is IOException or UnauthorizedAccessException
        && ((exception as FileNotFoundException)?.FileName ?? Quoted().Match(exception.Message).Groups[1].Value) is { Length: > 0 } path
            ? $"{path}: {Format(exception, path)}"
            : Format(exception);

    /// <summary>The failure of reading a file of the user's.</summary>
    /// <param name="hint">Said of a file that is not there, behind its path.</param>
    /// <returns><c>file.missing</c>, <c>file.directory</c> or <c>file.unreadable</c>; none is transient.</returns>
    public static YttlException Unreadable(string path, Exception exception, string hint = "")
    {
        var shown = PlainText.OneLine(path);
        var (code, message) = exception switch
        {
            FileNotFoundException or DirectoryNotFoundException => ("file.missing", $"no such file: {shown}{hint}"),
            UnauthorizedAccessException when Directory.Exists(path) => ("file.directory", $"{shown} is a folder: give a file in it"),
            _ => ("file.unreadable", $"{shown} cannot be read: {Format(exception)}"),
        };
        return new YttlException(FailureCategory.Input, code, message, inner: exception);
    }

    private static string? Find((string Reason, int[] Codes)[] known, int code) =>
        known.FirstOrDefault(one => one.Codes.Contains(code)).Reason;

    /// <summary>A sentence as a clause, and without the path that .NET writes behind the system's words.</summary>
    private static string Clause(string text)
    {
        var clause = text.Split(" : '")[0].TrimEnd('.', ' ');
        return clause is [var first, var second, ..] && char.IsUpper(first) && char.IsLower(second)
            ? char.ToLowerInvariant(first) + clause[1..]
            : clause;
    }

    private static int Win32(int error) => unchecked((int)0x80070000) | error;

    [GeneratedRegex("'([^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
