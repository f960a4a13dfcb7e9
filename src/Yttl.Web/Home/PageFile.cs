using System.Text;
using Yttl.Web.Settings;

namespace Yttl.Web.Home;

/// <summary>
/// A file, mode 0600, that leads a browser to the page: an argument of the browser's program could be read by other users
/// of this machine, with the code in it. The server that has the home deletes it when it ends.
/// </summary>
public static class PageFile
{
    internal const string Name = "open.html";

    /// <returns>Its path.</returns>
    /// <param name="address">Of letters, digits and signs of addresses alone.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public static string Write(string home, Uri address)
    {
        var path = Path.Combine(ServeOptions.FolderIn(home), Name);
        PrivateFile.Write(path, Encoding.UTF8.GetBytes($"""
            <!doctype html>
            <meta charset="utf-8">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="refresh" content="0; url={address.AbsoluteUri}">
            <title>YTTL</title>
            <a href="{address.AbsoluteUri}">YTTL</a>
            """));
        return path;
    }
}
