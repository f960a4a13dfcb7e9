using System.Globalization;
using Yttl.Core.Captions;
using Yttl.Core.Sources;
using Yttl.TestKit;

namespace Yttl.Benchmarks.Quality;

/// <summary>The sample lecture with a summary of each chapter that a person wrote.</summary>
internal sealed record ReferenceLecture(Transcript Transcript, IReadOnlyList<Chapter> Chapters, IReadOnlyList<IReadOnlyList<string>> Sentences)
{
    public static ReferenceLecture Read()
    {
        using var text = new StreamReader(typeof(ReferenceLecture).Assembly.GetManifestResourceStream("longitude.reference.txt")!);
        var parts = text.ReadToEnd().ReplaceLineEndings("\n").Trim().Split("\n\n").Select(part => part.Split('\n')).ToList();
        var transcript = Transcripts.Read(Repository.PathOf("samples/longitude.en.vtt"));
        var starts = parts.ConvertAll(part => TimeSpan.FromSeconds(double.Parse(part[0].Split(' ')[0], CultureInfo.InvariantCulture)));
        return new ReferenceLecture(
            transcript,
            [.. parts.Select((part, i) => new Chapter(
                starts[i], i + 1 < starts.Count ? starts[i + 1] : transcript.End(), part[0][(part[0].IndexOf(' ', StringComparison.Ordinal) + 1)..]))],
            [.. parts.Select(part => part[1..])]);
    }
}
