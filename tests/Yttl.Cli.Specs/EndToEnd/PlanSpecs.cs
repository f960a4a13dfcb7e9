using System.Text.Json;
using System.Text.RegularExpressions;
using Spectre.Console;
using Yttl.Cli.Specs.CommandLines;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.TestKit.Tones;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>Before anything is paid, a user sees what a summary will take.</summary>
public sealed partial class PlanSpecs : IDisposable
{
    private const string Prices = """{ "currency": "EUR", "models": { "loopback": { "input": 1000, "output": 10000 } } }""";

    private readonly TempFolder _home = new();
    private readonly InProcess _yttl;

    public PlanSpecs()
    {
        _home.Write("talk.en.vtt", CaptionFiles.OfMinutes(100));
        _yttl = new InProcess(_home.Path) { Environment = { ["YTTL_HOME"] = _home.PathOf("home") } };
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task The_plan_of_captions_is_what_the_run_then_takes_and_calls_no_model()
    {
        await using var model = await LoopbackModel.StartAsync(_ => ModelAnswer.Text("A point is made."));
        Configure(model);

        var planned = await PlanAsync(_home.PathOf("talk.en.vtt"));

        model.Calls.ShouldBeEmpty();
        planned.GetProperty("schema").GetString().ShouldBe("yttl/plan@1");
        planned.GetProperty("transcript").GetProperty("source").GetString().ShouldBe("captions-file");
        planned.GetProperty("transcript").GetProperty("estimated").GetBoolean().ShouldBeFalse();
        var summaries = planned.GetProperty("summaries");
        summaries.GetProperty("callsByLevel").GetProperty("hours").GetInt32().ShouldBe(2);
        summaries.GetProperty("cost").GetDecimal().ShouldBe(
            Tokens(summaries, "input") / 1000m + Tokens(summaries, "output") / 100m);
        summaries.TryGetProperty("seconds", out _).ShouldBeFalse("no call has been measured");
        planned.TryGetProperty("chunks", out _).ShouldBeFalse("there is no audio");

        var report = await SummarizeAsync();

        model.Calls.Count.ShouldBe(summaries.GetProperty("calls").GetInt32());
        var predicted = report.GetProperty("performance").GetProperty("predicted");
        predicted.GetProperty("calls").GetInt32().ShouldBe(model.Calls.Count);
        predicted.GetProperty("cost").GetDecimal().ShouldBe(summaries.GetProperty("cost").GetDecimal());
        predicted.GetProperty("tokens").GetProperty("input").GetInt64().ShouldBe(Tokens(summaries, "input"));
    }

    [Fact]
    public async Task The_pace_of_the_last_run_gives_the_time_of_the_next()
    {
        await using var model = await LoopbackModel.StartAsync(_ => ModelAnswer.Text("A point is made."));
        model.Latency = TimeSpan.FromMilliseconds(50);
        Configure(model);

        (await SummarizeAsync("--max-concurrent-llm", "4")).GetProperty("performance").GetProperty("predicted")
            .GetProperty("seconds").ValueKind.ShouldBe(JsonValueKind.Null);
        var ran = await _yttl.RunAsync("plan", _home.PathOf("talk.en.vtt"), "--json", "--max-concurrent-llm", "4");
        var screen = await _yttl.RunAsync("plan", _home.PathOf("talk.en.vtt"), "--max-concurrent-llm", "4");

        var summaries = JsonDocument.Parse(ran.Output).RootElement.GetProperty("summaries");
        var each = summaries.GetProperty("secondsPerCall").GetDouble();
        each.ShouldBeGreaterThanOrEqualTo(0.05);
        // Twenty segments and an hour by four, the other hour, the whole.
        summaries.GetProperty("seconds").GetDouble().ShouldBe(8 * each, 0.005);
        screen.Output.ShouldContain(" a call as measured last");
    }

    [Theory]
    [InlineData(50)]
    [InlineData(80)]
    public async Task On_a_screen_the_plan_takes_its_columns(int columns)
    {
        await using var model = await LoopbackModel.StartAsync(_ => ModelAnswer.Text("A point is made."));
        Configure(model);
        _yttl.Columns = columns;

        var ran = await _yttl.RunAsync("plan", _home.PathOf("talk.en.vtt"));

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.Split('\n').ShouldAllBe(line => line.GetCellWidth() <= columns);
        // How many tokens a prompt has is the affair of other specs.
        Golden.Matches($"plan.{columns}.golden.txt", Amount().Replace(ran.Output, "N"));
    }

    [Fact]
    public async Task A_price_that_is_unknown_is_said_with_what_to_do()
    {
        await using var model = await LoopbackModel.StartAsync(_ => ModelAnswer.Text("A point is made."));
        Configure(model);
        _yttl.Environment["YTTL_LLM_PROVIDER"] = "openai";
        _yttl.Environment["OPENAI_API_KEY"] = "sk-test";

        var ran = await _yttl.RunAsync("plan", _home.PathOf("talk.en.vtt"), "--llm-model", "novel");

        ran.Output.ShouldContain("Cost        unknown: openai novel has no price; give one in --prices\n");
        ran.Output.ShouldContain("Time        unknown: no call to this model has been measured on this machine yet\n");
    }

    [Fact]
    public async Task Without_a_model_the_plan_has_no_calls()
    {
        var ran = await _yttl.RunAsync("plan", _home.PathOf("talk.en.vtt"));

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.ShouldContain("Calls       none: the summaries are the speaker's own sentences\n");
        ran.Output.ShouldNotContain("Cost");
    }

    [Fact]
    public async Task Captions_from_a_pipe_are_planned()
    {
        _yttl.Input = CaptionFiles.OfMinutes(10);

        (await PlanAsync("-")).GetProperty("transcript").GetProperty("lengthSeconds").GetDouble().ShouldBe(590);
    }

    [Fact]
    public async Task A_folder_has_a_plan_for_each_file_and_a_total()
    {
        await using var model = await LoopbackModel.StartAsync(_ => ModelAnswer.Text("A point is made."));
        Configure(model);
        Directory.CreateDirectory(_home.PathOf("talks"));
        _home.Write("talks/one.en.vtt", CaptionFiles.OfMinutes(20));
        _home.Write("talks/two.en.vtt", CaptionFiles.OfMinutes(40));
        _home.Write("talks/empty.vtt", "WEBVTT\n");

        var ran = await _yttl.RunAsync("plan", _home.PathOf("talks"), "--json");

        ran.ExitCode.ShouldBe(3, ran.Error);
        var plan = JsonDocument.Parse(ran.Output).RootElement;
        plan.GetProperty("schema").GetString().ShouldBe("yttl/plan-list@1");
        var videos = plan.GetProperty("videos").EnumerateArray().ToList();
        videos.Count.ShouldBe(3);
        videos.Count(video => video.TryGetProperty("failure", out _)).ShouldBe(1);
        var planned = videos.Where(video => video.TryGetProperty("plan", out _)).Select(video => video.GetProperty("plan")).ToList();
        var total = plan.GetProperty("total");
        total.GetProperty("videos").GetInt32().ShouldBe(2);
        total.GetProperty("calls").GetInt32().ShouldBe(
            planned.Sum(video => video.GetProperty("summaries").GetProperty("calls").GetInt32()));
        total.GetProperty("cost").GetDecimal().ShouldBe(
            planned.Sum(video => video.GetProperty("summaries").GetProperty("cost").GetDecimal()));
        model.Calls.ShouldBeEmpty();
        var text = await _yttl.RunAsync("plan", _home.PathOf("talks"));
        text.ExitCode.ShouldBe(3);
        text.Output.ShouldContain("talks: 2 videos\n");
    }

    [Fact]
    public async Task A_run_that_would_cost_more_than_it_may_calls_no_model_and_goes_on_with_a_higher_limit()
    {
        await using var model = await LoopbackModel.StartAsync(_ => ModelAnswer.Text("A point is made."));
        Configure(model);
        string[] command = ["summarize", _home.PathOf("talk.en.vtt"), "--out", _home.PathOf("out")];

        var stopped = await _yttl.RunAsync([.. command, "--max-cost", "0.5"]);

        stopped.ExitCode.ShouldBe(2, stopped.Error);
        var message = stopped.MessageLines.ShouldHaveSingleItem();
        message.ShouldMatch(@"^yttl: the summaries would cost about [\d.]+ EUR \(23 calls to local loopback\), more than the 0\.5 of "
            + "--max-cost: no model was called, and the transcript is kept. Run again with a higher --max-cost, or choose a cheaper "
            + @"model \(--llm-model\)$");
        model.Calls.ShouldBeEmpty();
        (await _yttl.RunAsync([.. command, "--max-cost", "100000"])).ExitCode.ShouldBe(0);
        model.Calls.Count.ShouldBe(23);
    }

    [FFmpegFact]
    public async Task What_was_recognised_before_a_limit_stopped_the_run_is_not_recognised_again()
    {
        await using var model = await LoopbackModel.StartAsync(_ => ModelAnswer.Text("A point is made."));
        await using var recognizer = await LoopbackRecognizer.StartAsync();
        Configure(model);
        ToneTalk.Make(TimeSpan.FromMinutes(2)).WriteWave(_home.PathOf("tones.wav"));
        string[] command =
        [
            "summarize", _home.PathOf("tones.wav"), "--out", _home.PathOf("out"), "--whisper-base-url", recognizer.BaseUrl.ToString(),
        ];

        var stopped = await _yttl.RunAsync([.. command, "--max-cost", "0"]);
        var heard = recognizer.Calls.Count;
        var resumed = await _yttl.RunAsync(
            "runs", "resume", (await _yttl.RunAsync("runs", "list")).Output.Split('\n')[1][..12],
            "--whisper-base-url", recognizer.BaseUrl.ToString(), "--llm-base-url", model.BaseUrl.ToString(), "--max-cost", "1000");

        (stopped.ExitCode, resumed.ExitCode).ShouldBe((2, 0), stopped.Error + resumed.Error);
        recognizer.Calls.Count.ShouldBe(heard);
        model.Calls.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("openai", "yttl: --max-cost is set, and what openai novel costs is unknown: "
        + "give its price in --prices, or leave --max-cost out")]
    [InlineData("groq", "yttl: --max-cost is set, and what openai gpt-5.4-mini costs is unknown: "
        + "give its price in --prices, or leave --max-cost out", "--llm-fallback", "openai")]
    public async Task A_limit_without_a_price_is_an_error_before_anything_is_done(string provider, string message, params string[] options)
    {
        _yttl.Environment["OPENAI_API_KEY"] = "sk-test";
        _yttl.Environment["GROQ_API_KEY"] = "gsk-test";
        _yttl.Environment["YTTL_PRICES"] = """{ "currency": "EUR", "models": { "groq/novel": { "input": 1, "output": 1 } } }""";

        var ran = await _yttl.RunAsync(
            ["summarize", _home.PathOf("talk.en.vtt"), "--llm-provider", provider, "--llm-model", "novel", "--max-cost", "1", .. options]);

        (ran.ExitCode, ran.Output).ShouldBe((2, ""));
        ran.ErrorLines.ShouldBe([message]);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("much")]
    [InlineData("1,5")]
    [InlineData("1e3")]
    public async Task A_limit_that_is_no_amount_is_refused(string amount)
    {
        var ran = await _yttl.RunAsync("summarize", _home.PathOf("talk.en.vtt"), $"--max-cost={amount}");

        ran.ExitCode.ShouldBe(2);
        ran.Error.ShouldBe($"yttl: --max-cost {amount}: expected none, or an amount from 0 to 1000000\n");
    }

    private void Configure(LoopbackModel model)
    {
        _yttl.Environment["YTTL_LLM_PROVIDER"] = "local";
        _yttl.Environment["YTTL_LLM_BASE_URL"] = model.BaseUrl.AbsoluteUri;
        _yttl.Environment["YTTL_LLM_MODEL"] = "loopback";
        _yttl.Environment["YTTL_PRICES"] = Prices;
    }

    private async Task<JsonElement> PlanAsync(string source)
    {
        var ran = await _yttl.RunAsync("plan", source, "--json");
        ran.ExitCode.ShouldBe(0, ran.Error);
        return JsonDocument.Parse(ran.Output).RootElement;
    }

    private async Task<JsonElement> SummarizeAsync(params string[] options)
    {
        var ran = await _yttl.RunAsync(
            ["summarize", _home.PathOf("talk.en.vtt"), "--format", "json", "--out", _home.PathOf("out"), .. options]);
        ran.ExitCode.ShouldBe(0, ran.Error);
        return JsonDocument.Parse(await File.ReadAllTextAsync(ran.Output.Trim())).RootElement;
    }

    private static long Tokens(JsonElement summaries, string kind) =>
        summaries.GetProperty("tokens").GetProperty(kind).GetInt64();

    [GeneratedRegex(@"(?<=^(Tokens|Cost) .*)\d[\d,.]*", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();
}
