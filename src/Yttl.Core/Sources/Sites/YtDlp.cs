using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Processes;

namespace Yttl.Core.Sources.Sites;

/// <summary>yt-dlp's answer with its warnings.</summary>
internal sealed record YtDlpAnswer(YtDlpJson Json, string Warnings);

/// <summary>Runs yt-dlp for an address.</summary>
internal sealed class YtDlp(ProcessRunner runner, Toolset tools, YtDlpSettings settings, TimeProvider time)
{
    /// <summary>The code of a site that does not answer in time. It is final, and a partial download is kept.</summary>
    public const string TimeoutCode = "site.timeout";

    private static readonly TimeSpan PatienceForVideo = TimeSpan.FromMinutes(2);

    // A channel of 10,000 videos takes about 100 pages, one after another.
    private static readonly TimeSpan PatienceForList = TimeSpan.FromMinutes(10);

    private readonly ToolProbe _probe = new(runner, tools, time);

    // Read once. Two concurrent callers may both read it, which is harmless.
    private ToolCheck? _self;

    /// <exception cref="YttlException">
    /// The video is not available, or yt-dlp is missing or failed (<see cref="SiteFailures"/>, <c>ytdlp.failed</c>).
    /// Transient where the network or the site's limits are the cause, unless the time was up (<see
    /// cref="TimeoutCode"/>).
    /// </exception>
    public Task<YtDlpAnswer> AskAsync(Source source, bool takeList, CancellationToken cancellationToken) =>
        TrackedCall.RunAsync(TrackedCall.YtDlp, () => AnswerAsync(source, takeList, cancellationToken));

    private async Task<YtDlpAnswer> AnswerAsync(Source source, bool takeList, CancellationToken cancellationToken)
    {
        var runtimes = await RuntimesAsync(source, cancellationToken);
        using var cookies = settings.CookieJar?.Open();
        var arguments = YtDlpArguments.For(source, takeList, With(cookies), runtimes);
        var call = Call(source, arguments, takeList ? PatienceForList : PatienceForVideo);
        var result = await RunAsync(call, $"{source}", "try again later", cancellationToken);
        return result.ExitCode is 0 && Read(result.Output) is { } json
            ? new YtDlpAnswer(json, YtDlpComplaint.OfWarnings(result.ErrorTail))
            : throw await FailedAsync(source, result, cancellationToken);
    }

    /// <summary>Downloads the best audio, or continues a partial download.</summary>
    /// <param name="path">The resulting file. Partial files are beside it until then.</param>
    /// <param name="mine">The lock of these files. It stays taken until yt-dlp has ended, even without this process.</param>
    /// <exception cref="YttlException">As <see cref="AskAsync"/>; <c>audio.disk-full</c>.</exception>
    public Task DownloadAudioAsync(
        Source source, string path, TemporaryLock mine, CancellationToken cancellationToken) =>
        TrackedCall.RunAsync(TrackedCall.YtDlp, () => SaveAudioAsync(source, path, mine, cancellationToken));

    private async Task<string> SaveAudioAsync(
        Source source, string path, TemporaryLock mine, CancellationToken cancellationToken)
    {
        var runtimes = await RuntimesAsync(source, cancellationToken);
        using var cookies = settings.CookieJar?.Open();
        var arguments = YtDlpArguments.ForAudio(source, path, With(cookies), runtimes);
        var call = Call(source, arguments, settings.AudioTimeout) with { Holds = mine.Handle };
        var result = await RunAsync(call, $"The audio of {source}", settings.AudioTimeoutRemedy, cancellationToken);
        if (result.ExitCode is 0 && File.Exists(path))
            return path;
        var failure = await FailedAsync(source, result, cancellationToken);
        throw failure.Failure.Code == MachineFailures.NoRoom.Code
            ? DiskFull.ForAudio(Path.GetDirectoryName(path)!, failure)
            : failure;
    }

