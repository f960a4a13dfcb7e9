using System.Text.Json;
using System.Text.RegularExpressions;
using Spectre.Console;
using Yttl.Cli.Specs.CommandLines;
using Yttl.TestKit;
using Yttl.TestKit.Http;

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
