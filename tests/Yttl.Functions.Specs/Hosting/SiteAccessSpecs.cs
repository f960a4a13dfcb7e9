#pragma warning disable CA1416 // Unix specs.
using Microsoft.Extensions.DependencyInjection;
using Yttl.Core.Settings;
using Yttl.Core.Sources;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;

namespace Yttl.Functions.Specs.Hosting;

/// <summary>The app's cookies and proxy for sites that refuse data centres.</summary>
public sealed class SiteAccessSpecs : IDisposable
{
    private const string Cookies = "# Netscape HTTP Cookie File\n.youtube.com\tTRUE\t/\tTRUE\t1893456000\tSID\tsecret\n";

    private readonly FakeYtDlp _ytDlp = new();
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _ytDlp.Dispose();
        _folder.Dispose();
    }

    [UnixFact]
    public async Task Yt_dlp_gets_the_cookies_in_a_file_and_the_guard_in_place_of_the_proxy()
    {
        _ytDlp.Fails(null, "ERROR: [vimeo] 1: Sign in to confirm you’re not a bot.");
        await using var services = CompositionSpecs.Services(
            ("YTTL_YT_DLP", Program()),
            ("YTTL_COOKIES", Cookies),
            ("YTTL_PROXY", "http://user:password@proxy.example:3128"));

        var outcome = await services.GetRequiredService<StepTable>().WorkOf(Steps.Resolve)(
            new ResolveRequest("https://vimeo.com/76979871"), default);

        outcome.Failure!.Code.ShouldBe("video.bot-check");
        var call = _ytDlp.Calls.ShouldHaveSingleItem();
        $"{string.Join(' ', call)} {_ytDlp.Input}".ShouldNotContain("password");
        _ytDlp.Input.ShouldContain("--proxy='http://127.0.0.1:");
        var (path, mode, content) = _ytDlp.CookieFiles.ShouldHaveSingleItem();
        content.ShouldBe(Cookies);
        mode.ShouldBe($"{UnixFileMode.UserRead | UnixFileMode.UserWrite}");
        File.Exists(path).ShouldBeFalse();
    }

    [Theory]
    [InlineData(
        "YTTL_COOKIES", "@Microsoft.KeyVault(SecretUri=https://kv/secrets/cookies)", "(from YTTL_COOKIES): the Key Vault reference is not resolved")]
    [InlineData("YTTL_COOKIES", "/home/secret/cookies.txt", "cookies (from YTTL_COOKIES): expected the content of")]
    [InlineData("YTTL_PROXY", "socks5://user:secret@proxy.example:1080", "proxy (from YTTL_PROXY): expected an http proxy")]
    [InlineData("YTTL_PROXY", "https://user:secret@proxy.example", "proxy (from YTTL_PROXY): expected an http proxy")]
    public async Task What_cannot_be_used_stops_the_app_and_is_not_repeated(string name, string value, string problem)
    {
        await using var services = CompositionSpecs.Services((name, value));

        var message = Should.Throw<InvalidOperationException>(services.GetRequiredService<Configuration>).Message;

        message.ShouldContain(problem);
        message.ShouldNotContain(value);
    }

    /// <summary>The fake reads its script's path from a variable, which the app does not set.</summary>
    private string Program()
    {
        var path = _folder.Write("yt-dlp", $"#!/bin/sh\n{FakeTool.ScriptVariable}='{_ytDlp.ScriptPath}' exec '{FakeTool.Path}' \"$@\"\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
