using System.Globalization;
using System.Text;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.TestKit.Tones;

namespace Yttl.Benchmarks.Torture;

/// <summary>What <c>yttl</c> works on when it is killed.</summary>
/// <param name="Arguments">Of <c>summarize</c>.</param>
/// <param name="Calls">How many calls of a model or recogniser there were so far; null where there are none.</param>
internal sealed record KillScene(string Name, IReadOnlyList<string> Arguments, Func<int>? Calls = null)
{
    /// <summary>The steps that make these calls, one each.</summary>
    public IReadOnlyList<string> CallSteps { get; init; } = [];

    /// <summary>The program in place of yt-dlp; null for none.</summary>
    public string? YtDlp { get; init; }
}

/// <summary>The scenes, and the servers on this machine that they call.</summary>
internal sealed class KillScenes : IAsyncDisposable
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(15);

    private readonly LoopbackModel _model;
    private readonly LoopbackRecognizer _recognizer;

    private KillScenes(LoopbackModel model, LoopbackRecognizer recognizer) => (_model, _recognizer) = (model, recognizer);

    /// <summary>In the order in which they take turns.</summary>
    public IReadOnlyList<KillScene> All { get; private set; } = [];

    /// <param name="folder">Where the files of the scenes are written.</param>
    public static async Task<KillScenes> OpenAsync(TempFolder folder)
    {
        var model = await LoopbackModel.StartAsync(call => ModelAnswer.Text($"The point {call.User.Length} is made."));
        model.Latency = Latency;
        var recognizer = await LoopbackRecognizer.StartAsync();
        recognizer.Work = _ => Task.Delay(Latency);
        var scenes = new KillScenes(model, recognizer);
        string[] byModel =
            ["--llm-provider", "local", "--llm-base-url", $"{model.BaseUrl}", "--llm-model", "m", "--max-concurrent-llm", "5"];
        string[] bySpeech =
        [
            "--llm-provider", "extractive", "--whisper-base-url", $"{recognizer.BaseUrl}", "--chunk-size-strategy", "fixed",
            "--chunk-seconds", "10", "--max-concurrent-whisper", "2",
        ];
        var talk = folder.Write("lecture.vtt", Captions(minutes: 150));
        var sound = folder.PathOf("talk.wav");
        ToneTalk.Make(TimeSpan.FromSeconds(60)).WriteWave(sound);
        string[] speechSteps = ["detect-language", "transcribe-chunk"];
        scenes.All =
        [
            new("captions", [talk, .. byModel], () => model.Calls.Count) { CallSteps = ["summarize-segment", "consolidate"] },
            new("sound", [sound, .. bySpeech], () => recognizer.Calls.Count) { CallSteps = speechSteps },
            new("download", ["https://videos.example/talk", .. bySpeech], () => recognizer.Calls.Count)
            {
                CallSteps = speechSteps,
                YtDlp = WriteYtDlp(folder),
            },
            new("rendering", [talk, "--llm-provider", "extractive"]),
        ];
        return scenes;
    }

    public async ValueTask DisposeAsync()
    {
        await _model.DisposeAsync();
        await _recognizer.DisposeAsync();
    }

    /// <summary>A cue a minute, which says its minute, so that no two segments are alike.</summary>
    private static string Captions(int minutes)
    {
        var text = new StringBuilder("WEBVTT\n");
        for (var minute = 0; minute < minutes; minute++)
            text.Append(CultureInfo.InvariantCulture, $"\n{Time(minute * 60)} --> {Time((minute * 60) + 50)}\n")
                .Append(CultureInfo.InvariantCulture, $"This is minute {minute}, and it is about star {minute * 7919 % 1009}.\n");
        return text.ToString();

        static string Time(int seconds) =>
            TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A script that downloads in small pieces, appends them to <c>.part</c>, and continues such a file, as yt-dlp does.
    /// </summary>
    private static string WriteYtDlp(TempFolder folder)
    {
        folder.Write("video.json", """
            {"id": "talk", "title": "A talk", "extractor": "generic", "duration": 60, "formats": [{}],
             "webpage_url": "https://videos.example/talk"}
            """);
        var script = folder.Write("yt-dlp", """
            #!/usr/bin/env bash
            here=$(dirname "$0")
            to=
            for argument in "$@"; do
                case $argument in
                    --version) echo 2026.11.01; exit ;;
                    --dump-single-json) cat "$here/video.json"; exit ;;
                    --output=*) to=${argument#--output=} ;;
                esac
            done
            size=$(stat -c %s "$here/talk.wav")
            have=$(stat -c %s "$to.part" 2>/dev/null || echo 0)
            while [ "$have" -lt "$size" ]; do
                tail -c "+$((have + 1))" "$here/talk.wav" 2>/dev/null | head -c 200000 >>"$to.part"
                have=$((have + 200000))
                sleep 0.03
            done
            mv "$to.part" "$to"
            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return script;
    }
}
