using Yttl.Core.Processes;

namespace Yttl.Core.Sources.Sites;

/// <summary>The advice of <c>doctor</c> on one line, for a YouTube video that failed.</summary>
internal static class YtDlpAdvice
{
    public static string? For(ToolCheck ytDlp, ToolCheck javaScript)
    {
        if (ytDlp is { IsPresent: true, Problem: { } problem })
            return $"yt-dlp {ytDlp.Version} is installed: {problem}; get a current one: {ytDlp.Remedy}";
        return javaScript is { Problem: { } lacking }
            ? $"yt-dlp {ytDlp.Version} needs a JavaScript runtime for YouTube: {lacking}; get one: {javaScript.Remedy}"
            : null;
    }
}
