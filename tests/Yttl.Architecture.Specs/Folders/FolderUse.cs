namespace Yttl.Architecture.Specs.Folders;

/// <summary>One use, in a folder, of a type or member that another folder declares. Folders are paths from the project's root.</summary>
internal sealed record FolderUse(string From, string To, string Place, string Symbol)
{
    public override string ToString() => $"{Place} {Symbol}";
}
