using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Audio;

public sealed class DecodeAudioStepSpecs : IDisposable
{
    private const string Page = "https://example.org/talk";

    private readonly MadeMedia _media = new();
    private readonly InMemoryAudioStore _store = new();
    private readonly InMemoryArtifactStore _artifacts = new();
    private readonly FakeYtDlp _ytDlp = new();
    private readonly ManualTime _time = new();

    [FFmpegFact]
    public async Task A_file_becomes_samples_and_a_track_with_its_silences()
    {
        var path = await PausedAsync();

        var outcome = await RunAsync(FileVideo(path));

        outcome.Failure.ShouldBeNull();
        var track = await _artifacts.ReadJsonAsync(
            outcome.Track!.Value, AudioJson.Default.AudioTrack, CancellationToken.None);
        track.Audio.ShouldBe(outcome.Audio!);
        track.Silences.ShouldHaveSingleItem().Start.TotalSeconds.ShouldBe(4.05, 0.03);
        await using var samples = await _store.OpenReadAsync(track.Audio, 0, 1, CancellationToken.None);
        samples.Length.ShouldBe(PcmFormat.BytesPerSample);
        NothingIsLeft();
    }

    [FFmpegFact]
    public async Task The_same_content_has_the_same_key_wherever_it_lies()
    {
        var path = await PausedAsync();
        File.Copy(path, _media.PathOf("elsewhere.flac"));

        var here = await RunAsync(FileVideo(path));
        var there = await RunAsync(FileVideo(_media.PathOf("elsewhere.flac")));

        there.Audio.ShouldBe(here.Audio!);
    }

    [FFmpegFact]
    public async Task The_stream_in_the_wanted_language_is_taken()
    {
        var path = await _media.MakeAsync(
            "two.mkv", "-f", "lavfi", "-i", "sine=440:d=2", "-f", "lavfi", "-i", "sine=440:d=4",
            "-map", "0", "-map", "1", "-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=ger");

        var outcome = await RunAsync(FileVideo(path), LanguageTag.Parse("de", null));

        outcome.Language.ToString().ShouldBe("de");
        outcome.Audio!.Duration().TotalSeconds.ShouldBe(4, 0.05);
        (await RunAsync(FileVideo(path))).Audio!.Duration().TotalSeconds.ShouldBe(2, 0.05);
    }

    [FFmpegFact]
    public async Task A_film_without_sound_is_said_to_be_one()
    {
        var path = await _media.MakeAsync("mute.mkv", "-f", "lavfi", "-i", "testsrc=d=1:r=5:s=64x64");

        (await RunAsync(FileVideo(path))).Failure!.Code.ShouldBe("audio.none");
    }

    [Fact]
    public async Task Captions_alone_have_no_audio()
    {
        var captions = SiteVideo with { Id = "talk-c5c2f7", Url = null };

        (await RunAsync(captions)).Failure.ShouldBe(new Failure(
            FailureCategory.Input, "audio.none", "talk-c5c2f7 has captions and no audio: give the recording itself"));
    }

    [FFmpegFact]
    public async Task A_disk_without_room_is_noticed_before_anything_is_written()
    {
        var video = FileVideo(await PausedAsync()) with { Duration = TimeSpan.FromHours(10) };

        (await RunAsync(video, room: 1_000_000_000)).Failure!.Code.ShouldBe("audio.disk-full");
        NothingIsLeft();
    }

    [FFmpegFact]
    public async Task A_video_at_a_site_is_downloaded_decoded_and_not_kept()
    {
        _ytDlp.Downloads(null, await PausedAsync());

        var outcome = await RunAsync(SiteVideo);

        outcome.Audio!.Duration().TotalSeconds.ShouldBe(9, 0.05);
        _ytDlp.Calls[^1].TakeLast(2).ShouldBe(["--", Page]);
        _ytDlp.Calls[^1].ShouldContain("--format=bestaudio/best");
        _ytDlp.Calls[^1].ShouldContain("--ignore-config");
        NothingIsLeft();
    }

