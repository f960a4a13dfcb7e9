using System.Text.Json;
using System.Text.RegularExpressions;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.EndToEnd;

public sealed class SummarizeSpecs : IDisposable
{
    private readonly YttlProcess _yttl = new();

    public void Dispose() => _yttl.Dispose();

    [Theory]
    [InlineData("C.UTF-8")]
    [InlineData("fr_FR.UTF-8")]
    [InlineData("tr_TR.UTF-8")]
    public async Task Captions_become_reports_alike_in_every_locale_and_their_paths_are_all_of_stdout(string locale)
    {
        _yttl.Environment["LC_ALL"] = _yttl.Environment["LANG"] = locale;
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 12));

        var ran = await _yttl.RunAsync("summarize", "talk.vtt", "--format", "html,md,json,srt,vtt");

        ran.ExitCode.ShouldBe(0, ran.Error);
        var paths = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        paths.Select(Path.GetExtension).ShouldBe([".html", ".md", ".json", ".srt", ".vtt"]);
        paths.ShouldAllBe(path => path.StartsWith(_yttl.Folder.PathOf("summaries")) && File.Exists(path));
        ran.RunLines.ShouldContain(line => line.StartsWith("complete: ", StringComparison.Ordinal));
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(paths[2]));
        report.RootElement.GetProperty("schema").GetString().ShouldBe("yttl/report@1");
        (await File.ReadAllTextAsync(paths[3])).ShouldContain("00:00:05,000 --> 00:00:09,000");
        Directory.GetFileSystemEntries(_yttl.Folder.PathOf("summaries")).Length.ShouldBe(5);
    }

    [Fact]
    public async Task With_json_stdout_is_one_document_of_all_results()
    {
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 2));

        var ran = await _yttl.RunAsync("summarize", "talk.vtt", "missing.vtt", "--json");

        ran.ExitCode.ShouldBe(3);
        using var document = JsonDocument.Parse(ran.Output);
        var results = document.RootElement.GetProperty("results");
        document.RootElement.GetProperty("status").GetString().ShouldBe("partial");
        results[0].GetProperty("status").GetString().ShouldBe("complete");
        results[0].GetProperty("retries").GetInt32().ShouldBe(0);
        results[0].GetProperty("errors").GetArrayLength().ShouldBe(0);
        results[0].GetProperty("files")[0].GetString().ShouldEndWith(".html");
        results[1].GetProperty("failure").GetProperty("category").GetString().ShouldBe("input");
    }

    [Fact]
    public async Task To_verify_parallel_prints_both_times_and_one_speed_up()
    {
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 12));

        var ran = await _yttl.RunAsync("summarize", "talk.vtt", "--verify-parallel");

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Error.ShouldMatch("sequential [0-9.]+ s, parallel [0-9.]+ s.*: speed-up [0-9.]+ times, and the same report");
        ran.Error.Split("peed-up").Length.ShouldBe(2, ran.Error);
        ran.Error.ShouldContain("the parallel run: ");
        File.Exists(ran.Output.Trim()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_name_that_begins_with_a_dash_is_a_source_behind_two_dashes()
    {
        _yttl.Folder.Write("-odd.vtt", CaptionFiles.WebVtt(minutes: 2));

        var ran = await _yttl.RunAsync("--", "-odd.vtt");

        ran.ExitCode.ShouldBe(0, ran.Error);
        File.Exists(ran.Output.Trim()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_missing_file_is_one_line_and_exit_code_1()
    {
        var ran = await _yttl.RunAsync("summarize", "nowhere.vtt");

        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldBe("");
        ran.MessageLines.ShouldHaveSingleItem().ShouldStartWith("yttl: no such file: ");
        ran.Error.ShouldContain("nowhere.vtt");
    }

    [Fact]
    public async Task A_page_with_a_captions_name_is_one_line_and_leaves_nothing_behind()
    {
        _yttl.Folder.Write("page.vtt", "<!DOCTYPE html><html><title>Not found</title></html>");

        var ran = await _yttl.RunAsync("summarize", "page.vtt");

        ran.ExitCode.ShouldBe(1);
        ran.RunLines.ShouldContain(line => line.StartsWith("yttl: ", StringComparison.Ordinal));
        ran.Error.ShouldNotContain("   at ");
        Directory.Exists(_yttl.Folder.PathOf("summaries")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_one_line()
    {
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 2));
        _yttl.Folder.Write("taken", "a file where a folder is wanted");

        var ran = await _yttl.RunAsync("summarize", "talk.vtt", "--out", "taken");

        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldBe("");
        ran.RunLines.ShouldContain(line => line.StartsWith("yttl: the report could not be written to ", StringComparison.Ordinal));
        ran.Error.ShouldContain("--out");
    }

    [Fact]
    public async Task A_provider_without_its_key_is_a_wrong_configuration()
    {
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 2));

        var ran = await _yttl.RunAsync("summarize", "talk.vtt", "--llm-provider", "openai");

        ran.ExitCode.ShouldBe(2);
        ran.ErrorLines.ShouldHaveSingleItem().ShouldStartWith("yttl: the provider openai needs a key: ");
        ran.Error.ShouldContain("OPENAI_API_KEY");
    }

    [Fact]
    public async Task A_private_video_is_one_line()
    {
        using var ytDlp = new FakeYtDlp();
        ytDlp.Fails(
            null, "ERROR: [youtube] jNQXAC9IVRw: Private video. Sign in if you've been granted access to this video");
        _yttl.Uses(ytDlp);

        var ran = await _yttl.RunAsync("summarize", "https://youtu.be/jNQXAC9IVRw");

        ran.ExitCode.ShouldBe(1);
        ran.Output.ShouldBe("");
        ran.RunLines.ShouldContain(line => Regex.IsMatch(line, "^yttl: https://\\S+ is private; "));
    }
}
