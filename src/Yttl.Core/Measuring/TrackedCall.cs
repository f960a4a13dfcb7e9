using Yttl.Core.Failures;

namespace Yttl.Core.Measuring;

/// <summary>
/// Records calls of something other than a model: a site, a program, SponsorBlock. The record belongs to the calling
/// step, as with calls of models.
/// </summary>
internal static class TrackedCall
{
    public const string YtDlp = "yt-dlp";
    public const string FFmpeg = "ffmpeg";
    public const string FFprobe = "ffprobe";
    public const string Captions = "captions";
    public const string SponsorBlock = "sponsorblock";

    /// <summary>
    /// Records the time of a call and the failure that it throws. An exception that was not foreseen, such as a full
    /// disk, counts as a processing failure; a cancellation is none.
    /// </summary>
    /// <param name="whom">The name that errors are counted under.</param>
    public static async Task<T> RunAsync<T>(string whom, Func<Task<T>> call)
    {
        using var track = CallTracker.Begin(whom);
        track.BeginAttempt();
        try
        {
            return await call();
        }
        catch (YttlException failure)
        {
            track.EndAttempt(failure.Failure.Category);
            throw;
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            track.EndAttempt(FailureCategory.Processing);
            throw;
        }
    }

    /// <summary>Counts a failure that is returned as a value, or that is recovered from.</summary>
    public static void Failed(string whom, FailureCategory category) => CallTracker.Failed(whom, category);

    public static void Repeated() => StepTracker.Current?.Repeated();
}
