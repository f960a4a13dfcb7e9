using System.Diagnostics.CodeAnalysis;
using Yttl.Core.Failures;

namespace Yttl.Core.Sources;

/// <summary>
/// A source to summarise. <see cref="ToString"/> is canonical: <see cref="Parse"/> reads it back to an equal value in
/// any folder, as long as no file of that name appears.
/// </summary>
public abstract record Source
{
    /// <summary>Returns whether this is, or may be, several videos. It is then listed before it is resolved.</summary>
    /// <param name="playlistWanted">Takes the list that a video's address names, not only the video.</param>
    public abstract bool IsList(bool playlistWanted);

    protected abstract string Text { get; }

    public sealed override string ToString() => Text;

    /// <exception cref="YttlException">As <see cref="TryParse"/>.</exception>
    public static Source Parse(string text) =>
        TryParse(text, out var source, out var failure)
            ? source
            : throw new YttlException(failure);

    /// <summary>
    /// Reads an address, a file name or a YouTube id. A text with a scheme is an address, and an existing name is that
    /// file or folder. Of the rest, <c>youtube.com/…</c> needs no scheme, eleven id characters are a YouTube video, <c>PL…</c>
    /// and similar are a playlist, and anything else is a missing file.
    /// </summary>
    /// <param name="failure">
    /// <c>source.empty</c> or <c>source.unsupported</c>. Resolving reports a missing file.
    /// </param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out Source? source, [NotNullWhen(false)] out Failure? failure)
    {
        var result = SourceText.Read(text, path => File.Exists(path) || Directory.Exists(path), Directory.Exists);
        (source, failure) = result;
        return result.Source is not null;
    }
}
