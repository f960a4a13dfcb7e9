namespace Yttl.TestKit;

/// <summary>The checkout that the specs were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Yttl.Local.slnf")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException($"No Yttl.Local.slnf above {AppContext.BaseDirectory}.");
    }
}
