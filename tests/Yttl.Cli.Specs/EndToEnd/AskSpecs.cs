using System.Text.Json;
using Spectre.Console;
using Yttl.Cli.Specs.CommandLines;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>A user asks a video, and every sentence of the answer leads to its second.</summary>
public sealed class AskSpecs : IDisposable
{
    private const string Dam = "What changed the river more than the weather?";

    private readonly TempFolder _home = new();
    private readonly InProcess _yttl;

    public AskSpecs()
    {
        _home.Write("talk.en.vtt", CaptionFiles.WebVtt(1));
        _yttl = new InProcess(_home.Path) { Environment = { ["YTTL_HOME"] = _home.PathOf("home") } };
    }

    public void Dispose() => _home.Dispose();

    private string Talk => _home.PathOf("talk.en.vtt");

    [Fact]
    public async Task Without_a_model_the_best_passages_are_printed_as_markdown()
    {
        var ran = await _yttl.RunAsync("ask", Talk, Dam);

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.ShouldStartWith("- 0:10 In spring the water is fast and cold, in autumn it is slow and warm. The dam upstream changed");
        ran.MessageLines.ShouldHaveSingleItem().ShouldContain("passages with most words of the question");
    }

    [Fact]
    public async Task A_model_answers_and_its_answer_is_remembered()
    {
        await using var model = await LoopbackModel.StartAsync(
            call => ModelAnswer.Text($"The dam upstream changed the river more {Dammed(call)}."));
        Configure(model);

        var first = await _yttl.RunAsync("ask", Talk, Dam);
        var again = await _yttl.RunAsync("ask", Talk, Dam);
        await _yttl.RunAsync("ask", Talk, "What do the farmers on the plain share?");

        (first.ExitCode, first.Output).ShouldBe((0, "The dam upstream changed the river more. (0:15)\n"), first.Error);
        again.Output.ShouldBe(first.Output);
        model.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_words_of_a_question_need_no_quotes()
    {
        (await _yttl.RunAsync("ask", Talk, "fish", "that", "need", "cold", "water")).Output.ShouldContain("Fish that need cold water");
    }

    [Fact]
    public async Task In_json_every_sentence_has_its_sources_support_and_doubts()
    {
        await using var model = await LoopbackModel.StartAsync(
            call => ModelAnswer.Text($"In 1998 the dam changed the river {Dammed(call)}."));
        Configure(model);

        var ran = await _yttl.RunAsync("ask", Talk, Dam, "--json");

        ran.ExitCode.ShouldBe(0, ran.Error);
        var answer = JsonDocument.Parse(ran.Output).RootElement;
        (answer.GetProperty("schema").GetString(), answer.GetProperty("status").GetString(), answer.GetProperty("question").GetString())
            .ShouldBe(("yttl/answer@1", "answered", Dam));
        var sentence = answer.GetProperty("sentences").EnumerateArray().ShouldHaveSingleItem();
        sentence.GetProperty("support").GetString().ShouldBe("cited");
        sentence.GetProperty("sources")[0].GetProperty("start").GetDouble().ShouldBe(15);
        sentence.GetProperty("doubts")[0].GetString().ShouldBe("1998");
        answer.GetProperty("writtenBy").GetProperty("model").GetString().ShouldBe("loopback");
    }

    [Theory]
    [InlineData("How do volcanoes erupt?", 0)]
    [InlineData("Who paid for the dam?", 1)]
    public async Task What_is_not_in_the_video_is_an_answer_with_exit_code_1(string question, int calls)
    {
        await using var model = await LoopbackModel.StartAsync(_ => ModelAnswer.Text("NOT IN THIS VIDEO"));
        Configure(model);

        var ran = await _yttl.RunAsync("ask", Talk, question, "-q");
        var json = await _yttl.RunAsync("ask", Talk, question, "--json");

        (ran.ExitCode, ran.Output, ran.MessageLines.Count).ShouldBe((1, "Not in this video.\n", 0), ran.Error);
        json.ExitCode.ShouldBe(1);
        JsonDocument.Parse(json.Output).RootElement.GetProperty("status").GetString().ShouldBe("not-in-video");
        model.Calls.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task A_model_that_fails_leaves_the_passages_and_exit_code_1_and_is_asked_again()
    {
        await using var model = await LoopbackModel.StartAsync(_ => ModelAnswer.Error(401));
        Configure(model);

        var ran = await _yttl.RunAsync("ask", Talk, Dam);
        var json = await _yttl.RunAsync("ask", Talk, Dam, "--json");

        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldContain("The dam upstream changed the river");
        ran.MessageLines[0].ShouldContain("401");
        ran.MessageLines[^1].ShouldContain("no model has answered it");
        var answer = JsonDocument.Parse(json.Output).RootElement;
        (json.ExitCode, answer.GetProperty("status").GetString()).ShouldBe((1, "passages"));
        answer.GetProperty("failure").GetProperty("category").GetString().ShouldBe("authentication");
        model.Calls.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("", "yttl: the question has no word: ask for something")]
    [InlineData(" ?! ", "yttl: the question has no word: ask for something")]
    [InlineData(null, "yttl: the question has 50,000 bytes: shorten it to 4,096 at most")]
    public async Task A_question_that_is_none_is_a_wrong_command_line(string? question, string problem)
    {
        var ran = await _yttl.RunAsync("ask", Talk, question ?? new string('a', 50_000));

        (ran.ExitCode, ran.Output).ShouldBe((2, ""));
        ran.ErrorLines.ShouldBe([problem]);
    }

    [Theory]
    [InlineData("yttl: missing SOURCE|RUN: give a URL, a file, or the id of a run; see 'yttl ask --help'")]
    [InlineData("yttl: missing QUESTION: give what to ask; see 'yttl ask --help'", "talk.en.vtt")]
    public async Task Both_have_to_be_given(string problem, params string[] arguments)
    {
        var ran = await _yttl.RunAsync(["ask", .. arguments]);

        (ran.ExitCode, ran.ErrorLines[0]).ShouldBe((2, problem));
    }

    [Fact]
    public async Task A_run_is_asked_by_the_beginning_of_its_id_though_its_source_is_gone()
    {
        await _yttl.RunAsync(Talk, "--out", _home.PathOf("out"));
        var id = Path.GetFileNameWithoutExtension(Directory.GetFiles(_home.PathOf("home/runs"), "*.json").ShouldHaveSingleItem());
        File.Delete(Talk);

        var ran = await _yttl.RunAsync("ask", id[..5], Dam);

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.ShouldStartWith("- [0:10](file:///");
        ran.Output.ShouldContain(".html#t=10) In spring");
    }

    [Fact]
    public async Task A_file_wins_over_a_run_of_that_name()
    {
        await _yttl.RunAsync(Talk, "--out", _home.PathOf("out"));
        var id = Path.GetFileNameWithoutExtension(Directory.GetFiles(_home.PathOf("home/runs"), "*.json").ShouldHaveSingleItem());
        (await _yttl.RunAsync("ask", id, Dam)).Output.ShouldContain("The dam upstream");
        try
        {
            File.WriteAllText(id, "no video");

            var ran = await _yttl.RunAsync("ask", id, Dam);

            (ran.ExitCode, ran.Output).ShouldBe((1, ""));
            ran.Error.ShouldContain(Path.GetFullPath(id));
        }
        finally
        {
            File.Delete(id);
        }
    }

    [Fact]
    public async Task What_is_neither_a_file_nor_a_run_is_named()
    {
        var ran = await _yttl.RunAsync("ask", "feedbeef", Dam, "--json");

        ran.ExitCode.ShouldBe(1);
        ran.MessageLines.ShouldHaveSingleItem().ShouldContain("no file 'feedbeef', and no run");
        ran.Output.ShouldContain("\"ask.unknown\"");
    }

    [Fact]
    public async Task A_list_is_not_asked()
    {
        var ran = await _yttl.RunAsync("ask", _home.Path, Dam);

        (ran.ExitCode, ran.ErrorLines.ShouldHaveSingleItem()).ShouldBe((2, $"yttl: '{_home.Path}' is a list: ask one of its videos"));
    }

    [Fact]
    public async Task Captions_from_a_pipe_are_asked()
    {
        _yttl.Input = CaptionFiles.WebVtt(1);

        (await _yttl.RunAsync("ask", "-", Dam)).Output.ShouldContain("The dam upstream changed");
    }

    [Theory]
    [InlineData(30)]
    [InlineData(80)]
    public async Task On_a_screen_an_answer_takes_its_columns(int columns)
    {
        await using var model = await LoopbackModel.StartAsync(call => ModelAnswer.Text(
            $"In 1998 the dam upstream changed the river far more than the weather did {Dammed(call)}. \u001b[31mWhales sing."));
        Configure(model);
        _yttl.Columns = columns;

        var ran = await _yttl.RunAsync("ask", Talk, Dam);

        var lines = ran.Output.Split('\n');
        lines.ShouldAllBe(line => line.GetCellWidth() <= columns && !line.Contains('\u001b'));
        lines.ShouldContain("  0:15");
        lines.ShouldContain("  (not heard there: 1998)");
        string.Join(' ', ran.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ShouldContain("(not found in the transcript)");
    }

    /// <summary>The number of the sentence about the dam.</summary>
    private static string Dammed(ModelCall call) =>
        call.User.Split('\n').FirstOrDefault(line => line.Contains("] The dam", StringComparison.Ordinal))?.Split(' ')[0] ?? "";

    private void Configure(LoopbackModel model)
    {
        _yttl.Environment["YTTL_LLM_BASE_URL"] = model.BaseUrl.AbsoluteUri;
        _yttl.Environment["YTTL_LLM_PROVIDER"] = "local";
        _yttl.Environment["YTTL_LLM_MODEL"] = "loopback";
    }
}