    /// <summary>
    /// Explains a call that failed. Where yt-dlp's complaint is not known, a warning before it may say the reason.
    /// </summary>
    private async Task<YttlException> FailedAsync(Source source, ToolResult result, CancellationToken cancellationToken)
    {
        var complaint = YtDlpComplaint.OfFailure(result.ErrorTail);
        return SiteFailures.Find(complaint) is null
            && YtDlpComplaint.OfWarnings(result.ErrorTail) is var warnings && SiteFailures.Find(warnings) is not null
            ? await DiagnoseAsync(source, warnings, cancellationToken)
            : await DiagnoseAsync(source, complaint, cancellationToken);
    }

    /// <summary>Returns why a source fails, with the problem of yt-dlp itself where that may be the cause.</summary>
    public async Task<YttlException> DiagnoseAsync(Source source, string complaint, CancellationToken cancellationToken)
    {
        var known = SiteFailures.Find(complaint) ?? SiteFailures.Unknown(YtDlpComplaint.Line(complaint));
        var advice = known.MayBeTheTool && IsYouTube(source) ? await AdviceAsync(cancellationToken) : null;
        return known.For(source, known.Quote(complaint), advice);
    }

    private ToolCall Call(Source source, IReadOnlyList<string> arguments, TimeSpan patience) => new(tools.YtDlp, arguments, patience)
    {
        Input = YtDlpArguments.Secrets(source, settings),
        Variables = PassedVariables.OfYtDlp.Read(),
    };

    private YtDlpSettings With(CookieFile? cookies) =>
        cookies is null ? settings : settings with { CookiesFile = cookies.Path };

    private async Task<ToolResult> RunAsync(
        ToolCall call, string what, string remedy, CancellationToken cancellationToken)
    {
        try
        {
            using var temporary = tools.Scratch?.NewFolder();
            return await runner.RunAsync(call.With(temporary), cancellationToken);
        }
        catch (YttlException late) when (late.Failure.Code is "tool.timeout")
        {
            throw new YttlException(
                FailureCategory.Network,
                TimeoutCode,
                $"{what} did not arrive: {late.Failure.Message}; {remedy}",
                inner: late);
        }
    }

    private async Task<IReadOnlyList<JavaScriptRuntime>> RuntimesAsync(
        Source source, CancellationToken cancellationToken) =>
        IsYouTube(source) && await RunsJavaScriptAsync(cancellationToken)
            ? [.. JavaScriptRuntime.ByPreference.Where(runtime => !runtime.OnByDefault)]
            : [];

    private async Task<bool> RunsJavaScriptAsync(CancellationToken cancellationToken) =>
        YtDlpVersion.TryParse((await SelfAsync(cancellationToken)).Version, null, out var version)
        && version.RunsJavaScript;

    private async Task<ToolCheck> SelfAsync(CancellationToken cancellationToken) =>
        _self ??= await _probe.CheckYtDlpAsync(cancellationToken);

    /// <summary>The advice of <c>doctor</c> on one line, for a YouTube video that failed.</summary>
    private async Task<string?> AdviceAsync(CancellationToken cancellationToken)
    {
        var self = await SelfAsync(cancellationToken);
        if (self is { IsPresent: true, Problem: { } problem })
            return $"yt-dlp {self.Version} is installed: {problem}; get a current one: {self.Remedy}";
        return await _probe.CheckJavaScriptAsync(cancellationToken) is { Problem: { } lacking } javaScript
            ? $"yt-dlp {self.Version} needs a JavaScript runtime for YouTube: "
                + $"{(javaScript.Version is { } old ? $"{old} is " : "")}{lacking}; get one: {javaScript.Remedy}"
            : null;
    }

    private static bool IsYouTube(Source source) =>
        source is YouTubeVideo or YouTubePlaylist || (source is WebPage page && YouTubeAddress.IsYouTube(page.Address));

    private static YtDlpJson? Read(string output)
    {
        try
        {
            return YtDlpJsonContext.Read(output);
        }
        catch (JsonException)
        {
            // The caller diagnoses it from stderr: output that is not JSON explains nothing.
            return null;
        }
    }
}
