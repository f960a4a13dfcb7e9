using Yttl.TestKit;

namespace Yttl.Whisper.Specs;

/// <summary>A spec on the native library, the trial data and ffmpeg; skipped, with the reason, without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeWhisperFactAttribute : FactAttribute
{
    public NativeWhisperFactAttribute()
    {
        if (!HasNativeLibrary)
            Skip = "needs Whisper.net's native library for this system";
        else if (TestData.Folder is null)
            Skip = "needs the shared trial data: set YTTL_TEST_DATA to its folder";
        else if (!RealTools.HasFFmpeg)
            Skip = RealTools.MissingFFmpeg;
    }

    private static bool HasNativeLibrary =>
        Path.Combine(AppContext.BaseDirectory, "runtimes") is var folder
        && Directory.Exists(folder)
        && Directory.EnumerateFiles(folder, "*whisper.*", SearchOption.AllDirectories).Any();
}
