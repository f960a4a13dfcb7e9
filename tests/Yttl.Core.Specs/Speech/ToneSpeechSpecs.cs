using Yttl.Core.Providers;
using Yttl.Core.Speech.Steps;
using Yttl.TestKit;
using Yttl.TestKit.Tones;

namespace Yttl.Core.Specs.Speech;

/// <summary>Audio in, words out: each once, in order, at its time.</summary>
public sealed class ToneSpeechSpecs
{
    private static readonly TimeSpan Exactly = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task A_word_across_every_cut_comes_once()
    {
        var talk = ToneTalk.Make(TimeSpan.FromSeconds(200), breathless: (0, 200));
        var across = talk.Words.Where((_, i) => i % 80 == 40).Select(word => (word.Start + word.End).TotalSeconds / 2);

        await HearsEveryWordAsync(talk, margin: 1.5, [.. across]);
    }

    [Fact]
    public async Task Cuts_in_silence_need_no_margin()
    {
        var talk = ToneTalk.Make(TimeSpan.FromSeconds(120), pauses: [(39, 41), (79, 82)]);

        await HearsEveryWordAsync(talk, margin: 0, 40, 80);
    }

    [Fact]
    public async Task Noise_and_music_change_nothing()
    {
        var talk = ToneTalk.Make(TimeSpan.FromSeconds(60), seed: 3) with { Noise = 0.05, Music = 0.1 };

        await HearsEveryWordAsync(talk, margin: 2, 30);
    }

    [FFmpegFact]
    public async Task Opus_loses_no_word()
    {
        var talk = ToneTalk.Make(TimeSpan.FromSeconds(120), seed: 5) with { Noise = 0.02 };

        await HearsEveryWordAsync(talk, SpeechEncoding.Opus, margin: 2, 37.7, 81.1);
    }

    [FFmpegFact]
    public async Task Twenty_minutes_lose_no_word() =>
        await HearsEveryWordAsync(
            ToneTalk.Make(TimeSpan.FromMinutes(20), seed: 8, breathless: (200, 800)), SpeechEncoding.Opus, margin: 2,
            [.. Enumerable.Range(1, 11).Select(i => i * 101.7)]);

    [FFmpegFact]
    public async Task Flac_loses_no_word() =>
        await HearsEveryWordAsync(
            ToneTalk.Make(TimeSpan.FromSeconds(60), seed: 6), SpeechEncoding.Flac, margin: 2, 31.3);

    [Theory]
    [InlineData(nameof(RecognizerAnswer.WordsOnly))]
    [InlineData(nameof(RecognizerAnswer.SegmentsOnly))]
    [InlineData(nameof(RecognizerAnswer.JsonText))]
    [InlineData(nameof(RecognizerAnswer.PlainText))]
    public async Task Whatever_times_are_given_a_word_across_every_cut_comes_once(string form)
    {
        var talk = ToneTalk.Make(TimeSpan.FromSeconds(200), breathless: (0, 200));
        var across = talk.Words.Where((_, i) => i % 80 == 40).Select(word => (word.Start + word.End).TotalSeconds / 2);
        await using var server = await LoopbackRecognizer.StartAsync(form switch
        {
            nameof(RecognizerAnswer.WordsOnly) => RecognizerAnswer.WordsOnly,
            nameof(RecognizerAnswer.SegmentsOnly) => RecognizerAnswer.SegmentsOnly,
            nameof(RecognizerAnswer.JsonText) => RecognizerAnswer.JsonText,
            _ => RecognizerAnswer.PlainText,
        });
        await using var pipeline = new TonePipeline(server, talk);

        var phrases = await pipeline.HearPhrasesAsync(pipeline.Cut(margin: 1.5, [.. across]));

        phrases.SelectMany(phrase => phrase.Text.Split(' ')).ShouldBe(talk.Words.Select(word => word.Text));
    }

    [Fact]
    public async Task Silence_holds_no_words()
    {
        await using var server = await LoopbackRecognizer.StartAsync();
        await using var pipeline = new TonePipeline(server, new ToneTalk([], TimeSpan.FromSeconds(20)) { Noise = 0.05 });

        (await pipeline.TranscribeAsync(pipeline.Cut(0))).Status.ShouldBe(ChunkStatus.Empty);
    }

    private static Task HearsEveryWordAsync(ToneTalk talk, double margin, params double[] cuts) =>
        HearsEveryWordAsync(talk, SpeechEncoding.Wav, margin, cuts);

    private static async Task HearsEveryWordAsync(
        ToneTalk talk, SpeechEncoding encoding, double margin, params double[] cuts)
    {
        await using var server = await LoopbackRecognizer.StartAsync();
        await using var pipeline = new TonePipeline(server, talk, encoding);

        var words = await pipeline.HearAllAsync(pipeline.Cut(margin, cuts));

        var heard = words.Select(word => word.Text.Trim()).ToList();
        talk.Words.Where(word => !heard.Contains(word.Text)).ShouldBeEmpty("lost");
        heard.Count.ShouldBe(talk.Words.Count, "doubled");
        heard.SequenceEqual(talk.Words.Select(word => word.Text)).ShouldBeTrue("out of order");
        words.Zip(talk.Words).Max(pair => (pair.First.Start - pair.Second.Start).Duration()).ShouldBeLessThan(Exactly);
    }
}
