using System.Runtime.InteropServices;
using Yttl.Cli.Hosting;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.Hosting;

public sealed class EmbeddedSqliteSpecs : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_unpacked_where_that_is_possible_and_leaves_no_file()
    {
        var library = Directory.GetFiles(AppContext.BaseDirectory, "*e_sqlite3.*", SearchOption.AllDirectories)
            .Single(path => path.Contains($"{Path.DirectorySeparatorChar}{RuntimeInformation.RuntimeIdentifier}{Path.DirectorySeparatorChar}",
                StringComparison.Ordinal));

        EmbeddedSqlite.Load(() => File.OpenRead(library), [_folder.PathOf("none"), _folder.Path]).ShouldNotBe(0);

        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Where_no_folder_takes_it_each_is_named_with_its_reason()
    {
        var problem = Should.Throw<DllNotFoundException>(() => EmbeddedSqlite.Load(
            () => new MemoryStream("no library"u8.ToArray()), [_folder.PathOf("none"), _folder.Path]));

        problem.Message.ShouldStartWith($"SQLite's library cannot be unpacked into '{_folder.PathOf("none")}': ");
        problem.Message.ShouldContain($"or into '{_folder.Path}': ");
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }
}
