using System.Text.Json;
using Yttl.Cli.Specs.CommandLines;
using Yttl.TestKit.Tones;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>Holds a transcript to the talk of tones that it was made from.</summary>
internal static class HeardTalk
{
    private static readonly TimeSpan Exactly = TimeSpan.FromMilliseconds(50);

    /// <summary>Every word once, in order, at its time, and no speech that is not covered.</summary>
    public static void ShouldHaveHeard(this Ran ran, ToneTalk talk)
    {
        ran.ExitCode.ShouldBe(0, ran.Error);
        using var document = JsonDocument.Parse(ran.Output);
        var transcript = document.RootElement.GetProperty("transcript");
        var cues = transcript.GetProperty("cues").EnumerateArray()
            .Select(cue => (
                Start: TimeSpan.FromSeconds(cue.GetProperty("start").GetDouble()),
                Words: cue.GetProperty("text").GetString()!.Split(' ')))
            .ToList();
        cues.SelectMany(cue => cue.Words).ShouldBe(talk.Words.Select(word => word.Text));
        var said = 0;
        foreach (var (start, words) in cues)
        {
            (start - talk.Words[said].Start).Duration().ShouldBeLessThan(Exactly, $"cue at {start}");
            said += words.Length;
        }

        transcript.GetProperty("coveredSeconds").GetDouble()
            .ShouldBe(transcript.GetProperty("speechSeconds").GetDouble(), 0.001);
    }
}
