using System.Text;
using Yttl.Web.Settings;

namespace Yttl.Web.Home;

/// <summary>
/// A file, mode 0600, that leads a browser to the page: an argument of the browser's program could be read by other users
/// of this machine, with the code in it. Disposing deletes it.
/// </summary>
public sealed class PageFile : IDisposable
{
    private PageFile(string path) => Path = path;

    public string Path { get; }

    /// <param name="address">Of letters, digits and signs of addresses alone.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public static PageFile Write(string home, Uri address)
    {
        var path = System.IO.Path.Combine(ServeOptions.FolderIn(home), "open.html");
        PrivateFile.Write(path, Encoding.UTF8.GetBytes($"""
            <!doctype html>
            <meta charset="utf-8">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="refresh" content="0; url={address.AbsoluteUri}">
            <title>YTTL</title>
            <a href="{address.AbsoluteUri}">YTTL</a>
            """));
        return new PageFile(path);
    }

    public void Dispose() => File.Delete(Path);
}
