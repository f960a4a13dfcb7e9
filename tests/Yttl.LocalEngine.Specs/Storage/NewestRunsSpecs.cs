using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Specs.Storage;

public sealed class NewestRunsSpecs : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TempFolder _home = new();
    private readonly ManualTime _time = new();
    private readonly List<string> _leftOut = [];
    private readonly RunStore _runs;

    public NewestRunsSpecs() => _runs = new RunStore(_home.Path, _time);

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task The_newest_runs_come_without_reading_older_records()
    {
        await StartAsync("old", writtenAfter: Hour);
        await StartAsync("new", writtenAfter: Hour);
        await StartAsync("newest", writtenAfter: Hour);
        Damage("old");

        _runs.NewestFirst(_leftOut.Add).Take(2).Select(run => run.Id.Value).ShouldBe(["newest", "new"]);
        _leftOut.ShouldBeEmpty();
        _runs.NewestFirst(_leftOut.Add).Count().ShouldBe(2);
        _leftOut.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_took_long_stands_where_it_began()
    {
        await StartAsync("long", writtenAfter: 10 * Hour);
        await StartAsync("short", writtenAfter: Hour);
        await StartAsync("last", writtenAfter: Hour);

        _runs.NewestFirst(_leftOut.Add).Select(run => run.Id.Value).ShouldBe(["last", "short", "long"]);
        _runs.NewestFirst(_leftOut.Add).First().Id.Value.ShouldBe("last");
    }

    [Fact]
    public async Task Runs_of_a_list_are_not_read_where_only_the_list_is_wanted()
    {
        await StartAsync("list", writtenAfter: Hour);
        await StartAsync("list:0", writtenAfter: Hour);
        Damage("list%3A0");

        _runs.NewestRootsFirst(_leftOut.Add).Select(run => run.Id.Value).ShouldBe(["list"]);
        _leftOut.ShouldBeEmpty();
    }

    private async Task StartAsync(string id, TimeSpan writtenAfter)
    {
        _time.Advance(2 * Hour);
        await _runs.StartAsync(new RunId(id), "talk.mp4", null, default);
        File.SetLastWriteTimeUtc(
            _home.PathOf($"runs/{Uri.EscapeDataString(id)}.json"), (_time.GetUtcNow() + writtenAfter).UtcDateTime);
    }

    private void Damage(string file)
    {
        var path = _home.PathOf($"runs/{file}.json");
        var written = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, "{");
        File.SetLastWriteTimeUtc(path, written);
    }
}