    [FFmpegTheory]
    [InlineData("hls", "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{0}\n#EXT-X-ENDLIST\n")]
    [InlineData("concat", "ffconcat version 1.0\nfile '{0}'\n")]
    public async Task On_a_host_for_strangers_a_video_that_names_a_file_of_the_host_is_not_opened(string format, string playlist)
    {
        _ytDlp.Downloads(null, await PlaylistAsync("video.mp4", playlist));

        var failure = (await RunAsync(SiteVideo, containersOnly: true)).Failure.ShouldNotBeNull();

        failure.Code.ShouldBe("file.not-media");
        failure.Message.ShouldContain($"as {format} it may refer to files of this machine");
        failure.Message.Length.ShouldBeLessThan(300);
        NothingIsLeft();
    }

    [FFmpegTheory]
    [InlineData("hls", "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{0}\n#EXT-X-ENDLIST\n")]
    [InlineData("concat", "ffconcat version 1.0\nfile 'secret.ts'\n")]
    public async Task A_video_of_ones_own_that_names_another_file_is_not_opened_either(string format, string playlist)
    {
        var failure = (await RunAsync(FileVideo(await PlaylistAsync("video.mp4", playlist)))).Failure.ShouldNotBeNull();

        failure.Code.ShouldBe("file.not-media");
        failure.Message.ShouldContain($"as {format} it may refer to files of this machine");
        failure.Message.ShouldContain(".m3u8");
    }

    [FFmpegFact]
    public async Task The_parts_of_a_playlist_are_files_and_no_pieces_of_files()
    {
        foreach (var part in new[] { "subfile,,start,0,end,9000,,:{0}", "concat:{0}", "data:audio/wav;base64,UklGRg==" })
        {
            var path = await PlaylistAsync("talk.m3u8", $"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{part}\n#EXT-X-ENDLIST\n");

            (await RunAsync(FileVideo(path))).Failure.ShouldNotBeNull(part);
        }
    }

    [FFmpegFact]
    public async Task On_a_host_for_strangers_a_file_that_holds_its_own_sound_is_decoded()
    {
        _ytDlp.Downloads(null, await PausedAsync());

        (await RunAsync(SiteVideo, containersOnly: true)).Audio!.Duration().TotalSeconds.ShouldBe(9, 0.05);
    }

    [FFmpegFact]
    public async Task A_playlist_of_ones_own_is_decoded()
    {
        var path = await PlaylistAsync("talk.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{0}\n#EXT-X-ENDLIST\n");

        (await RunAsync(FileVideo(path))).Audio!.Duration().TotalSeconds.ShouldBe(9, 0.2);
    }

    [FFmpegFact]
    public async Task Who_wants_a_video_that_another_is_fetching_waits_for_it()
    {
        _ytDlp.Downloads(null, await PausedAsync());
        var key = AudioRef.KeyFor(AudioSource.From(SiteVideo), null);
        var others = await FileLock.TakeAsync(
            new ScratchFiles(_store.ScratchFolder, key).Lock, _time, CancellationToken.None);

        var run = RunAsync(SiteVideo);
        await _time.PendingAsync(FileLock.Poll);
        _ytDlp.Calls.ShouldBeEmpty();
        others.Dispose();
        _time.Advance(FileLock.Poll);

        (await run).Failure.ShouldBeNull();
    }

