using System.Diagnostics;
using System.Text;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Sources.Sites;

/// <summary>Cookies that a host has as text: a file of its own for each call of yt-dlp.</summary>
public sealed class CookieJarSpecs : IDisposable
{
    private const string Page = "https://vimeo.com/76979871";
    private const string Line = ".youtube.com\tTRUE\t/\tTRUE\t1893456000\tSID\tsecret";
    private const string Text = $"# Netscape HTTP Cookie File\n{Line}\n";

    private readonly TempFolder _folder = new();
    private readonly ScratchSpace _scratch;
    private readonly YtDlpFixture _site = new();

    public CookieJarSpecs()
    {
        _scratch = new ScratchSpace(_folder.PathOf("scratch"));
        _site.Settings = new YtDlpSettings { CookieJar = new CookieJar(Text, _scratch) };
    }

    public void Dispose()
    {
        _site.Dispose();
        _scratch.Dispose();
        _folder.Dispose();
    }

    [UnixFact]
    public async Task A_call_finds_them_in_a_file_that_others_cannot_read()
    {
        _site.YtDlp.Prints(Page, """{ "id": "76979871", "title": "t", "extractor": "vimeo" }""");

        await _site.VideoAsync(Page);

        var (_, mode, content) = _site.YtDlp.CookieFiles.ShouldHaveSingleItem();
        content.ShouldBe(Text);
        mode.ShouldBe($"{UnixFileMode.UserRead | UnixFileMode.UserWrite}");
    }

    [Fact]
    public async Task Calls_at_once_have_a_file_each_and_none_sees_what_another_wrote()
    {
        _site.YtDlp.Prints(Page, """{ "id": "76979871", "title": "t", "extractor": "vimeo" }""");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _site.VideoAsync(Page)));

        var files = _site.YtDlp.CookieFiles;
        files.Select(file => file.Path).Distinct().Count().ShouldBe(4);
        files.Select(file => file.Content).ShouldAllBe(content => content == Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task No_file_is_left_after_a_call(int exit)
    {
        _site.YtDlp.Plays(
            Page, exit is 0 ? """{ "id": "76979871", "title": "t", "extractor": "vimeo" }""" : "", "ERROR: Private video\n", exit);

        ((await _site.ResolveAsync(Page)).Failure is null).ShouldBe(exit is 0);

        _site.YtDlp.CookieFiles.Count.ShouldBe(1);
        NothingIsLeft();
    }

    [Fact]
    public async Task A_file_of_the_users_is_copied_for_each_call_and_never_written()
    {
        var own = _folder.Write("mine.txt", Text);
        _site.Settings = new YtDlpSettings { CookieJar = CookieJar.From(own, _scratch) };
        _site.YtDlp.Prints(Page, """{ "id": "76979871", "title": "t", "extractor": "vimeo" }""");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _site.VideoAsync(Page)));

        var files = _site.YtDlp.CookieFiles;
        files.Select(file => file.Path).Append(own).Distinct().Count().ShouldBe(5);
        files.Select(file => file.Content).ShouldAllBe(content => content == Text);
        File.ReadAllText(own).ShouldBe(Text);
        NothingIsLeft();
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var own = _folder.PathOf("missing.txt");
        _site.Settings = new YtDlpSettings { CookieJar = CookieJar.From(own, _scratch) };

        var failure = (await _site.ResolveAsync(Page)).Failure!;

        failure.Code.ShouldBe("cookies.unreadable");
        failure.Message.ShouldContain(own);
        failure.Message.ShouldContain("--cookies");
    }

    [UnixFact]
    public async Task A_pipe_is_read_once_for_all_calls()
    {
        var own = _folder.PathOf("pipe");
        using (var made = Process.Start("mkfifo", own))
            await made.WaitForExitAsync();
        _site.Settings = new YtDlpSettings { CookieJar = CookieJar.From(own, _scratch) };
        _site.YtDlp.Prints(Page, """{ "id": "76979871", "title": "t", "extractor": "vimeo" }""");

        await Task.WhenAll(Task.Run(() => File.WriteAllText(own, Text)), _site.VideoAsync(Page));
        await _site.VideoAsync(Page);

        _site.YtDlp.CookieFiles.Select(file => file.Content).ShouldBe([Text, Text]);
    }

    [Theory]
    [InlineData(Text)]
    [InlineData("# Netscape HTTP Cookie File\r\n# a comment\r\n" + Line + "\r\n\r\n")]
    [InlineData(Line)]
    [InlineData(Line + "\nbroken line")]
    public void They_are_read_as_text_and_as_base64(string text)
    {
        CookieJar.Find(text).ShouldBe(Text);
        CookieJar.Find(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) + "\n").ShouldBe(Text);
    }

    [Fact]
    public void Cookies_that_scripts_may_not_read_are_no_comments() =>
        CookieJar.Find("#HttpOnly_" + Line).ShouldBe($"# Netscape HTTP Cookie File\n#HttpOnly_{Line}\n");

    [Theory]
    [InlineData("")]
    [InlineData("cookies.txt")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/cookies)")]
    [InlineData("""[{ "name": "SID", "value": "secret" }]""")]
    [InlineData("c2VjcmV0")]
    public void What_is_no_file_of_cookies_is_not_taken_for_one(string text) => CookieJar.Find(text).ShouldBeNull();

    private void NothingIsLeft() =>
        Directory.EnumerateFiles(_folder.PathOf("scratch"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) != ".lock").ShouldBeEmpty();
}
