using System.Diagnostics;
using System.Runtime.InteropServices;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.EndToEnd;

public sealed class PublishedSpecs : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PublishFact]
    public async Task The_published_program_is_one_file_without_warnings_that_starts_and_searches()
    {
        var published = await PublishAsync();
        Directory.GetFileSystemEntries(published).Select(Path.GetFileNameWithoutExtension).ShouldBe(["yttl"]);

        using var yttl = new YttlProcess { Program = Directory.GetFiles(published) };
        yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 1));
        (await yttl.RunAsync("summarize", "talk.vtt")).ExitCode.ShouldBe(0);
        for (var search = 0; search < 2; search++)
        {
            var ran = await yttl.RunAsync("search", "dam", "upstream");
            ran.ExitCode.ShouldBe(0, ran.Error);
            ran.ErrorLines.ShouldBeEmpty();
            ran.Output.ShouldContain("The dam upstream changed the river");
        }
    }

    /// <summary>With folders of its own: the specs run from those of the repository.</summary>
    private async Task<string> PublishAsync()
    {
        var to = _folder.PathOf("published");
        var start = new ProcessStartInfo("dotnet",
        [
            "publish", Repository.PathOf("src/Yttl.Cli/Yttl.Cli.csproj"), "-c", "Release", "-nologo", "-v", "quiet",
            "-r", RuntimeInformation.RuntimeIdentifier, "--artifacts-path", _folder.PathOf("artifacts"), "-o", to,
            "--disable-build-servers",
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var ran = await YttlProcess.EndAsync(process);
        ran.ExitCode.ShouldBe(0, ran.Output);
        ran.Output.ShouldNotContain("warning");
        return to;
    }
}

/// <summary>A spec that publishes the program; it is skipped where the packages for that were never restored.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishFactAttribute : FactAttribute
{
    public PublishFactAttribute()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var system = RuntimeInformation.RuntimeIdentifier;
        if (!Directory.Exists(Path.Combine(packages, $"microsoft.netcore.app.runtime.{system}")))
            Skip = $"needs the packages of a published program: dotnet publish src/Yttl.Cli -c Release -r {system}, once";
    }
}
