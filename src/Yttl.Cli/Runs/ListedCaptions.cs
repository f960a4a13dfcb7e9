using System.Globalization;
using Yttl.Cli.Terminal;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Files;

namespace Yttl.Cli.Runs;

/// <summary>
/// The caption files of a list that are read with a media file of the same list, as <c>talks/*</c> names both.
/// </summary>
internal static class ListedCaptions
{
    /// <summary>Leaves them out, and says so in one note.</summary>
    public static IReadOnlyList<Request> LeaveOut(IReadOnlyList<Request> requests, Messages messages)
    {
        var sources = requests.Select(request => Source.TryParse(request.Source, out var source, out _) ? source : null).ToList();
        var belonging = SideCars.Among(sources.OfType<Source>());
        if (belonging.Count == 0)
            return requests;
        var (captions, media) = belonging.First();
        var first = $"{Path.GetFileName(captions.Path)} is read with {Path.GetFileName(media.Path)}";
        messages.Note(belonging.Count == 1
            ? $"{first}, and not on its own"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{belonging.Count} caption files are read with their media files, and not on their own: {first}"));
        return [.. requests.Where((_, index) => sources[index] is not CaptionFile file || !belonging.ContainsKey(file))];
    }
}
