using Microsoft.Extensions.Logging.Abstractions;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;

namespace Yttl.LocalEngine.Specs.Storage;

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
    public void Below_the_limit_everything_stays()
    {
        Store("memory", "old", age: 3000, bytes: 99);

        Content(limit: 100).Tidy();

        Left().ShouldBe(["old"]);
    }

    [Fact]
    public void Audio_of_a_run_that_was_stopped_stays_for_a_day()
    {
        Store("audio", "yesterday.pcm", age: 25 * 60, bytes: 40);
        Store("audio", "today.pcm", age: 23 * 60, bytes: 40);
        Store("audio/scratch", "half.media.part", age: 25 * 60, bytes: 40);

        Content(limit: 100).Tidy();

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

    private string[] Left() =>
    [
        .. Directory.GetFiles(_home.Path, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path)!).Where(name => name != "store.lock"),
    ];
}