    [FFmpegFact]
    public async Task Two_at_once_fetch_a_video_one_after_the_other()
    {
        _ytDlp.Downloads(null, await PausedAsync());

        var runs = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(SiteVideo)));
        while (await Task.WhenAny(runs, _time.PendingAsync(FileLock.Poll)) != runs)
            _time.Advance(FileLock.Poll);

        (await runs).ShouldAllBe(outcome => outcome.Failure == null);
        NothingIsLeft();
    }

    [Fact]
    public async Task A_site_that_refuses_is_diagnosed_as_when_it_was_resolved()
    {
        _ytDlp.Fails(null, "ERROR: [generic] talk: Private video. Sign in");

        (await RunAsync(SiteVideo)).Failure!.Code.ShouldBe("video.private");
    }

    [Fact]
    public async Task A_site_out_of_reach_is_worth_another_attempt()
    {
        _ytDlp.Fails(null, "ERROR: unable to download: Connection refused");

        (await RunAsync(SiteVideo).ShouldThrowAsync<YttlException>()).Transient.ShouldBeTrue();
    }

    [Fact]
    public async Task A_download_that_takes_too_long_is_final_says_what_to_change_and_can_be_continued()
    {
        using var hanging = new TcpListener(IPAddress.Loopback, 0);
        hanging.Start();
        await File.WriteAllTextAsync(_media.PathOf("part"), "the first minutes");
        _ytDlp.Hangs(null, ((IPEndPoint)hanging.LocalEndpoint).Port, _media.PathOf("part"));
        var settings = new YtDlpSettings { AudioTimeout = TimeSpan.FromMinutes(90), AudioTimeoutRemedy = "raise the limit" };

        var run = RunAsync(SiteVideo, settings: settings, processTime: _time);
        using var call = await hanging.AcceptTcpClientAsync();
        _time.Advance(settings.AudioTimeout);

        var failure = (await run).Failure.ShouldNotBeNull();
        failure.Code.ShouldBe("site.timeout");
        failure.Message.ShouldStartWith($"The audio of {Page} did not arrive: ");
        failure.Message.ShouldEndWith("did not finish within 5400 s and was stopped; raise the limit");
        Directory.EnumerateFiles(_store.ScratchFolder, "*.media").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_on_air_is_not_downloaded()
    {
        var failure = (await RunAsync(SiteVideo with { IsLive = true })).Failure!;

        failure.Code.ShouldBe("video.live");
        failure.Message.ShouldContain(" is live now; ");
        _ytDlp.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_disk_that_the_download_fills_is_named_whatever_the_language()
    {
        _ytDlp.Fails(Page, "ERROR: unable to write data: [Errno 28] Auf dem Gerät ist kein Speicherplatz mehr verfügbar");

        (await RunAsync(SiteVideo)).Failure!.Code.ShouldBe("audio.disk-full");
    }

    [FFmpegTestDataFact]
    public async Task Every_broken_file_gives_one_clear_line_and_leaves_nothing()
    {
        foreach (var name in new[] { "text-named.wav", "truncated-half.mp4", "zero-length.mp4", "dummy.gguf" })
        {
            var failure = (await RunAsync(FileVideo(TestData.PathOf($"bad/{name}")))).Failure.ShouldNotBeNull(name);

            failure.Message.ShouldNotContain("\n", customMessage: name);
            failure.Category.ShouldBe(FailureCategory.Input, name);
            NothingIsLeft();
        }
    }

    public void Dispose()
    {
        _media.Dispose();
        _store.Dispose();
        _ytDlp.Dispose();
    }

    private static Video SiteVideo =>
        new() { Id = "talk", Title = "Talk", Extractor = "generic", Url = new Uri(Page) };

    private static Video FileVideo(string path) =>
        new() { Id = "x", Title = "X", Extractor = "file", MediaPath = path };

    private Task<string> PausedAsync() => _media.MakeAsync(
        "paused.flac", "-f", "lavfi", "-i", "sine=440:d=9,volume='between(t,4,5)*0.0001+not(between(t,4,5))':eval=frame");

    /// <param name="playlist">With a place for the name of a file with sound.</param>
    private async Task<string> PlaylistAsync(string name, string playlist)
    {
        var sound = await _media.MakeAsync("secret.ts", "-f", "lavfi", "-i", "sine=440:d=9");
        await File.WriteAllTextAsync(_media.PathOf(name), string.Format(CultureInfo.InvariantCulture, playlist, sound));
        return _media.PathOf(name);
    }

    private async Task<DecodeOutcome> RunAsync(
        Video video,
        LanguageTag? language = null,
        long room = long.MaxValue,
        bool containersOnly = false,
        YtDlpSettings? settings = null,
        TimeProvider? processTime = null)
    {
        var stored = await _artifacts.WriteJsonAsync(
            AudioSource.From(video), SourcesJson.Default.AudioSource, CancellationToken.None);
        var tools = new Toolset(YtDlp: FakeTool.Path) { ContainersOnly = containersOnly };
        var runner = new ProcessRunner(processTime ?? TimeProvider.System, _ytDlp.Environment);
        var step = new DecodeAudioStep(_store, _artifacts, runner, tools, settings ?? new(), _time, 2)
        {
            Room = _ => room,
        };
        return await step.RunAsync(
            new DecodeRequest(stored, language, SilenceSettings.Default), CancellationToken.None);
    }

    private void NothingIsLeft() => Directory.EnumerateFileSystemEntries(_store.ScratchFolder)
        .Where(file => Path.GetFileName(file) is not ".lock").ShouldBeEmpty();
}
