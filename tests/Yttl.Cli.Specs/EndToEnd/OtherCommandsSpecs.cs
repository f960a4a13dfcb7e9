using System.Runtime.Versioning;
using System.Text.Json;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.EndToEnd;

public sealed class OtherCommandsSpecs : IDisposable
{
    private readonly YttlProcess _yttl = new();

    public void Dispose() => _yttl.Dispose();

    [Fact]
    public async Task A_batch_gives_a_line_for_each_source_and_names_bad_lines()
    {
        _yttl.Folder.Write("one.vtt", CaptionFiles.WebVtt(minutes: 2));
        _yttl.Folder.Write("two.vtt", CaptionFiles.WebVtt(minutes: 3));
        _yttl.Folder.Write("list.txt", "# talks\none.vtt\n\nmissing.vtt\n\u0001\ntwo.vtt\n");

        var ran = await _yttl.RunAsync("batch", "list.txt", "--sequential");

        ran.ExitCode.ShouldBe(3);
        ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        ran.ErrorLines.Count(line => line.StartsWith("complete: ", StringComparison.Ordinal)).ShouldBe(2);
        ran.ErrorLines.ShouldContain(line => line.StartsWith("yttl: list.txt line 4: no such file: "));
        ran.ErrorLines.ShouldContain("yttl: list.txt line 5: holds control characters: is this a text file?");
    }

    [Theory]
    [InlineData("txt", "Engineers measured its speed")]
    [InlineData("srt", "00:00:05,000 --> 00:00:09,000")]
    [InlineData("vtt", "WEBVTT")]
    [InlineData("json", "yttl/transcript@1")]
    public async Task A_transcript_goes_to_stdout_in_each_format(string format, string expected)
    {
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 1));

        var ran = await _yttl.RunAsync("transcript", "talk.vtt", "--format", format);

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.ShouldContain(expected);
    }

    [Fact]
    public async Task A_transcript_goes_to_files_with_out_and_stdout_is_their_paths()
    {
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 1));

        var ran = await _yttl.RunAsync("transcript", "talk.vtt", "--format", "srt,txt", "--out", "texts");

        ran.ExitCode.ShouldBe(0, ran.Error);
        var paths = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        paths.Select(Path.GetExtension).ShouldBe([".srt", ".txt"]);
        paths.ShouldAllBe(path => File.Exists(path));
    }

    [Fact]
    public async Task What_was_said_is_found_in_a_finished_run_with_its_time()
    {
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 1));
        (await _yttl.RunAsync("summarize", "talk.vtt")).ExitCode.ShouldBe(0);

        var ran = await _yttl.RunAsync("search", "dam", "upstream");

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.ShouldMatch(@"(?m)^\[0:15\] .*: The dam upstream changed the river.* file://\S+\.html#t=15$");
    }

    [Fact]
    public async Task The_original_programs_search_flag_searches()
    {
        var ran = await _yttl.RunAsync("-s", "anything");

        ran.ExitCode.ShouldBe(1, ran.Error);
        ran.Output.ShouldBe("");
        ran.ErrorLines.ShouldBe(["yttl: note: nothing found; only finished runs are searched"]);
    }

    [Fact]
    public async Task The_configuration_is_shown_with_origins_and_without_secrets()
    {
        _yttl.Folder.Write("yttl.json", """{ "length": "short", "format": ["html", "md"] }""");
        Directory.CreateDirectory(_yttl.Folder.PathOf(".config/yttl"));
        _yttl.Folder.Write(".config/yttl/yttl.json", """{ "length": "long", "style": "bullets" }""");
        _yttl.Environment["YTTL_MAX_CONCURRENT_LLM"] = "7";
        _yttl.Environment["OPENAI_API_KEY"] = "sk-very-secret";

        var ran = await _yttl.RunAsync("config", "show", "--json");

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.ShouldNotContain("cret");
        using var document = JsonDocument.Parse(ran.Output);
        (string?, string?) Shown(string key)
        {
            var value = document.RootElement.GetProperty("settings").GetProperty(key);
            var shown = value.TryGetProperty("value", out var text) ? text.GetString() : null;
            return (shown, value.GetProperty("origin").GetString());
        }

        Shown("length").ShouldBe(("short", "./yttl.json"));
        Shown("format").ShouldBe(("html,md", "./yttl.json"));
        Shown("style").ShouldBe(("bullets", _yttl.Folder.PathOf(".config/yttl/yttl.json")));
        Shown("max_concurrent_llm").ShouldBe(("7", "YTTL_MAX_CONCURRENT_LLM"));
        Shown("retry_max_attempts").ShouldBe(("3", "default"));
        Shown("home").ShouldBe((_yttl.Folder.PathOf(".local/share/yttl"), "default"));
        Shown("openai_api_key").ShouldBe(("set", "OPENAI_API_KEY"));
        Shown("groq_api_key").ShouldBe(("not set", "default"));
    }

    [Fact]
    public async Task Doctor_names_a_missing_program_with_what_to_do_and_fails()
    {
        _yttl.Environment["YTTL_FFMPEG"] = _yttl.Folder.PathOf("no-ffmpeg");

        var ran = await _yttl.RunAsync("doctor", "--json");

        ran.ExitCode.ShouldBe(1, ran.Error);
        using var document = JsonDocument.Parse(ran.Output);
        document.RootElement.GetProperty("isReady").GetBoolean().ShouldBeFalse();
        var ffmpeg = document.RootElement.GetProperty("findings").EnumerateArray()
            .Single(finding => finding.GetProperty("name").GetString() == "ffmpeg");
        ffmpeg.GetProperty("health").GetString().ShouldBe("missing");
        ffmpeg.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_program_that_is_there_and_too_old_is_outdated_and_not_missing()
    {
        Directory.CreateDirectory(_yttl.Folder.PathOf("old"));
        foreach (var (name, says) in new[] { ("deno", "deno 1.46.3"), ("node", "v20.20.2"), ("qjs", "QuickJS version 2021-03-27") })
        {
            var path = _yttl.Folder.Write($"old/{name}", $"#!/bin/sh\necho '{says}'\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        _yttl.Environment["PATH"] = $"{_yttl.Folder.PathOf("old")}:{Environment.GetEnvironmentVariable("PATH")}";

        (await _yttl.RunAsync("doctor")).Output.ShouldMatch(
            @"(?m)^outdated +JavaScript runtime +deno 1\.46\.3, \S+/old/deno: too old, yt-dlp needs 2\.3\.0 or newer$");
    }

    [Fact]
    public async Task Doctor_without_json_is_plain_lines_without_a_terminal()
    {
        var ran = await _yttl.RunAsync("doctor");

        ran.Output.ShouldContain("home folder");
        ran.Output.ShouldNotContain("\u001b");
        ran.Output.ShouldNotContain("│");
    }
}
