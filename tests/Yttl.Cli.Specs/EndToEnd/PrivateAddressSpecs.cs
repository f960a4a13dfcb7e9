using Microsoft.AspNetCore.Http;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>
/// What gives access stands in the run's record, from which it is resumed, and in nothing that is shown or passed on.
/// </summary>
public sealed class PrivateAddressSpecs : IDisposable
{
    private const string Address = "https://me:geheim-1@site.example/talk?id=7&access_token=WERT77&X-Amz-Signature=WERT78";

    private readonly YttlProcess _yttl = new();
    private readonly FakeYtDlp _ytDlp = new();

    public PrivateAddressSpecs()
    {
        _yttl.Uses(_ytDlp);
        _yttl.Environment["YTTL_HOME"] = _yttl.Folder.PathOf("home");
    }

    public void Dispose()
    {
        _ytDlp.Dispose();
        _yttl.Dispose();
    }

    [Fact]
    public async Task Reports_lists_and_messages_leave_it_out_and_the_run_is_resumed_with_it()
    {
        await using var site = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(CaptionFiles.WebVtt(minutes: 2)));
        _ytDlp.Prints(null, $$$"""
            {"id": "7", "title": "A talk", "extractor": "generic", "duration": 120, "webpage_url": "{{{Address}}}",
             "formats": [{}], "subtitles": {"en": [{"ext": "vtt", "url": "{{{site.Url}}}talk.vtt?sig=WERT79"}]}}
            """);

        string[][] commands =
        [
            ["summarize", Address, "-v", "--format", "html,md,json,srt,vtt", "--out", "out", "--performance-report", "p.txt"],
            ["summarize", Address, "--json", "--out", "out"], ["transcript", Address, "--format", "json"],
            ["runs", "list"], ["runs", "list", "--json"], ["search", "engineers", "--json"],
        ];
        foreach (var command in commands)
        {
            var ran = await _yttl.RunAsync(command);
            ran.ExitCode.ShouldBe(0, ran.Error);
            AssertPrivate(ran.Output + ran.Error, string.Join(' ', command));
        }

        foreach (var file in Directory.GetFiles(_yttl.Folder.PathOf("out")).Append(_yttl.Folder.PathOf("p.txt")))
            AssertPrivate(File.ReadAllText(file), file);
        File.ReadAllText(Directory.GetFiles(_yttl.Folder.PathOf("out"), "*.md").ShouldHaveSingleItem())
            .ShouldContain("id=7&access_token=***");
        Directory.GetFiles(_yttl.Folder.PathOf("home/runs"), "*.json").Select(File.ReadAllText)
            .ShouldContain(text => text.Contains("WERT77"));
        _ytDlp.Input.ShouldContain($"'{Address}'\n");
        _ytDlp.Calls.SelectMany(call => call).ShouldAllBe(argument => !argument.Contains("WERT77"));
    }

    [Fact]
    public async Task A_failure_leaves_it_out()
    {
        _ytDlp.Fails(null, $"ERROR: [generic] Unable to download {Address}: HTTP Error 404: Not Found");

        foreach (var form in (string[][])[["summarize", Address], ["summarize", Address, "--json"], ["runs", "list", "--json"]])
        {
            var ran = await _yttl.RunAsync(form);
            AssertPrivate(ran.Output + ran.Error, string.Join(' ', form));
            (ran.Output + ran.Error).ShouldContain("site.example");
        }
    }

    [Theory]
    [InlineData("YTTL_PROXY", "http://me:geheim-1@proxy.example:8080", "proxy.example:8080")]
    [InlineData("YTTL_PROXY", "me:geheim-1@proxy.example:8080", "proxy.example:8080")]
    [InlineData("YTTL_PROXY", "ftp://me:geheim-1@proxy.example", "proxy.example")]
    [InlineData("YTTL_SPONSORBLOCK_URL", "https://me:geheim-1@sb.example/?key=WERT77", "sb.example")]
    [InlineData("YTTL_LLM_BASE_URL", "https://me:geheim-1@llm.example/v1", "llm.example")]
    [InlineData("OLLAMA_HOST", "me:geheim-1@ollama.example", "ollama.example")]
    [InlineData("YTTL_LLM_COMMAND", "llm --key sk-of-the-environment", "llm")]
    public async Task A_password_in_a_setting_is_shown_nowhere(string variable, string value, string shown)
    {
        _yttl.Environment[variable] = value;
        _yttl.Environment["OPENAI_API_KEY"] = "sk-of-the-environment";

        foreach (var form in (string[][])
            [["config", "show"], ["config", "show", "--json"], ["config", "suggest"], ["doctor"], ["doctor", "--json"], ["summarize", "x.vtt"]])
        {
            var ran = await _yttl.RunAsync(form);
            AssertPrivate(ran.Output + ran.Error, string.Join(' ', form));
            (ran.Output + ran.Error).ShouldNotContain("sk-of-the-environment", customMessage: string.Join(' ', form));
        }

        (await _yttl.RunAsync("config", "show")).Output.ShouldContain(shown);
    }

    [Fact]
    public async Task A_file_of_cookies_is_copied_for_each_call_of_ytdlp()
    {
        const string Cookies = "# Netscape HTTP Cookie File\n.site.example\tTRUE\t/\tTRUE\t1893456000\tSID\tsecret\n";
        var own = _yttl.Folder.Write("cookies.txt", Cookies);
        _ytDlp.Prints(null, """{"id": "7", "title": "A talk", "extractor": "generic", "duration": 120, "formats": [{}]}""");

        await _yttl.RunAsync("plan", "https://site.example/talk", "--cookies", "cookies.txt");

        var seen = _ytDlp.CookieFiles;
        seen.ShouldNotBeEmpty();
        seen.ShouldAllBe(file => file.Path != own && file.Content == Cookies);
        seen.Select(file => file.Path).ShouldBeUnique();
        File.ReadAllText(own).ShouldBe(Cookies);
        Directory.GetFiles(_yttl.Folder.Path, "*.cookies", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static void AssertPrivate(string text, string where)
    {
        foreach (var secret in (string[])["geheim-1", "WERT77", "WERT78", "WERT79"])
            text.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{where}: {secret} in {text}");
    }
}
