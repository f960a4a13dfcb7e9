using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Summaries.Extractive;
using Yttl.Core.Text;

namespace Yttl.Core.Specs.Summaries;

public sealed class SentenceSpecs
{
    [Theory]
    [InlineData("en", "Dr. Smith met J. S. Bach. Was it 3.14 metres? Yes!", "Dr. Smith met J. S. Bach.|Was it 3.14 metres?|Yes!")]
    [InlineData("en", "He left at 5 p.m. and came back. \"Why?\" she asked. (Nobody knew.)", "He left at 5 p.m. and came back.|\"Why?\" she asked.|(Nobody knew.)")]
    [InlineData("de", "Am 3. Mai war z.B. Herr Dr. Ott da. Dann ging er.", "Am 3. Mai war z.B. Herr Dr. Ott da.|Dann ging er.")]
    [InlineData("fr", "C'est M. Dupont ! Il arrive.", "C'est M. Dupont !|Il arrive.")]
    [InlineData("ru", "Это г. Москва. Он приехал.", "Это г. Москва.|Он приехал.")]
    [InlineData("ja", "これは一つ目です。「はい。」二つ目ですか？", "これは一つ目です。|「はい。」|二つ目ですか？")]
    [InlineData("zh", "潮汐由月球引起。太阳也有作用！", "潮汐由月球引起。|太阳也有作用！")]
    [InlineData("ar", "ما هذا؟ هذا كتاب.", "ما هذا؟|هذا كتاب.")]
    [InlineData("ff", "𞤀𞤣𞤤𞤢𞤥. 𞤆𞤵𞤤𞤢𞤪.", "𞤀𞤣𞤤𞤢𞤥.|𞤆𞤵𞤤𞤢𞤪.")]
    [InlineData("hi", "यह एक है। यह दो है।", "यह एक है।|यह दो है।")]
    [InlineData("en", "Wait... what? Visit example.org today.", "Wait... what?|Visit example.org today.")]
    [InlineData("en", "- first point\n- second point", "- first point|- second point")]
    public void Sentences_end_where_their_language_ends_them(string language, string text, string sentences) =>
        string.Join('|', SentenceSplitter.OfLines(text, LanguageTag.Parse(language, null))).ShouldBe(sentences);

    [Fact]
    public void A_sentence_goes_on_over_the_end_of_a_cue() =>
        Split(Cues("The moon pulls", "at the water. The", "water follows."), null)
            .ShouldBe(["The moon pulls at the water.", "The water follows."]);

    [Fact]
    public void A_cue_in_letters_beyond_the_basic_plane_is_speech() =>
        Split(Cues("𞤀𞤣𞤤𞤢𞤥."), null).ShouldBe(["𞤀𞤣𞤤𞤢𞤥."]);

    [Fact]
    public void Speech_without_punctuation_is_cut_at_pauses()
    {
        var before = Cues("so the moon pulls at", "the water on this side");
        var after = new Cue(TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(11), "and the sun helps a little");

        Split([.. before, after], null)
            .ShouldBe(["so the moon pulls at the water on this side", "and the sun helps a little"]);
    }

    [Fact]
    public void And_by_length_where_there_is_no_pause() =>
        Split(Cues([.. Enumerable.Repeat("five words in every cue", 40)]), null)
            .ShouldAllBe(sentence => Words.Count(sentence) <= 25);

    [Fact]
    public void An_endless_sentence_is_cut_after_a_comma()
    {
        var clause = string.Join(' ', Enumerable.Repeat("word", 30));

        Split(Cues("Stop. Stop. Stop.", $"{clause}, {clause}, {clause}."), null).Skip(3).ShouldBe([$"{clause},", $"{clause},", $"{clause}."]);
    }

    [Fact]
    public void Sounds_music_and_speaker_arrows_are_no_speech()
    {
        Split(Cues("[Music]", ">> Welcome back.", "(APPLAUSE)", "♪ ♪", "Thanks [laughs] a lot."), null)
            .ShouldBe(["Welcome back.", "Thanks a lot."]);
        SpokenText.HasWords("[Applause] ♪ …").ShouldBeFalse();
        SpokenText.HasWords("♪ Oh happy day ♪").ShouldBeTrue();
    }

    [Fact]
    public void No_sentence_crosses_from_one_speaker_to_another() =>
        Split(
            [
                .. Cues("The engine weaves", "patterns and").Select(cue => cue with { Speaker = "Ada" }),
                .. Cues("Yes.", "It does.", "Note: it is slow").Select(cue => cue with { Speaker = "Charles" }),
                .. Cues("and old."),
                .. Cues("I know.").Select(cue => cue with { Speaker = "Ada" }),
            ],
            null)
            .ShouldBe(["The engine weaves patterns and", "Yes.", "It does.", "Note: it is slow and old.", "I know."]);

    [Fact]
    public void A_full_stop_at_the_end_of_a_cue_ends_a_sentence_whatever_case_follows() =>
        Split(Cues("the tide rises with the moon.", "then it falls. e.g. at noon"), null)
            .ShouldBe(["the tide rises with the moon.", "then it falls. e.g. at noon"]);

    [Fact]
    public void A_song_is_apart_from_speech()
    {
        var sentences = SentenceSplitter.OfCues(Cues("The tide rises", "♪ Oh happy day ♪", "♪ Oh happy night ♪", "and falls."), null);

        sentences.Select(sentence => (sentence.Text, sentence.IsSung)).ShouldBe(
            [("The tide rises", false), ("Oh happy day Oh happy night", true), ("and falls.", false)]);
    }

