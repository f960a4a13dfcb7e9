using System.Text.Json;
using Yttl.TestKit.Tones;

namespace Yttl.Benchmarks;

/// <summary>How true a transcript of tone speech is.</summary>
/// <param name="Recall">The share of the words that came back, 0 to 1.</param>
/// <param name="LargestError">Of a cue's start, against its first word's.</param>
internal sealed record ToneScore(double Recall, TimeSpan LargestError)
{
    /// <param name="json">A transcript as <c>--format json</c> writes it, with at least one word of the talk.</param>
    public static ToneScore Of(ToneTalk talk, string json)
    {
        using var document = JsonDocument.Parse(json);
        var starts = talk.Words.ToDictionary(word => word.Text, word => word.Start);
        var cues = document.RootElement.GetProperty("transcript").GetProperty("cues").EnumerateArray()
            .Select(cue => (
                Start: TimeSpan.FromSeconds(cue.GetProperty("start").GetDouble()),
                Words: cue.GetProperty("text").GetString()!.Split(' ')))
            .ToList();
        var heard = cues.SelectMany(cue => cue.Words).ToHashSet();
        return new ToneScore(
            talk.Words.Count(word => heard.Contains(word.Text)) / (double)talk.Words.Count,
            cues.Where(cue => starts.ContainsKey(cue.Words[0]))
                .Max(cue => (cue.Start - starts[cue.Words[0]]).Duration()));
    }
}
