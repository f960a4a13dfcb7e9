using System.Runtime.Versioning;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>What the program writes, as another user of the machine sees it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivateFilesSpecs : IDisposable
{
    private const int Others = 0b000_111_111;

    private readonly YttlProcess _yttl = new();

    public void Dispose() => _yttl.Dispose();

    [UnixFact]
    public async Task The_home_is_closed_and_a_report_is_as_open_as_the_umask_says()
    {
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 12));

        using var process = _yttl.Start(
            ["sh", "-c", "umask 027; exec \"$@\"", "sh"],
            "summarize", "talk.vtt", "--out", "new/reports", "--format", "html,json", "--performance-report", "times.txt",
            "--llm-provider", "local", "--llm-base-url", $"{model.BaseUrl}", "--llm-model", "m");
        process.StandardInput.Close();
        var ran = await YttlProcess.EndAsync(process);

        ran.ExitCode.ShouldBe(0, ran.Error);
        var reports = _yttl.Folder.PathOf("new/reports");
        ModeOf(_yttl.Folder.PathOf("new")).ShouldBe("750");
        ModeOf(reports).ShouldBe("750");
        Directory.GetFiles(reports).Select(ModeOf).ShouldBe(["640", "640"]);
        var home = Directory.GetDirectories(_yttl.Folder.Path, "*", SearchOption.AllDirectories)
            .Single(folder => Path.GetFileName(folder) == "memory");
        var all = Directory.GetFileSystemEntries(Path.GetDirectoryName(home)!, "*", SearchOption.AllDirectories)
            .Append(Path.GetDirectoryName(home)!).ToList();
        all.Count.ShouldBeGreaterThan(10);
        all.Where(path => ((int)File.GetUnixFileMode(path) & Others) != 0).ShouldBeEmpty();
    }

    private static string ModeOf(string path) => Convert.ToString((int)File.GetUnixFileMode(path), toBase: 8);
}
