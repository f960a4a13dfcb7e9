using System.Text;
using Yttl.Core.Failures;

namespace Yttl.Core.Sources;

/// <summary>
/// Cookies of a host's settings, or of a file of the user's. Several calls of yt-dlp run at once and each writes to its
/// file at its end, so each call gets a file of its own, which exists during the call only. The user's own file is only
/// read.
/// </summary>
public sealed class CookieJar
{
    private const string Extension = ".cookies";

    /// <summary>Required in the first line: https://docs.python.org/3/library/http.cookiejar.html</summary>
    private const string Header = "# Netscape HTTP Cookie File";

    private const string HttpOnly = "#HttpOnly_";

    private const int Fields = 7;

    /// <summary>Longer than any call of yt-dlp.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    private readonly Func<byte[]> _read;
    private readonly string _folder;
    private readonly TimeProvider _time;

    /// <param name="text">In Netscape's format, as <see cref="Find"/> returns it.</param>
    /// <param name="folder">Folder of the files, on a local disk.</param>
    public CookieJar(string text, string folder, TimeProvider time)
        : this(() => Encoding.UTF8.GetBytes(text), folder, time)
    {
    }

    private CookieJar(Func<byte[]> read, string folder, TimeProvider time) => (_read, _folder, _time) = (read, folder, time);

    /// <summary>Takes the cookies of a file, as they are at each call. A pipe is read once.</summary>
    /// <param name="path">Its content is passed on unchanged: yt-dlp says what is wrong with it.</param>
    /// <param name="folder">Folder of the copies, on a local disk.</param>
    public static CookieJar From(string path, string folder, TimeProvider time)
    {
        var once = new Lazy<byte[]>(() => Read(path));
        return new CookieJar(() => File.Exists(path) && new FileInfo(path).Length > 0 ? Read(path) : once.Value, folder, time);
    }

    /// <summary>
    /// Reads the content of a Netscape cookie file, as it is or as base64: line breaks and tabs survive the latter in
    /// every tool that sets variables.
    /// </summary>
    /// <returns>The cookies without comments and broken lines; null where there are none.</returns>
    public static string? Find(string text) => Cookies(text) ?? (Decoded(text.Trim()) is { } decoded ? Cookies(decoded) : null);

    /// <exception cref="YttlException"><c>cookies.unreadable</c>: the user's file cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    internal CookieFile Open()
    {
        DeleteStale();
        return CookieFile.Write(Path.Combine(_folder, Path.GetRandomFileName() + Extension), _read());
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new YttlException(
                FailureCategory.Input,
                "cookies.unreadable",
                $"the cookies cannot be read: {FileReason.Format(problem, path)}; correct {SettingName.For("cookies")}",
                inner: problem);
        }
    }

    /// <summary>Deletes the files of processes that were killed.</summary>
    private void DeleteStale()
    {
        var before = _time.GetUtcNow() - Stale;
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles("*" + Extension).Where(file => file.LastWriteTimeUtc < before))
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

    public static CookieFile Write(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new CookieFile(path);
        try
        {
            using var stream = new FileStream(path, options);
            stream.Write(content);
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
