using Yttl.Core.Failures;

namespace Yttl.Core.Measuring;

/// <summary>
/// A call of somebody who is no model: a site, a program, SponsorBlock. It is taken down for the step that makes it, as
/// the calls of models are.
/// </summary>
internal static class TrackedCall
{
    public const string YtDlp = "yt-dlp";
    public const string FFmpeg = "ffmpeg";
    public const string FFprobe = "ffprobe";
    public const string Captions = "captions";
    public const string SponsorBlock = "sponsorblock";

    /// <summary>
    /// Takes down how long it takes, and the failure that it throws, if any: what nobody foresaw, such as a full disk, is
    /// one of processing, and a cancellation is none.
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

    /// <summary>Counts a failure that is a value, or that is made good.</summary>
    public static void Failed(string whom, FailureCategory category) => CallTracker.Failed(whom, category);

    public static void Repeated() => StepTracker.Current?.Repeated();
}
