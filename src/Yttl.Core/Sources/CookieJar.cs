using System.Text;

namespace Yttl.Core.Sources;

/// <summary>
/// Cookies that a host has as text. Several calls of yt-dlp run at once and each writes to its file at its end, so each
/// call gets a file of its own, which exists during the call only.
/// </summary>
/// <param name="text">In Netscape's format, as <see cref="Find"/> returns it.</param>
/// <param name="folder">Folder of the files, on a local disk.</param>
public sealed class CookieJar(string text, string folder, TimeProvider time)
{
    private const string Extension = ".cookies";

    /// <summary>Required in the first line: https://docs.python.org/3/library/http.cookiejar.html</summary>
    private const string Header = "# Netscape HTTP Cookie File";

    private const string HttpOnly = "#HttpOnly_";

    private const int Fields = 7;

    /// <summary>Longer than any call of yt-dlp.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    /// <summary>
    /// Reads the content of a Netscape cookie file, as it is or as base64: line breaks and tabs survive the latter in
    /// every tool that sets variables.
    /// </summary>
    /// <returns>The cookies without comments and broken lines; null where there are none.</returns>
    public static string? Find(string text) => Cookies(text) ?? (Decoded(text.Trim()) is { } decoded ? Cookies(decoded) : null);

    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    internal CookieFile Open()
    {
        DeleteStale();
        return CookieFile.Write(Path.Combine(folder, Path.GetRandomFileName() + Extension), text);
    }

    /// <summary>Deletes the files of processes that were killed.</summary>
    private void DeleteStale()
    {
        var before = time.GetUtcNow() - Stale;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*" + Extension).Where(file => file.LastWriteTimeUtc < before))
            file.Delete();
    }

    private static string? Cookies(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r'))
            .Where(line => line.Split('\t').Length is Fields
                && (!line.StartsWith('#') || line.StartsWith(HttpOnly, StringComparison.Ordinal)))
            .ToList();
        return lines is [] ? null : string.Join('\n', lines.Prepend(Header)) + '\n';
    }

    private static string? Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}

/// <summary>A file of cookies that only this user can read. Disposal deletes it.</summary>
internal sealed class CookieFile : IDisposable
{
    private CookieFile(string path) => Path = path;

    public string Path { get; }

    public static CookieFile Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new CookieFile(path);
        try
        {
            using var writer = new StreamWriter(path, options);
            writer.Write(text);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => File.Delete(Path);
}
