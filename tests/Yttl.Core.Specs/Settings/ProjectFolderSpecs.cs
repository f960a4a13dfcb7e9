using Yttl.Core.Settings;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Settings;

/// <summary>The paths of a folder's own configuration do not lead out of it, by links either.</summary>
public sealed class ProjectFolderSpecs : IDisposable
{
    private readonly TempFolder _outside = new();
    private readonly TempFolder _place = new();
    private readonly ProjectFolder _folder;

    public ProjectFolderSpecs()
    {
        _outside.Write("private.key", "secret");
        _place.Write("prompt.txt", "Be brief.");
        Directory.CreateDirectory(_place.PathOf("inner"));
        _folder = new ProjectFolder(_place.Path);
    }

    public void Dispose()
    {
        _outside.Dispose();
        _place.Dispose();
    }

    [Theory]
    [InlineData("prompt.txt")]
    [InlineData("./prompt.txt")]
    [InlineData("summaries")]
    [InlineData("inner/of/folders/not/yet/there")]
    [InlineData(".")]
    public void A_path_below_is_taken(string path) => _folder.Holds(path).ShouldBeTrue();

    [Theory]
    [InlineData("/etc/hostname")]
    [InlineData("..")]
    [InlineData("inner/../../elsewhere")]
    [InlineData("inner\\..\\..\\elsewhere")]
    public void A_path_that_names_another_place_is_not(string path) => _folder.Holds(path).ShouldBeFalse();

    [UnixFact]
    public void A_link_out_of_the_folder_is_not_followed_whatever_part_of_the_path_it_is()
    {
        Link("file", _outside.PathOf("private.key"));
        Link("folder", _outside.Path);
        Link("inner/up", "../..");
        Link("chain", "folder");
        Link("dangling", _outside.PathOf("not-there-yet"));
        Link("circle", "circle");

        foreach (var path in new[]
            { "file", "folder", "folder/private.key", "folder/new", "inner/up/x", "chain/private.key", "dangling", "dangling/x", "circle" })
            _folder.Holds(path).ShouldBeFalse(path);
        Should.Throw<IOException>(() => _folder.OpenRead("file")).Message.ShouldContain("out of the folder");
    }

    [UnixFact]
    public void A_link_that_stays_in_the_folder_is_followed()
    {
        Link("inner/back", "../prompt.txt");
        Link("all", _place.PathOf("inner"));

        _folder.Resolve("all/back").ShouldBe(new ProjectFolder(_place.Path).Resolve("prompt.txt"));
        using var file = new StreamReader(_folder.OpenRead("all/back"));
        file.ReadToEnd().ShouldBe("Be brief.");
    }

    [UnixFact]
    public void A_folder_that_is_reached_by_a_link_itself_holds_its_files()
    {
        var link = _outside.PathOf("link-to-the-folder");
        File.CreateSymbolicLink(link, _place.Path);

        using var file = new ProjectFolder(link).OpenRead("prompt.txt");
        file.Length.ShouldBe(9);
    }

    [UnixFact]
    public void What_was_opened_is_judged_though_the_path_is_another_file_by_then()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Link("swapped", _outside.PathOf("private.key"));
        using var file = File.OpenRead(_place.PathOf("swapped"));
        File.Delete(_place.PathOf("swapped"));
        _place.Write("swapped", "harmless");

        _folder.Holds("swapped").ShouldBeTrue();
        _folder.HoldsOpened(file.SafeFileHandle, "swapped").ShouldBeFalse();
    }

    private void Link(string name, string target) => File.CreateSymbolicLink(_place.PathOf(name), target);
}
