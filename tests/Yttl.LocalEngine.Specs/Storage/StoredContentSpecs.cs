using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;

namespace Yttl.LocalEngine.Specs.Storage;

[UnsupportedOSPlatform("windows")]
public sealed class StoredContentSpecs : IDisposable
{
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Above_the_limit_what_was_used_longest_ago_goes_first()
    {
        Store("memory", "old", age: 3, bytes: 40);
        Store("artifacts", "middle", age: 2, bytes: 40);
        Store("artifacts", "new", age: 1, bytes: 40);
        Store("runs", "run.json", age: 9, bytes: 400);

        Content(limit: 100).Tidy();

        Left().ShouldBe(["middle", "new", "run.json"], ignoreOrder: true);
    }

    [Fact]
    public void As_much_goes_as_is_above_the_limit()
    {
        for (var age = 1; age <= 10; age++)
            Store("memory", $"{age:00}", age, bytes: 40);

        Content(limit: 100).Tidy();

        Left().ShouldBe(["01", "02"], ignoreOrder: true);
    }

    [Fact]
    public void Below_the_limit_everything_stays()
    {
        Store("memory", "old", age: 3000, bytes: 99);

        Content(limit: 100).Tidy();

        Left().ShouldBe(["old"]);
    }

    [Fact]
    public void Audio_counts_and_what_no_run_can_make_again_does_not()
    {
        Store("audio", "old.pcm", age: 3, bytes: 40);
        Store("audio/scratch", "half.media.part", age: 2, bytes: 40);
        Store("memory", "new", age: 1, bytes: 40);
        Store("inputs/abc", "stdin.vtt", age: 9, bytes: 400);

        Content(limit: 100).Tidy();

        Left().ShouldBe(["half.media.part", "new", "stdin.vtt"], ignoreOrder: true);
    }

    [UnixFact]
    public async Task A_home_of_its_own_is_closed_to_other_users_and_so_is_what_an_earlier_version_wrote()
    {
        Store("runs", "run.json", age: 1, bytes: 1);
        Store("", "windows.json", age: 1, bytes: 1);
        Open(_home.Path, _home.PathOf("runs"), _home.PathOf("runs/run.json"), _home.PathOf("windows.json"));

        (await Content(limit: 100).HoldAsync(default)).Dispose();

        Modes().ShouldBe(["run.json 600", "runs 700", "windows.json 600"]);
        ModeOf(_home.Path).ShouldBe("700");
    }

    [UnixFact]
    public async Task A_folder_that_has_other_files_is_left_as_it_is()
    {
        Store("", "thesis.tex", age: 1, bytes: 1);
        Open(_home.Path, _home.PathOf("thesis.tex"));

        (await Content(limit: 100).HoldAsync(default)).Dispose();

        Modes().ShouldContain("thesis.tex 644");
        ModeOf(_home.Path).ShouldBe("755");
    }

    [Fact]
    public void Audio_of_a_run_that_was_stopped_stays_for_a_day()
    {
        Store("audio", "yesterday.pcm", age: 25 * 60, bytes: 40);
        Store("audio", "today.pcm", age: 23 * 60, bytes: 40);
        Store("audio/scratch", "half.media.part", age: 25 * 60, bytes: 40);

        Content(limit: 1000).Tidy();

        Left().ShouldBe(["today.pcm"]);
    }

    [Fact]
    public async Task Nothing_is_taken_while_anybody_holds_the_store()
    {
        Store("memory", "old", age: 3, bytes: 400);
        var content = Content(limit: 100);
        using var another = await content.HoldAsync(default);
        using (await content.HoldAsync(default))
            content.Tidy();

        Left().ShouldBe(["old"]);

        another.Dispose();
        content.Tidy();

        Left().ShouldBeEmpty();
    }

    [Fact]
    public void What_the_dead_left_half_written_goes()
    {
        Store("memory", "a.tmp", age: 0, bytes: 1);
        Store("artifacts", "b.tmp", age: 0, bytes: 1);
        Store("runs", "c.tmp", age: 0, bytes: 1);
        Store("", "windows.json.d.tmp", age: 0, bytes: 1);

        Content(limit: 100).Tidy();

        Left().ShouldBeEmpty();
    }

    [Fact]
    public void A_home_that_is_not_there_needs_no_tidying()
    {
        new StoredContent(_home.PathOf("nowhere"), 100, TimeProvider.System, NullLogger.Instance).Tidy();

        Directory.Exists(_home.PathOf("nowhere")).ShouldBeFalse();
    }

    private StoredContent Content(long limit) => new(_home.Path, limit, TimeProvider.System, NullLogger.Instance);

    private void Store(string folder, string name, int age, int bytes)
    {
        Directory.CreateDirectory(_home.PathOf(folder));
        var path = _home.Write(Path.Combine(folder, name), new string('x', bytes));
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-age));
    }

    private static void Open(params string[] paths)
    {
        foreach (var path in paths)
            File.SetUnixFileMode(path, Directory.Exists(path) ? (UnixFileMode)0b111_101_101 : (UnixFileMode)0b110_100_100);
    }

    private string[] Modes() =>
    [
        .. Directory.GetFileSystemEntries(_home.Path, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != "store.lock")
            .Select(path => $"{Path.GetFileName(path)} {ModeOf(path)}").Order(StringComparer.Ordinal),
    ];

    private static string ModeOf(string path) => Convert.ToString((int)File.GetUnixFileMode(path), toBase: 8);

    private string[] Left() =>
    [
        .. Directory.GetFiles(_home.Path, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path)!).Where(name => name != "store.lock"),
    ];
}
