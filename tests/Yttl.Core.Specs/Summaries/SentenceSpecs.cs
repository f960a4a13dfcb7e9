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
        SentenceSplitter.OfCues(Cues("The moon pulls", "at the water. The", "water follows."), null)
            .ShouldBe(["The moon pulls at the water.", "The water follows."]);

    [Fact]
    public void A_cue_in_letters_beyond_the_basic_plane_is_speech() =>
        SentenceSplitter.OfCues(Cues("𞤀𞤣𞤤𞤢𞤥."), null).ShouldBe(["𞤀𞤣𞤤𞤢𞤥."]);

    [Fact]
    public void Speech_without_punctuation_is_cut_at_pauses()
    {
        var before = Cues("so the moon pulls at", "the water on this side");
        var after = new Cue(TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(11), "and the sun helps a little");

        SentenceSplitter.OfCues([.. before, after], null)
            .ShouldBe(["so the moon pulls at the water on this side", "and the sun helps a little"]);
    }

    [Fact]
    public void And_by_length_where_there_is_no_pause() =>
        SentenceSplitter.OfCues(Cues([.. Enumerable.Repeat("five words in every cue", 40)]), null)
            .ShouldAllBe(sentence => Words.Count(sentence) <= 25);

    [Fact]
    public void An_endless_sentence_is_cut_after_a_comma()
    {
        var clause = string.Join(' ', Enumerable.Repeat("word", 30));

        SentenceSplitter.OfLines($"{clause}, {clause}, {clause}.", null).ShouldBe([$"{clause},", $"{clause},", $"{clause}."]);
    }

    [Fact]
    public void Sounds_music_and_speaker_arrows_are_no_speech()
    {
        SentenceSplitter.OfCues(Cues("[Music]", ">> Welcome back.", "(APPLAUSE)", "♪ ♪", "Thanks [laughs] a lot."), null)
            .ShouldBe(["Welcome back.", "Thanks a lot."]);
        SpokenText.HasWords("[Applause] ♪ …").ShouldBeFalse();
        SpokenText.HasWords("♪ Oh happy day ♪").ShouldBeTrue();
    }

    [Fact]
    public void Names_of_speakers_are_taken_off_and_no_sentence_crosses_from_one_to_another() =>
        SentenceSplitter.OfCues(
            Cues("Ada Lovelace: The engine weaves", "Ada Lovelace: patterns and", "Charles: Yes.", "It does.", "Charles: Note: it is slow."), null)
            .ShouldBe(["The engine weaves patterns and", "Yes.", "It does.", "Note: it is slow."]);

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

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static Cue[] Cues(params string[] texts) =>
        [.. texts.Select((text, i) => new Cue(TimeSpan.FromSeconds(2 * i), TimeSpan.FromSeconds(2 * i + 2), text))];
}
