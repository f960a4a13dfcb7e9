namespace Yttl.Core.Sources;

/// <summary>A folder of media files and caption files. Its sub-folders do not belong to it.</summary>
/// <param name="Path">Fully qualified, without a separator at its end.</param>
public sealed record MediaFolder(string Path) : Source
{
    public override bool IsList(bool playlistWanted) => true;

    protected override string Text => Path;
}
