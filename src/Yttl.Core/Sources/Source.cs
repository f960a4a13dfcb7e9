using System.Diagnostics.CodeAnalysis;
using Yttl.Core.Failures;

namespace Yttl.Core.Sources;

/// <summary>
/// What the user gives to be summarised. <see cref="ToString"/> is canonical: <see cref="Parse"/> reads it back to an
/// equal value, in whatever folder, as long as no file has appeared in its place.
/// </summary>
public abstract record Source
{
    /// <summary>
    /// Whether this is, or may turn out to be, many videos: it is then listed before anything is resolved.
    /// </summary>
    /// <param name="playlistWanted">Takes the list that a video's address names, not only the video.</param>
    public abstract bool IsList(bool playlistWanted);

    protected abstract string Text { get; }

    public sealed override string ToString() => Text;

    /// <exception cref="YttlException">As <see cref="TryParse"/>.</exception>
    public static Source Parse(string text) =>
        TryParse(text, out var source, out var failure)
            ? source
            : throw new YttlException(failure.Category, failure.Code, failure.Message);

    /// <summary>
    /// Reads an address, a file's name or a YouTube id. What begins with a scheme is an address, and a name that exists
    /// on disk is that file; of what is left, <c>youtube.com/…</c> needs no scheme, eleven id characters are a YouTube
    /// video, <c>PL…</c> and its kin are a playlist, and the rest is a file that is not there.
    /// </summary>
    /// <param name="failure"><c>source.empty</c> or <c>source.unsupported</c>; that a file is missing is found
    /// later.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out Source? source, [NotNullWhen(false)] out Failure? failure)
    {
        var result = SourceText.Read(text, path => File.Exists(path) || Directory.Exists(path));
        (source, failure) = result;
        return result.Source is not null;
    }
}
