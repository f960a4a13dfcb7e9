using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit.Abstractions;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>
/// The real <c>yttl</c> on thirty segments, killed with SIGKILL at random moments and started again until it ends.
/// <c>YTTL_CRASHES</c> sets how many kills; without it, as many as fit in the budget.
/// </summary>
public sealed class CrashSpecs(ITestOutputHelper output) : IDisposable
{
    private const int CallsAtOnce = 5;
    private const int FewestKills = 3;

    /// <summary>Thirty segments, three hours and the whole.</summary>
    private const int Calls = 30 + 3 + 1;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(25);

    private readonly Random _random = new(30);
    private readonly YttlProcess _yttl = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>How often the model was asked the same.</summary>
    private int _repeats;

    /// <summary>How often it was asked for what was remembered by then.</summary>
    private int _rememberedRepeats;

    private int _kills;
    private int _runs;

    public void Dispose() => _yttl.Dispose();

    [Fact]
    public async Task However_often_it_is_killed_nothing_remembered_is_asked_for_again_and_the_report_is_the_same()
    {
        await using var model = await LoopbackModel.StartAsync(RememberedPoints.Answer);
        model.Latency = TimeSpan.FromMilliseconds(15);
        _yttl.Folder.Write("talk.vtt", CaptionFiles.OfMinutes(150));
        var undisturbed = await RunToItsEndAsync(model, "undisturbed", mayKill: () => false);
        _clock.Restart();

        do
            (await RunToItsEndAsync(model, $"home-{_runs++}", WantsMore)).ShouldBe(undisturbed);
        while (WantsMore());

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{_kills} kills in {_runs} runs, {_clock.Elapsed.TotalSeconds:0} s: "
            + $"reports different 0, remembered calls repeated {_rememberedRepeats}, "
            + $"calls repeated {_repeats} (at most {_kills * CallsAtOnce})"));
        _rememberedRepeats.ShouldBe(0);
        _repeats.ShouldBeLessThanOrEqualTo(_kills * CallsAtOnce);
    }

    private bool WantsMore() =>
        int.TryParse(Environment.GetEnvironmentVariable("YTTL_CRASHES"), CultureInfo.InvariantCulture, out var wanted)
            ? _kills < wanted
            : _kills < FewestKills || _clock.Elapsed < Budget;

    /// <returns>The report, without what tells when and how fast it was made.</returns>
    private async Task<string> RunToItsEndAsync(LoopbackModel model, string home, Func<bool> mayKill)
    {
        var before = model.Calls.Count;
        _yttl.Environment["YTTL_HOME"] = _yttl.Folder.PathOf(home);
        while (true)
        {
            var remembered = RememberedPoints.In(_yttl.Folder.PathOf(home));
            var start = model.Calls.Count;
            using var process = _yttl.Start(
                "summarize", "talk.vtt", "--format", "json", "--out", home + "-out", "--max-concurrent-llm", $"{CallsAtOnce}",
                "--llm-provider", "local", "--llm-base-url", $"{model.BaseUrl}", "--llm-model", "m");
            var killed = mayKill() && !await EndsBeforeItsMomentAsync(process, model);
            if (killed)
                process.Kill();
            var ran = await YttlProcess.EndAsync(process);
            _rememberedRepeats += model.Calls.Skip(start).Count(call => remembered.Contains(RememberedPoints.NameOf(call)));
            if (killed && ran.ExitCode != 0)
            {
                _kills++;
                continue;
            }

            ran.ExitCode.ShouldBe(0, ran.Error);
            var asked = model.Calls.Skip(before).Select(RememberedPoints.NameOf).ToList();
            asked.Distinct().Count().ShouldBe(Calls);
            _repeats += asked.Count - Calls;
            Directory.GetFiles(_yttl.Folder.PathOf(home), "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
            return ReportIn(ran.Output.Trim());
        }
    }

    /// <summary>Some die while they start, most a few calls later: while answers come in and are stored.</summary>
    private async Task<bool> EndsBeforeItsMomentAsync(Process process, LoopbackModel model)
    {
        var moment = _random.Next(5) == 0
            ? Task.Delay(_random.Next(400))
            : AfterCallsAsync(model, _random.Next(1, 12), TimeSpan.FromMilliseconds(_random.Next(40)));
        return await Task.WhenAny(process.WaitForExitAsync(), moment) != moment;
    }

    private static async Task AfterCallsAsync(LoopbackModel model, int calls, TimeSpan later)
    {
        await model.CalledAsync(model.Calls.Count + calls);
        await Task.Delay(later);
    }

    private static string ReportIn(string path)
    {
        var report = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        report.Remove("performance");
        return report.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
