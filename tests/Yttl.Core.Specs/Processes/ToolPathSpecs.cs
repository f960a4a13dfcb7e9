using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Processes;

public sealed class ToolPathSpecs
{
    [Theory]
    [InlineData("ffmpeg-that-nobody-has", "ffmpeg-that-nobody-has", "PATH")]
    [InlineData("/nowhere/yt-dlp", "/nowhere/yt-dlp", "configured path")]
    public async Task A_missing_program_is_named_with_what_to_do(string tool, string named, string remedy)
    {
        var call = new ToolCall(tool, [], null);

        var thrown = await new ProcessRunner().RunAsync(call, CancellationToken.None).ShouldThrowAsync<YttlException>();

        thrown.Failure.Code.ShouldBe("tool.missing");
        thrown.Failure.Category.ShouldBe(FailureCategory.Processing);
        thrown.Failure.Message.ShouldContain(named);
        thrown.Failure.Message.ShouldContain(remedy);
        thrown.Failure.Message.ShouldNotContain("\n");
        thrown.Transient.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ffmpeg", "ffmpeg")]
    [InlineData("ffprobe", "ffmpeg")]
    [InlineData("yt-dlp", "yt-dlp")]
    [InlineData("whisper-server", "docs/speech.md")]
    public void The_usual_programs_come_with_the_command_that_installs_them(string tool, string named)
    {
        ToolRemedy.ToInstall(tool).ShouldContain(named);
    }

    [Fact]
    public void A_name_is_looked_up_on_PATH_and_never_in_the_current_folder()
    {
        // The specs run in the folder that holds the fake program.
        File.Exists(FakeTool.Path).ShouldBeTrue();

        ToolPath.Find(Path.GetFileName(FakeTool.Path)).ShouldBeNull();
        ToolPath.Find(FakeTool.Path).ShouldBe(FakeTool.Path);
        ToolPath.Find(OperatingSystem.IsWindows() ? "cmd" : "sh").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_file_that_is_no_program_is_said_to_be_unusable()
    {
        using var folder = new TempFolder();
        var call = new ToolCall(folder.Write("ffmpeg", "not a program"), [], null);

        var thrown = await new ProcessRunner().RunAsync(call, CancellationToken.None).ShouldThrowAsync<YttlException>();

        thrown.Failure.Code.ShouldBe("tool.unusable");
    }

    [Theory]
    [InlineData("echo 1", "text")]
    [InlineData("<!DOCTYPE html>", "text")]
    [InlineData("#!/nowhere/python3\n", "not found")]
    [InlineData("\u007fELF\0\u0002\n(of another machine)\n", "")]
    public async Task A_program_that_does_not_start_is_said_to_be_unusable_and_why(string content, string reason)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TempFolder();
        var tool = folder.Write("ffmpeg", content);
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var thrown = await new ProcessRunner().RunAsync(new ToolCall(tool, [], null), CancellationToken.None)
            .ShouldThrowAsync<YttlException>();

        thrown.Failure.Code.ShouldBe("tool.unusable");
        thrown.Failure.Message.ShouldContain(reason, Case.Insensitive);
    }
}
