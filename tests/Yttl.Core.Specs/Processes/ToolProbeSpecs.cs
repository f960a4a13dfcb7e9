using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Processes;

public sealed class ToolProbeSpecs
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    [Theory]
    [InlineData("2023.03.04", "3 years")]
    [InlineData("2025.08.01.232842", "7 months")]
    public void An_old_yt_dlp_is_a_problem_with_a_remedy(string version, string age)
    {
        var check = ToolProbe.JudgeYtDlp(version + "\n", "/usr/bin/yt-dlp", Today);

        check.Version.ShouldBe(version);
        check.Problem!.ShouldContain(age);
        check.Remedy!.ShouldContain("yt-dlp");
    }

    [Theory]
    [InlineData("2025.12.04")]
    [InlineData("2026.03.05")]
    public void A_yt_dlp_of_ninety_days_or_less_is_none(string version)
    {
        ToolProbe.JudgeYtDlp(version, "/usr/bin/yt-dlp", Today).Problem.ShouldBeNull();
    }

    [Fact]
    public void A_yt_dlp_that_does_not_say_its_version_is_a_problem()
    {
        ToolProbe.JudgeYtDlp("Traceback", "/usr/bin/yt-dlp", Today).Problem.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("deno", "deno 2.3.1 (stable, release, x86_64-unknown-linux-gnu)\nv8 13.7\n", "2.3.1", true)]
    [InlineData("deno", "deno 1.46.3\n", "1.46.3", false)]
    [InlineData("node", "v22.1.0\n", "22.1.0", true)]
    [InlineData("node", "v20.20.2\n", "20.20.2", false)]
    [InlineData("quickjs", "QuickJS version 2024-01-13\nusage: qjs [options]", "2024-01-13", true)]
    [InlineData("quickjs", "QuickJS version 2021-03-27\nusage: qjs [options]", "2021-03-27", false)]
    [InlineData("quickjs", "QuickJS-ng version 0.8.0\n", "0.8.0", true)]
    public void A_JavaScript_runtime_counts_from_the_version_that_yt_dlp_takes(
        string name, string output, string version, bool supported)
    {
        var runtime = JavaScriptRuntime.ByPreference.Single(runtime => runtime.Name == name);

        runtime.ReadVersion(output).ShouldBe((version, supported));
        runtime.ReadVersion("not found").ShouldBeNull();
    }

    [Fact]
    public async Task Missing_programs_are_problems_with_remedies_and_stop_nothing()
    {
        var probe = new ToolProbe(new ProcessRunner(), new Toolset("no-ffmpeg", "no-ffprobe", "no-yt-dlp"), TimeProvider.System);

        var checks = await probe.CheckAllAsync(CancellationToken.None);

        checks.Select(check => check.Name).ShouldBe(["ffmpeg", "ffprobe", "yt-dlp", "JavaScript runtime"]);
        checks.Take(3).ShouldAllBe(check => !check.IsPresent && check.Remedy != null);
        checks.Take(3).Select(check => check.Problem).ShouldBe(
            ["no-ffmpeg is not installed", "no-ffprobe is not installed", "no-yt-dlp is not installed"]);
    }

    [FFmpegFact]
    public async Task The_real_ffmpeg_says_its_version()
    {
        var probe = new ToolProbe(new ProcessRunner(), new Toolset(), TimeProvider.System);

        var checks = await probe.CheckAllAsync(CancellationToken.None);

        checks[0].Version!.ShouldContain('.');
        checks[0].Problem.ShouldBeNull();
        checks[1].Problem.ShouldBeNull();
    }
}
