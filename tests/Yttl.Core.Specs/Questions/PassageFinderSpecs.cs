using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Questions;
using Yttl.Core.Summaries;

namespace Yttl.Core.Specs.Questions;

/// <summary>Which passages of a transcript a question leads to.</summary>
public sealed class PassageFinderSpecs
{
    private static readonly string[] Talk =
    [
        "The principle is so simple that a child can follow it.",
        "The earth turns once around in twenty-four hours of one day.",
        "Now suppose that you carry a clock which shows the time of your home port.",
        "At the equator one degree of longitude is sixty nautical miles.",
        "The astronomer Gemma Frisius described this idea in print long ago.",
        "No clock of his day could keep time even on a quiet shelf.",
        "John Harrison was a carpenter from Yorkshire.",
        "He built his fourth machine, a large watch, in seventeen fifty-nine.",
        "His son took it across the ocean to Jamaica and back again.",
        "It had lost only five seconds when it arrived in the harbour.",
        "The commissioners of the board wanted further proof of all that.",
        "King George the Third listened to the old man in the end.",
    ];

    [Theory]
    [InlineData("Who was the carpenter from Yorkshire?", 6)]
    [InlineData("when did the watch get to JAMAICA", 8)]
    [InlineData("What happened in 1759?", 7)]
    [InlineData("Who described the idea in print?", 4)]
    [InlineData("How long is a degree at the équator?", 3)]
    public void The_best_passage_has_the_sentence_that_answers(string question, int sentence)
    {
        var best = Find(question)[0];

        best.First.ShouldBeLessThanOrEqualTo(sentence);
        best.End.ShouldBeGreaterThan(sentence);
    }

    [Fact]
    public void A_passage_has_the_sentence_before_and_two_after() => Find("Who was the carpenter?")
        .Select(passage => (passage.First, passage.End)).ShouldBe([(5, 9)]);

    [Fact]
    public void A_sentence_whose_neighbours_have_the_other_words_comes_first()
    {
        string[] talk =
        [
            "We grow apples in the garden.", "They are sold on the old market.", "Nobody else sells that many of them.",
            .. Enumerable.Repeat("Something different is told about other things here.", 20),
            "The harvest was rich that summer.", "We counted the apples twice.", "That took all of the evening.",
        ];

        Finder(talk, "en").Find("How rich was the harvest of apples?", null, 1).Passages.ShouldHaveSingleItem().First.ShouldBe(22);
    }

    [Fact]
    public void A_silence_ends_a_passage()
    {
        IReadOnlyList<Cue> cues = [.. Cues(Talk).Select((cue, i) => i < 7 ? cue : cue with
        {
            Start = cue.Start + TimeSpan.FromMinutes(5), End = cue.End + TimeSpan.FromMinutes(5),
        })];

        new PassageFinder(cues, LanguageTag.Parse("en", null), null).Find("Who was the carpenter?", null, 1)
            .Passages.ShouldHaveSingleItem().End.ShouldBe(7);
    }

    [Theory]
    [InlineData("What does he say about photosynthesis?")]
    [InlineData("What do people think of photosynthesis in 1760?")]
    public void Where_no_word_of_the_question_occurs_there_is_none(string question) => Find(question).ShouldBeEmpty();

    [Theory]
    [InlineData("What is this video about?")]
    [InlineData("Summarize it.")]
    [InlineData("What?")]
    [InlineData("What do people talk about?")]
    public void A_question_about_the_whole_gets_sentences_from_all_of_it(string question)
    {
        var passages = Find(question, most: 4);

        passages.Count.ShouldBeInRange(2, 4);
        passages[^1].First.ShouldBeGreaterThan(6);
    }

    [Theory]
    [InlineData("de", "In Zürich wurde über die Straßenbahn abgestimmt.", "zurich")]
    [InlineData("ja", "昨日は東京タワーに行きました。", "東京タワーはどうでしたか")]
    [InlineData("zh", "我们在实验室里测量了光速。", "光速是多少?")]
    [InlineData("th", "เมื่อวานนี้เราไปเที่ยวกรุงเทพมหานครด้วยกัน", "กรุงเทพมหานคร")]
    [InlineData("ko", "어제 우리는 서울에서 회의를 했습니다.", "서울은 어땠나요?")]
    [InlineData("en", "Nobody in the room trusted AI at all.", "who trusts ai")]
    [InlineData("en", "The bill was 20,000 pounds.", "twenty thousand pounds")]
    public void Words_are_compared_in_any_script(string language, string said, string question)
    {
        var finder = Finder([.. Talk[..3], said, .. Talk[3..6]], language);

        finder.Find(question, null, 5).Passages.ShouldNotBeEmpty();
        finder.Find(question, null, 1).Passages[0].Sentences.ShouldContain(
            sentence => sentence.Text.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Other_words_are_looked_for_as_well()
    {
        var finder = Finder(Talk, "en");

        finder.Find("carpenter", "Wer war der Zimmermann aus Yorkshire?", 1).Passages.ShouldHaveSingleItem().First.ShouldBe(5);
        finder.Find("whales", "Harrison", 1).Passages.ShouldHaveSingleItem().First.ShouldBe(5);
        finder.Find("whales", "Zimmermann", 1).Passages.ShouldBeEmpty();
    }

    [Fact]
    public void Passages_are_apart_bounded_and_in_order_of_their_scores() => Prop.ForAll<PositiveInt, byte[]>((most, places) =>
    {
        var passages = Finder([.. places.Select(place => Talk[place % Talk.Length])], "en")
            .Find("clock harrison watch earth degree", null, most.Get).Passages;

        passages.Count.ShouldBeLessThanOrEqualTo(most.Get);
        passages.Select(passage => passage.Score).ShouldBe(passages.Select(passage => passage.Score).OrderDescending());
        passages.SelectMany(passage => Enumerable.Range(passage.First, passage.Sentences.Count)).ShouldBeUnique();
        passages.ShouldAllBe(passage => passage.Sentences.Count >= 1 && passage.Sentences.Count <= 4);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_transcript_without_words_has_no_passage() => Finder([], "en").Find("anything", null, 3).Passages.ShouldBeEmpty();

    private static IReadOnlyList<TranscriptPassage> Find(string question, int most = 1) =>
        Finder(Talk, "en").Find(question, null, most).Passages;

    private static PassageFinder Finder(string[] talk, string language) => new(Cues(talk), LanguageTag.Parse(language, null), null);

    private static IReadOnlyList<Cue> Cues(string[] talk) =>
        [.. talk.Select((text, i) => new Cue(TimeSpan.FromSeconds(10 * i), TimeSpan.FromSeconds(10 * i + 9), text))];
}
