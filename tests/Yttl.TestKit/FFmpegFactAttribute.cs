namespace Yttl.TestKit;

/// <summary>A spec that runs the real ffmpeg or ffprobe; it is skipped, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FFmpegFactAttribute : Xunit.FactAttribute
{
    public FFmpegFactAttribute()
    {
        if (!RealTools.HasFFmpeg)
            Skip = RealTools.MissingFFmpeg;
    }
}

/// <summary>Like <see cref="FFmpegFactAttribute"/>, for specs that read the shared trial data too.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FFmpegTestDataFactAttribute : Xunit.FactAttribute
{
    public FFmpegTestDataFactAttribute()
    {
        if (!RealTools.HasFFmpeg)
            Skip = RealTools.MissingFFmpeg;
        else if (TestData.Folder is null)
            Skip = "needs the shared trial data: set YTTL_TEST_DATA to its folder";
    }
}
