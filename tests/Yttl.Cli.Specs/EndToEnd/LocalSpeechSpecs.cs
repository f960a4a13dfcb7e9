using Microsoft.AspNetCore.Http;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.TestKit.Tones;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>
/// The built program with a recogniser that it runs itself. It hears words of tones, so that what a server's death costs
/// is known: nothing. The first call only finds out the language and is answered; of three deaths in a row the third would
/// be final.
/// </summary>
public sealed class LocalSpeechSpecs : IDisposable
{
    private const string Crash = "134";

    private readonly YttlProcess _yttl = new();

    public LocalSpeechSpecs() => _yttl.Environment["YTTL_WHISPER_SERVER"] = FakeWhisper.Path;

    public void Dispose() => _yttl.Dispose();

    [FFmpegTheory]
    [InlineData]
    [InlineData(FakeWhisper.Kill, FakeWhisper.Kill)]
    [InlineData(Crash, Crash)]
    [InlineData(FakeWhisper.Kill, Crash)]
    public async Task Of_two_minutes_every_word_comes_once_however_the_servers_die(params string[] deaths) =>
        await HearsEveryWordAsync(
            ToneTalk.Make(TimeSpan.FromMinutes(2), seed: 5), deaths,
            "--chunk-size-strategy", "fixed", "--chunk-seconds", "30", "--max-concurrent-whisper", "2");

    [FFmpegFact]
    public async Task A_chunk_too_short_to_be_halved_is_heard_again_when_its_server_is_killed() =>
        await HearsEveryWordAsync(ToneTalk.Make(TimeSpan.FromSeconds(12), seed: 6), [FakeWhisper.Kill]);

    [FFmpegTheory]
    [InlineData("summarize")]
    [InlineData("transcript")]
    public async Task A_server_that_is_not_installed_is_told_once_and_before_its_model_is_downloaded(string command)
    {
        await using var hub = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("no model"));
        _yttl.Environment["YTTL_MODEL_BASE_URL"] = hub.Url.AbsoluteUri;
        _yttl.Environment["YTTL_WHISPER_SERVER"] = "no-whisper-server";
        ToneTalk.Make(TimeSpan.FromSeconds(12), seed: 7).WriteWave(_yttl.Folder.PathOf("talk.wav"));

        var ran = await _yttl.RunAsync(command, "talk.wav", "--whisper-model", "base");

        ran.ExitCode.ShouldBe(1, ran.Error);
        ran.ErrorLines.Count(line => line.Contains("no-whisper-server is not installed")).ShouldBe(1, ran.Error);
        hub.Requests.ShouldBeEmpty();
    }

    private async Task HearsEveryWordAsync(ToneTalk talk, string[] deaths, params string[] options)
    {
        talk.WriteWave(_yttl.Folder.PathOf("talk.wav"));
        var whisper = new FakeWhisper(_yttl.Folder.PathOf("model.bin"), [FakeWhisper.Answer, .. deaths]);

        var ran = await _yttl.RunAsync(
            [
                "transcript", "talk.wav", "--format", "json", "--whisper-provider", "local",
                "--whisper-model", "model.bin", .. options,
            ]);

        ran.ShouldHaveHeard(talk);
        whisper.Left.ShouldBe(0);
    }
}
