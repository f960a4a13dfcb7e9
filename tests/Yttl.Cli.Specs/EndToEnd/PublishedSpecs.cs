namespace Yttl.Cli.Specs.EndToEnd;

public sealed class PublishedSpecs
{
    /// <summary>Its publishing fails on a warning.</summary>
    [PublishedFact]
    public async Task The_published_program_is_one_file_that_starts_and_searches()
    {
        using var yttl = new YttlProcess();
        Directory.GetFileSystemEntries(Path.GetDirectoryName(yttl.Program[0])!)
            .Select(Path.GetFileNameWithoutExtension).Distinct().ShouldBe(["yttl"]);

        yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 1));
        (await yttl.RunAsync("summarize", "talk.vtt")).ExitCode.ShouldBe(0);
        for (var search = 0; search < 2; search++)
        {
            var ran = await yttl.RunAsync("search", "dam", "upstream");
            ran.ExitCode.ShouldBe(0, ran.Error);
            ran.ErrorLines.ShouldBeEmpty();
            ran.Output.ShouldContain("The dam upstream changed the river");
        }

        // No folder of the user can be written: not HOME, and for the search not the one of temporary files either.
        yttl.Environment["YTTL_HOME"] = yttl.Folder.PathOf(".local/share/yttl");
        yttl.Environment["HOME"] = "/proc/none";
        foreach (var temporary in new[] { "/tmp", "/proc/none" })
        {
            yttl.Environment["TMPDIR"] = temporary;
            var ran = await yttl.RunAsync("search", "dam", "upstream");
            ran.ExitCode.ShouldBe(0, ran.Error);
            ran.ErrorLines.ShouldBeEmpty();
        }

        yttl.Environment["YTTL_HOME"] = "/proc/none";
        (await yttl.RunAsync("--version")).ExitCode.ShouldBe(0);
        Directory.GetFiles(yttl.Folder.PathOf(".local/share/yttl"), "*.tmp").ShouldBeEmpty();
    }
}

/// <summary>A spec of the published program alone; skipped where the built one is tested.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedFactAttribute : FactAttribute
{
    public PublishedFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("YTTL_TEST_PROGRAM") is not { Length: > 0 })
            Skip = "needs the published program, which ./test without arguments makes: set YTTL_TEST_PROGRAM to it";
    }
}
