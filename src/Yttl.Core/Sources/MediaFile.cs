namespace Yttl.Core.Sources;

/// <summary>A video or audio file. Resolving it checks whether it exists and can be played.</summary>
/// <param name="Path">Fully qualified.</param>
public sealed record MediaFile(string Path) : Source
{
    public override bool IsList(bool playlistWanted) => false;

    protected override string Text => Path;
}
