namespace Yttl.Core.Sources;

/// <summary>Any other address, for yt-dlp to resolve. Only listing it shows whether it is one video or many.</summary>
/// <param name="Address">An absolute http or https address.</param>
public sealed record WebPage(Uri Address) : Source
{
    public override bool IsList(bool playlistWanted) => true;

    protected override string Text => Address.AbsoluteUri;

    // Uri's equality ignores the fragment, which identifies the video on some sites.
    public bool Equals(WebPage? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
