namespace Yttl.TestKit;

public static class RealTools
{
    public const string MissingFFmpeg = "needs ffmpeg and ffprobe on PATH: apt-get install ffmpeg";

    public static bool HasFFmpeg { get; } = OnPath("ffmpeg") && OnPath("ffprobe");

    public static bool OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)));
}