    [Fact]
    public void A_sentence_knows_the_cues_that_it_comes_from()
    {
        var sentences = SentenceSplitter.OfCues(Cues("[Music]", "The moon pulls", "at the water. The", "water follows."), null);

        sentences.ShouldBe(
        [
            new Sentence("The moon pulls at the water.", 1, 2, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6)),
            new Sentence("The water follows.", 2, 3, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)),
        ]);
    }

    [Theory]
    [InlineData(400, 60)]
    [InlineData(20_000, 40)]
    public void An_endless_sentence_ends_at_its_longest_pause(int milliseconds, int most)
    {
        // A pause of 0.6 s after every 15th cue of two words, and of 0.1 s after the others.
        var at = TimeSpan.Zero;
        var cues = Enumerable.Range(0, 120).Select(i =>
        {
            var cue = new Cue(at, at + TimeSpan.FromMilliseconds(milliseconds / 20), i == 119 ? "the end." : "on we");
            at = cue.End + TimeSpan.FromSeconds(i % 15 == 14 ? 0.6 : 0.1);
            return cue;
        }).Prepend(new Cue(TimeSpan.Zero, TimeSpan.Zero, "Stop. Stop. Stop. Stop. Stop. Stop. Stop. Stop.")).ToArray();

        var sentences = SentenceSplitter.OfCues(cues, null).Skip(8).ToList();

        sentences.ShouldAllBe(sentence => Words.Count(sentence.Text) <= most);
        sentences.ShouldAllBe(sentence => sentence.End - sentence.Start <= TimeSpan.FromSeconds(31));
        sentences.Take(sentences.Count - 1).ShouldAllBe(sentence => milliseconds > 1000 || sentence.LastCue % 15 == 0);
        sentences.Skip(1).ShouldAllBe(sentence => sentence.GoesOn);
    }

    [Theory]
    [InlineData("th", "ดวงจันทร์ดึงน้ำทะเล ทำให้น้ำขึ้น", 6)]
    [InlineData("ja", "月が海の水を引く", 4)]
    [InlineData("en", "The moon pulls the sea", 5)]
    public void Words_are_counted_in_scripts_without_spaces_too(string language, string text, int words)
    {
        Words.Count(text).ShouldBe(words, language);
        Words.EndOf(text, 0, words).ShouldBe(text.Length, language);
    }

    [Theory]
    [InlineData("The tide rises and then falls, yeah.", "The tide rises and then falls.")]
    [InlineData("The tide rises and then falls, so, and…", "The tide rises and then falls…")]
    [InlineData("The tide rises and then falls, you know.", "The tide rises and then falls.")]
    [InlineData("the tide rises and then", "the tide rises and then…")]
    [InlineData("The tide rises, and so", "The tide rises, and so…")]
    [InlineData("Is that right?", "Is that right?")]
    [InlineData("Yeah.", "Yeah.")]
    public void A_sentence_ends_where_it_says_no_more(string sentence, string clean) =>
        SpokenText.CleanEnd(sentence, LanguageTag.Parse("en", null)).ShouldBe(clean);

    [Fact]
    public void No_letter_is_lost_whatever_the_text() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<string[]>(), lines =>
        {
            var text = string.Concat((lines ?? []).Where(line => line is not null)).ReplaceLineEndings(" ");
            return Letters(string.Concat(SentenceSplitter.OfLines(text, null))) == Letters(text);
        }));

    [Theory]
    [InlineData("en", "and so, um, the tide rises.", "The tide rises.")]
    [InlineData("en", "So many people came.", "So many people came.")]
    [InlineData("en", "So we begin.", "We begin.")]
    [InlineData("en", "Yeah, I mean, you know, like the tide rises.", "The tide rises.")]
    [InlineData("en", "Okay… All right, so, in fact, the tide rises.", "The tide rises.")]
    [InlineData("en", "Like many others, it rises.", "Like many others, it rises.")]
    [InlineData("en", "But.", "But.")]
    [InlineData("de", "und äh, also, das Meer steigt.", "Das Meer steigt.")]
    [InlineData("tr", "ve iyi bir gün.", "İyi bir gün.")]
    [InlineData("en", "— iron is heavy", "Iron is heavy")]
    [InlineData("ja", "これです。", "これです。")]
    public void A_sentence_starts_as_if_it_stood_alone(string language, string sentence, string clean) =>
        SpokenText.CleanStart(sentence, LanguageTag.Parse(language, null)).ShouldBe(clean);

    [Fact]
    public void Stop_words_are_known_for_eleven_languages_at_least() =>
        new[] { "en", "de", "fr", "es", "it", "pt", "nl", "ru", "pl", "sv", "tr" }
            .ShouldAllBe(tag => StopWords.Find(LanguageTag.Parse(tag, null)).Count > 60);

    private static IReadOnlyList<string> Split(IReadOnlyList<Cue> cues, LanguageTag? language) =>
        [.. SentenceSplitter.OfCues(cues, language).Select(sentence => sentence.Text)];

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static Cue[] Cues(params string[] texts) =>
        [.. texts.Select((text, i) => new Cue(TimeSpan.FromSeconds(2 * i), TimeSpan.FromSeconds(2 * i + 2), text))];
}
