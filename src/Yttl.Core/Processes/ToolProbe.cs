using System.Text.RegularExpressions;
using Yttl.Core.Failures;

namespace Yttl.Core.Processes;

/// <summary>Detects which programs are installed, their versions and their problems.</summary>
public sealed partial class ToolProbe(ProcessRunner runner, Toolset tools, TimeProvider time)
{
    private const string JavaScript = "JavaScript runtime";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Checks ffmpeg, ffprobe, yt-dlp and a JavaScript runtime for yt-dlp, in that order. A missing program is a
    /// problem in its result, not an exception.
    /// </summary>
    public async Task<IReadOnlyList<ToolCheck>> CheckAllAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(
            CheckFFmpegAsync("ffmpeg", tools.FFmpeg, cancellationToken),
            CheckFFmpegAsync("ffprobe", tools.FFprobe, cancellationToken),
            CheckYtDlpAsync(cancellationToken),
            CheckJavaScriptAsync(cancellationToken));

    public async Task<ToolCheck> CheckYtDlpAsync(CancellationToken cancellationToken)
    {
        var (output, check) = await AskAsync("yt-dlp", tools.YtDlp, "--version", cancellationToken);
        return output is null ? check : JudgeYtDlp(output, check.Path, Today());
    }

    /// <summary>Returns the first runtime that yt-dlp supports, in yt-dlp's order.</summary>
    public async Task<ToolCheck> CheckJavaScriptAsync(CancellationToken cancellationToken)
    {
        ToolCheck? tooOld = null;
        foreach (var runtime in JavaScriptRuntime.ByPreference)
        {
            var (output, check) = await AskAsync(
                runtime.Name, runtime.Program, runtime.VersionArgument, cancellationToken);
            if (output is null || runtime.ReadVersion(output) is not { } found)
                continue;
            if (found.IsSupported)
                return new ToolCheck(JavaScript, $"{runtime.Name} {found.Version}", check.Path, null, null);
            tooOld ??= new ToolCheck(
                JavaScript,
                $"{runtime.Name} {found.Version}",
                check.Path,
                $"too old, yt-dlp needs {runtime.Oldest} or newer",
                ToolRemedy.ForJavaScript);
        }

        return tooOld ?? new ToolCheck(
            JavaScript, null, null, "none is installed, and yt-dlp needs one for YouTube", ToolRemedy.ForJavaScript);
    }

    internal static ToolCheck JudgeYtDlp(string output, string? path, DateOnly today)
    {
        var text = output.Trim();
        if (!YtDlpVersion.TryParse(text, null, out var version))
            return new ToolCheck("yt-dlp", null, path, "its version cannot be read", ToolRemedy.ForYtDlp);
        if (!version.IsOld(today))
            return new ToolCheck("yt-dlp", text, path, null, null);
        var problem = $"it is {version.AgeText(today)} old, and YouTube changes often";
        return new ToolCheck("yt-dlp", text, path, problem, ToolRemedy.ForYtDlp);
    }

    internal static ToolCheck JudgeFFmpeg(string name, string tool, string output, string? path) =>
        FFmpegLine().Match(output) is { Success: true } match
            ? new ToolCheck(name, match.Groups[1].Value, path, null, null)
            : new ToolCheck(name, null, path, "its version cannot be read", ToolRemedy.ToInstall(tool));

    private async Task<ToolCheck> CheckFFmpegAsync(string name, string tool, CancellationToken cancellationToken)
    {
        var (output, check) = await AskAsync(name, tool, "-version", cancellationToken);
        return output is null ? check : JudgeFFmpeg(name, tool, output, check.Path);
    }

    /// <summary>Reads the version from stdout, or from stderr for a program that prints only its help.</summary>
    private async Task<(string? Output, ToolCheck Check)> AskAsync(
        string name, string tool, string argument, CancellationToken cancellationToken)
    {
        try
        {
            // yt-dlp unpacks itself before it prints its version.
            using var temporary = tools.Scratch?.NewFolder();
            var result = await runner.RunAsync(new ToolCall(tool, [argument], Patience).With(temporary), cancellationToken);
            var check = new ToolCheck(name, null, ToolPath.Find(tool), null, null);
            return (result.Output.Length > 0 ? result.Output : result.ErrorTail, check);
        }
        catch (YttlException failed)
        {
            // The remedy is a separate field, so it is left out of the problem.
            var problem = failed.Failure.Code is ToolFailures.MissingCode ? $"{tool} is not installed" : failed.Failure.Message;
            return (null, new ToolCheck(name, null, ToolPath.Find(tool), problem, ToolRemedy.ToInstall(tool)));
        }
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    [GeneratedRegex(@"^ff(?:mpeg|probe) version (\S+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FFmpegLine();
}
