using System.Globalization;
using System.Text.Json;
using Yttl.Core.Captions;
using Yttl.Core.Captions.Formats;
using Yttl.Core.Languages;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.TestKit;

namespace Yttl.Benchmarks.Quality;

/// <summary>A recorded call with what people wrote down of it, each point with its time.</summary>
internal sealed record ReferenceCall(string Title, Transcript Transcript, IReadOnlyList<Segment> Segments, IReadOnlyList<ReferencePoint> Points)
{
    /// <summary>Empty without the trial data.</summary>
    public static IReadOnlyList<ReferenceCall> All() => TestData.Folder is null
        ? []
        : [.. Directory.EnumerateFiles(TestData.PathOf("captions/calls"), "tldr.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>One of an hour and three quarters, which the others were not chosen with. Needs the trial data.</summary>
    public static ReferenceCall Long() => Read(TestData.PathOf("captions/acde-233/tldr.json"));

    private static ReferenceCall Read(string tldr)
    {
        var folder = Path.GetDirectoryName(tldr)!;
        var captions = Directory.EnumerateFiles(folder, "transcript*.vtt").Single();
        var transcript = Transcripts.Read(captions);
        using var document = JsonDocument.Parse(File.ReadAllText(tldr));
        return new ReferenceCall(
            document.RootElement.GetProperty("meeting").GetString() ?? "", transcript, Transcripts.Segments(transcript), PointsIn(document.RootElement));
    }

    private static IReadOnlyList<ReferencePoint> PointsIn(JsonElement root)
    {
        var points = new List<ReferencePoint>();
        Add(root);
        return [.. points.OrderBy(point => point.At)];

        void Add(JsonElement element)
        {
            if (element.ValueKind is JsonValueKind.Array)
                foreach (var item in element.EnumerateArray())
                    Add(item);
            if (element.ValueKind is not JsonValueKind.Object)
                return;
            var text = (string[])["highlight", "action", "decision", "target"];
            if (element.TryGetProperty("timestamp", out var at) && at.ValueKind is JsonValueKind.String
                && text.Select(name => element.TryGetProperty(name, out var value) ? value.GetString() : null).FirstOrDefault(value => value is not null) is { } words
                && TimeSpan.TryParse(at.GetString(), CultureInfo.InvariantCulture, out var time))
                points.Add(new ReferencePoint(time, words));
            foreach (var property in element.EnumerateObject())
                Add(property.Value);
        }
    }
}

internal sealed record ReferencePoint(TimeSpan At, string Text);

/// <summary>Transcripts as a run reads and divides them.</summary>
internal static class Transcripts
{
    public static Transcript Read(string path)
    {
        var cues = CaptionReader.Read(File.ReadAllBytes(path), format: null, language: null).Cues!;
        return Transcript.FromCues(cues, LanguageTag.Parse("en", null), TranscriptSource.CaptionFile, null);
    }

    public static IReadOnlyList<Segment> Segments(Transcript transcript, params IReadOnlyList<Chapter> chapters) =>
        Segments(transcript, SectionMode.Auto, chapters);

    public static IReadOnlyList<Segment> Segments(Transcript transcript, SectionMode mode, params IReadOnlyList<Chapter> chapters) =>
    [
        .. SegmentPlan.Divide(
                transcript, new SegmentedVideo(null, chapters, HasClock: true), [], SectionOptions.Default with { Mode = mode })
            .SelectMany(hour => hour.Segments),
    ];
}
