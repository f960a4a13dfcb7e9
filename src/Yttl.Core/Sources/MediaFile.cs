namespace Yttl.Core.Sources;

/// <summary>A video or audio file. Whether it exists, and whether it is one, is found when it is resolved.</summary>
/// <param name="Path">Fully qualified.</param>
public sealed record MediaFile(string Path) : Source
{
    public override bool IsList(bool playlistWanted) => false;

    protected override string Text => Path;
}
