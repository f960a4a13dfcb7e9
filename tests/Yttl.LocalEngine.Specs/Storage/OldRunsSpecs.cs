using Yttl.LocalEngine.Storage;
using Yttl.TestKit;

namespace Yttl.LocalEngine.Specs.Storage;

public sealed class OldRunsSpecs : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Above_the_limit_the_oldest_runs_go_with_all_that_belongs_to_them()
    {
        for (var run = 0; run < 10; run++)
        {
            Store($"run{run}.json", run);
            Store($"run{run}%3A0.json", run);
            Store($"run{run}.steps.jsonl", run);
            Store($"run{run}.entries", run);
            Store($"run{run}.lock", run);
        }

        OldRuns.Remove(_home.PathOf("runs"), Now, most: 10).ShouldBe(12);

        Left().Where(name => name.EndsWith(".json", StringComparison.Ordinal)).ShouldBe(
            [.. Enumerable.Range(6, 4).SelectMany(run => new[] { $"run{run}%3A0.json", $"run{run}.json" })], ignoreOrder: true);
        Left().Count.ShouldBe(4 * 5 + 1);
    }

    [Fact]
    public void Within_the_limit_records_stay_however_old_they_are_and_strays_go()
    {
        Store("old.json", -400);
        Store("old.lock", -400);
        Store("gone.lock", 0);
        Store("gone2.steps.jsonl", -40);
        Store("aside.json.damaged", -3);
        Store(".lock", -400);

        OldRuns.Remove(_home.PathOf("runs"), Now).ShouldBe(0);

        Left().ShouldBe([".lock", "aside.json.damaged", "old.json", "old.lock"], ignoreOrder: true);
    }

    [Fact]
    public void A_lock_that_is_held_stays()
    {
        Store("going.lock", 0);
        using var held = RunLockFile.TryTake(_home.PathOf("runs/going.lock"));

        OldRuns.Remove(_home.PathOf("runs"), Now);

        Left().ShouldContain("going.lock");
    }

    [Fact]
    public void No_folder_is_no_work() => OldRuns.Remove(_home.PathOf("none"), Now).ShouldBe(0);

    private IReadOnlyList<string> Left() => [.. Directory.GetFiles(_home.PathOf("runs")).Select(path => Path.GetFileName(path)!)];

    /// <param name="day">Of its last change; counts from the present.</param>
    private void Store(string name, int day)
    {
        Directory.CreateDirectory(_home.PathOf("runs"));
        _home.Write($"runs/{name}", "{}");
        File.SetLastWriteTimeUtc(_home.PathOf($"runs/{name}"), Now.UtcDateTime.AddDays(day - 10 * (day >= 0 ? 1 : 0)));
    }
}
