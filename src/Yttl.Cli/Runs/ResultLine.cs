using Yttl.Cli.Terminal;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Text;
using Yttl.Workflows.Runs;

namespace Yttl.Cli.Runs;

/// <summary>The result of one video on stderr: a line, with its notes below it.</summary>
internal static class ResultLine
{
    /// <param name="written">
    /// The notes written so far. Each note is written once, although several videos may have it.
    /// </param>
    /// <param name="videos">The results so far of the list that this result is of; empty for a video.</param>
    public static void Write(
        Messages messages, Request request, VideoResult result, HashSet<string> written, IEnumerable<VideoResult> videos)
    {
        var failure = result.Status == RunStatus.Failed ? result.Failure : null;
        if (failure is not null)
            messages.Failure(failure with { Message = request.Worded(failure.Message) }, PlaceOf(request, result));
        else
            messages.Line($"{result.Status.Name()}: {result.Title ?? result.Source}{Extent(result, videos)}");
        // The first line of the run says what writes its summaries.
        foreach (var note in result.Notes.Where(note => note != VideoResult.WithoutModel && !IsTold(note, failure)).Where(written.Add))
            messages.Note(request.Worded(note));
    }

    /// <summary>Whether the failure gives the same reason: a note has its own behind a colon.</summary>
    private static bool IsTold(string note, Failure? failure)
    {
        var reason = note[(note.LastIndexOf(": ", StringComparison.Ordinal) + 1)..].Trim(' ', '.');
        return failure is not null && failure.Message.Contains(
            reason.StartsWith("it ", StringComparison.Ordinal) ? reason[2..] : reason, StringComparison.Ordinal);
    }

    /// <summary>Says how much is missing where a part is.</summary>
    private static string Extent(VideoResult result, IEnumerable<VideoResult> videos)
    {
        var statuses = result.IsList ? videos.Select(video => video.Status).ToList() : [];
        string[] missing =
        [
            .. statuses.Count(status => !status.HasReport()) is > 0 and var failed
                ? [$"{failed} of {Quantity.Count(statuses.Count, "video", "videos")} failed"]
                : Array.Empty<string>(),
            .. result.Gaps > 0 ? [Quantity.Count(result.Gaps, "gap", "gaps")] : Array.Empty<string>(),
        ];
        return missing is [] ? "" : $" ({string.Join(", ", missing)})";
    }

    /// <summary>Names an entry of a playlist where the message does not say which video it is about.</summary>
    private static string? PlaceOf(Request request, VideoResult result) =>
        request.Place
            ?? (!result.RunId.IsRoot && !result.Failure!.Message.Contains(Redaction.In(result.Source), StringComparison.Ordinal)
            ? result.Source
            : null);
}
