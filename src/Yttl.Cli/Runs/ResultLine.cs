using Yttl.Cli.Terminal;
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
    public static void Write(Messages messages, Request request, VideoResult result, HashSet<string> written)
    {
        if (result.Failure is { } failure && result.Status == RunStatus.Failed)
            messages.Failure(failure, PlaceOf(request, result));
        else
            messages.Line($"{Status(result)}: {result.Title ?? result.Source}");
        foreach (var note in result.Notes.Where(written.Add))
            messages.Note(note);
    }

    private static string Status(VideoResult result) => result.Status switch
    {
        RunStatus.Partial when result.Gaps > 0 =>
            $"partial, {Quantity.Count(result.Gaps, "gap", "gaps")} named in the report",
        RunStatus.Partial => "partial, the report says why",
        var status => status.Name(),
    };

    /// <summary>Names an entry of a playlist where the message does not say which video it is about.</summary>
    private static string? PlaceOf(Request request, VideoResult result) =>
        request.Place
            ?? (IsPlaylistEntry(result) && !result.Failure!.Message.Contains(result.Source, StringComparison.Ordinal)
            ? result.Source
            : null);

    private static bool IsPlaylistEntry(VideoResult result) =>
        result.RunId.Value.Contains(':', StringComparison.Ordinal);
}
