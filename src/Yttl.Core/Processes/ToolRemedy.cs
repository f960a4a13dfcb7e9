namespace Yttl.Core.Processes;

/// <summary>Installation instructions for the programs that YTTL runs: one command each.</summary>
public static class ToolRemedy
{
    private const string YtDlp =
        "curl -fL https://github.com/yt-dlp/yt-dlp/releases/latest/download/yt-dlp"
        + " --create-dirs -o ~/.local/bin/yt-dlp && chmod +x ~/.local/bin/yt-dlp";

    private const string WindowsYtDlp = "winget install yt-dlp.yt-dlp";

    /// <param name="tool">Name of the program, or a configured path.</param>
    public static string ToInstall(string tool) => Name(tool) switch
    {
        _ when tool.Length != Path.GetFileName(tool).Length => "there is no such file; correct the configured path",
        "ffmpeg" or "ffprobe" => OperatingSystem.IsWindows() ? "winget install Gyan.FFmpeg" :
            OperatingSystem.IsMacOS() ? "brew install ffmpeg" : "sudo apt-get install ffmpeg",
        "yt-dlp" => ForYtDlp,
        "whisper-server" => "build it from https://github.com/ggml-org/whisper.cpp as docs/speech.md says,"
            + " or set YTTL_WHISPER_SERVER to its path",
        "llama-server" => "get it from https://github.com/ggml-org/llama.cpp/releases, or set YTTL_LLAMA_SERVER to its path",
        var name => $"install {name}, or put its folder on PATH",
    };

    /// <summary>Completes "… is not installed"; a command stands on a line of its own, to be copied.</summary>
    internal static string Advice(string tool) => ToInstall(tool) is var remedy && IsCommand(remedy)
        ? $"; install it with:\n{remedy}"
        : $": {remedy}";

    /// <summary>Command that installs a current yt-dlp; distributions ship old versions.</summary>
    public static string ForYtDlp { get; } = OperatingSystem.IsWindows() ? WindowsYtDlp : YtDlp;

    /// <summary>
    /// Command that installs Deno, the runtime that yt-dlp recommends and the only one it uses without an option.
    /// </summary>
    public static string ForJavaScript { get; } = OperatingSystem.IsWindows()
        ? "winget install DenoLand.Deno"
        : "curl -fsSL https://deno.land/install.sh | sh";

    /// <summary>Whether what helps is a command to type, and not advice.</summary>
    public static bool IsCommand(string remedy) => remedy.Split(' ')[0] is "curl" or "sudo" or "brew" or "winget";

    private static string Name(string tool) => Path.GetFileNameWithoutExtension(tool);
}
