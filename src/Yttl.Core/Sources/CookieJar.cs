using System.Text;
using Yttl.Core.Failures;
using Yttl.Core.Processes;

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

    private readonly Func<byte[]> _read;
    private readonly ScratchSpace _scratch;

    /// <param name="text">In Netscape's format, as <see cref="Find"/> returns it.</param>
    /// <param name="scratch">Has the files.</param>
    public CookieJar(string text, ScratchSpace scratch)
        : this(() => Encoding.UTF8.GetBytes(text), scratch)
    {
    }

    private CookieJar(Func<byte[]> read, ScratchSpace scratch) => (_read, _scratch) = (read, scratch);

    /// <summary>Takes the cookies of a file, as they are at each call. A pipe is read once.</summary>
    /// <param name="path">Its content is passed on unchanged: yt-dlp says what is wrong with it.</param>
    /// <param name="scratch">Has the copies.</param>
    public static CookieJar From(string path, ScratchSpace scratch)
    {
        var once = new Lazy<byte[]>(() => Read(path));
        return new CookieJar(() => File.Exists(path) && new FileInfo(path).Length > 0 ? Read(path) : once.Value, scratch);
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
    internal CookieFile Open() => CookieFile.Write(_scratch.NewPath(Extension), _read());

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
                $"the cookies in {path} cannot be read: {FileReason.Format(problem, path)}; correct {SettingName.For("cookies")}",
                inner: problem);
        }
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
        var file = new CookieFile(path);
        try
        {
            using var stream = FileModes.CreatePrivate(path);
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
