using System.Text.Json;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>A user sees where the time went and what to change.</summary>
public sealed class PerformanceReportSpecs : IDisposable
{
    private readonly YttlProcess _yttl = new();

    public PerformanceReportSpecs() => _yttl.Folder.Write("talk.vtt", CaptionFiles.OfMinutes(30));

    public void Dispose() => _yttl.Dispose();

    [Fact]
    public async Task It_goes_to_stderr_in_plain_text_and_names_the_rate_limit_that_took_the_time()
    {
        await using var model = await LoopbackModel.StartAsync(call => call.Number is 1 or 2
            ? ModelAnswer.RateLimited(("Retry-After", "3"))
            : ModelAnswer.Text("A point is made."));

        var ran = await _yttl.RunAsync(
            "summarize", "talk.vtt", "--llm-provider", "local", "--llm-base-url", model.BaseUrl.AbsoluteUri,
            "--llm-model", "loopback", "--max-concurrent-llm", "2", "--format", "json", "--performance-report");

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Error.ShouldContain("Performance: talk");
        ran.Error.ShouldContain("summarize-segment");
        ran.Error.ShouldContain("- Rate-limit waits: ");
        ran.Error.ShouldContain("2 failed attempts of local: rate-limit");
        ran.Error.ShouldNotContain("\e[");
        var performance = JsonDocument.Parse(File.ReadAllText(ran.Output.Trim())).RootElement.GetProperty("performance");
        performance.GetProperty("waits").GetProperty("rateLimit").GetDouble().ShouldBeGreaterThan(2.9);
        performance.GetProperty("steps").EnumerateArray().Sum(step => step.GetProperty("attempts").GetInt32() - 1).ShouldBe(2);
        performance.GetProperty("memoryPeakMb").GetDouble().ShouldBeGreaterThan(10);
        performance.GetProperty("cost").ValueKind.ShouldBe(JsonValueKind.Null);
        performance.GetProperty("concurrentEfficiency").GetDouble().ShouldBeInRange(0, 1);
    }

    [Fact]
    public async Task It_goes_into_a_text_file_and_later_runs_show_tells_the_same()
    {
        var ran = await _yttl.RunAsync("summarize", "talk.vtt", "--performance-report", "where.txt");
        var run = (await _yttl.RunAsync("runs", "list")).Output.Split('\n')[1].Split(' ')[0];
        var shown = await _yttl.RunAsync("runs", "show", run);

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Error.ShouldNotContain("Performance");
        var text = File.ReadAllText(_yttl.Folder.PathOf("where.txt"));
        text.ShouldStartWith("Performance: talk");
        text.ShouldContain("- Most of the time: ");
        shown.Output.ShouldContain("Performance: talk");
        shown.Output.ShouldContain("summarize-segment");
    }

    [Fact]
    public async Task One_that_cannot_be_written_is_one_line_and_an_exit_code_and_the_results_are_told_all_the_same()
    {
        // Nothing before the writing itself shows that this leads nowhere.
        File.CreateSymbolicLink(_yttl.Folder.PathOf("where.txt"), _yttl.Folder.PathOf("none/where.txt"));

        var ran = await _yttl.RunAsync("summarize", "talk.vtt", "--json", "--performance-report", "where.txt");

        ran.ExitCode.ShouldBe(1, ran.Error);
        ran.Error.Split('\n').Count(line => line.Contains("performance report cannot be written to 'where.txt'"))
            .ShouldBe(1, ran.Error);
        var video = JsonDocument.Parse(ran.Output).RootElement.GetProperty("results")[0];
        File.Exists(video.GetProperty("files")[0].GetString()).ShouldBeTrue(ran.Output);
    }

    [Fact]
    public async Task A_recording_that_stands_behind_the_flag_is_not_written_over()
    {
        _yttl.Folder.Write("lecture.mp4", "not really");

        var ran = await _yttl.RunAsync("summarize", "--performance-report", "lecture.mp4", "talk.vtt");

        ran.ExitCode.ShouldBe(2);
        ran.Error.ShouldBe("yttl: --performance-report lecture.mp4: expected stderr, none, "
            + "or a file whose name ends in .txt\n");
        File.ReadAllText(_yttl.Folder.PathOf("lecture.mp4")).ShouldBe("not really");
    }

    [Theory]
    [InlineData("none/where.txt", "there is no folder ")]
    [InlineData("folder.txt", "it is a folder")]
    public async Task A_place_that_cannot_be_written_to_is_told_before_anything_is_started(string place, string problem)
    {
        Directory.CreateDirectory(_yttl.Folder.PathOf("folder.txt"));

        var ran = await _yttl.RunAsync("summarize", "talk.vtt", $"--performance-report={place}");

        ran.ExitCode.ShouldBe(2, ran.Error);
        ran.Output.ShouldBe("");
        ran.ErrorLines.ShouldHaveSingleItem().ShouldStartWith(
            $"yttl: the performance report cannot be written to '{place}': {problem}");
    }

    [Fact]
    public async Task The_user_s_own_prices_make_the_cost_and_a_price_file_that_is_wrong_stops_the_command()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point.", inputTokens: 1000, outputTokens: 500));
        string[] summarize =
        [
            "summarize", "talk.vtt", "--llm-provider", "local", "--llm-base-url", model.BaseUrl.AbsoluteUri,
            "--llm-model", "loopback", "--format", "json",
        ];
        _yttl.Environment["YTTL_PRICES"] = _yttl.Folder.Write(
            "mine.json", """{ "currency": "EUR", "models": { "loopback": { "input": 10, "output": 20 } } }""");

        var ran = await _yttl.RunAsync(summarize);
        _yttl.Folder.Write("mine.json", """{ "currency": "EUR", "models": { "loopback": { "input": -1 } } }""");
        var refused = await _yttl.RunAsync(summarize);

        ran.ExitCode.ShouldBe(0, ran.Error);
        var performance = JsonDocument.Parse(File.ReadAllText(ran.Output.Trim())).RootElement.GetProperty("performance");
        // Six segments and the hour; the overall of one hour is the hour's.
        performance.GetProperty("cost").GetDecimal().ShouldBe(model.Calls.Count * 0.02m);
        performance.GetProperty("currency").GetString().ShouldBe("EUR");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldStartWith($"yttl: the prices in '{_yttl.Environment["YTTL_PRICES"]}' cannot be read: ");
    }
}
