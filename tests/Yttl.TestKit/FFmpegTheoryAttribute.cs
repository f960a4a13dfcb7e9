namespace Yttl.TestKit;

/// <summary>Like <see cref="FFmpegFactAttribute"/>, for specs with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FFmpegTheoryAttribute : Xunit.TheoryAttribute
{
    public FFmpegTheoryAttribute()
    {
        if (!RealTools.HasFFmpeg)
            Skip = RealTools.MissingFFmpeg;
    }
}
