using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Yttl.TestKit;
using Yttl.TestKit.Tones;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>
/// The program, killed with SIGKILL while a yt-dlp downloads: a shell script with a child, as yt-dlp has ffmpeg, and as
/// some programs do, one that leaves its process group.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class KilledDownloadSpecs : IDisposable
{
    private const string Address = "https://vimeo.com/76979871";

    private readonly YttlProcess _yttl = new();

    public void Dispose() => _yttl.Dispose();

    [UnixFact]
    public async Task Nothing_that_it_started_goes_on()
    {
        Uses(child: "sleep 600 & echo $! >> pids");
        await using var recognizer = await LoopbackRecognizer.StartAsync();
        using var process = Start(recognizer);
        await Eventually.HoldsAsync(() => Pids().Count == 2);

        process.Kill();

        await Eventually.HoldsAsync(() => !Pids().Any(IsRunning));
    }

    [UnixFact]
    public async Task The_next_run_waits_until_nothing_holds_the_download()
    {
        if (!RealTools.OnPath("setsid"))
            return;
        Uses(child: "setsid sh -c 'echo $$ >> pids; exec sleep 600' &");
        await using var recognizer = await LoopbackRecognizer.StartAsync();
        using (var first = Start(recognizer))
        {
            await Eventually.HoldsAsync(() => Pids().Count == 2);
            first.Kill();
        }

        var (ytDlp, left) = (Pids()[0], Pids()[1]);
        await Eventually.HoldsAsync(() => !IsRunning(ytDlp));
        using var second = Start(recognizer);
        await Eventually.HoldsAsync(() => CountOf("asked") == 2);
        // It has asked the site, and what follows is the download.
        await Task.Delay(TimeSpan.FromSeconds(2));
        (IsRunning(left), Pids().Count).ShouldBe((true, 2), "it does not write beside what holds the download");

        Process.GetProcessById(left).Kill();

        await Eventually.HoldsAsync(() => Pids().Count == 4);
        second.Kill();
        await Eventually.HoldsAsync(() => !IsRunning(Pids()[2]));
        Process.GetProcessById(Pids()[3]).Kill();
    }

    private Process Start(LoopbackRecognizer recognizer) =>
        _yttl.Start("transcript", Address, "--whisper-base-url", recognizer.BaseUrl.ToString());

    /// <param name="child">A command that starts a child of yt-dlp.</param>
    private void Uses(string child)
    {
        var script = _yttl.Folder.Write("yt-dlp", $$"""
            #!/bin/sh
            cd '{{_yttl.Folder.Path}}'
            case "$*" in
              --version) echo 2026.01.01; exit;;
              *--dump-single-json*)
                echo asked >> asked
                echo '{"id": "76979871", "title": "A talk", "extractor": "vimeo", "duration": 720, "formats": [{}]}'
                exit;;
            esac
            echo $$ >> pids
            {{child}}
            while :; do echo more >> part; sleep 0.1; done
            """);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _yttl.Environment["YTTL_YT_DLP"] = script;
    }

    private List<int> Pids() => File.Exists(_yttl.Folder.PathOf("pids"))
        ? [.. File.ReadLines(_yttl.Folder.PathOf("pids")).Select(line => int.Parse(line, CultureInfo.InvariantCulture))]
        : [];

    private int CountOf(string file) =>
        File.Exists(_yttl.Folder.PathOf(file)) ? File.ReadLines(_yttl.Folder.PathOf(file)).Count() : 0;

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
