using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Doubts;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Summaries;

/// <summary>Which numbers and names of a summary were not heard, however they were written and said.</summary>
public sealed class DoubtSpecs
{
    [Theory]
    [InlineData("1759", "1759")]
    [InlineData("1,500", "1500", "1.5")]
    [InlineData("1.500.000", "1500000")]
    [InlineData("2.5", "2.5")]
    [InlineData("5k", "5000")]
    [InlineData("the 14th", "14")]
    [InlineData("5%", "5")]
    [InlineData("the 1950s", "1950")]
    [InlineData("EIP-4844", "4844")]
    [InlineData("fifteen", "15")]
    [InlineData("twenty-four", "24")]
    [InlineData("two hundred and five", "205")]
    [InlineData("a hundred and sixty", "160")]
    [InlineData("three thousand two hundred", "3200")]
    [InlineData("5 million", "5000000")]
    [InlineData("fifteen hundred", "1500")]
    [InlineData("seventeen fifty-nine", "1759")]
    [InlineData("twenty twenty-six", "2026")]
    [InlineData("forty eight forty four", "4844")]
    [InlineData("two point five", "2.5")]
    [InlineData("twenty-first", "21")]
    public void Numbers_are_read_however_they_are_written(string text, params string[] readings)
    {
        NumberReader.NamedIn(text).ShouldHaveSingleItem().Readings.ShouldContain(readings[0]);
        foreach (var reading in readings)
            NumberReader.AllIn(text).ShouldContain(reading);
    }

    [Theory]
    [InlineData("one of them")]
    [InlineData("the point is")]
    [InlineData("thousands of ships")]
    [InlineData("both sides")]
    [InlineData("a second thought")]
    public void Words_that_are_hardly_numbers_name_none(string text) => NumberReader.NamedIn(text).ShouldBeEmpty();

    [Theory]
    [InlineData("It took seventeen years.", "seventeen years", false)]
    [InlineData("It took 17 years.", "seventeen years", false)]
    [InlineData("It took 1,700 years.", "seventeen hundred years", false)]
    [InlineData("In 1759 it was done.", "in seventeen fifty nine", false)]
    [InlineData("EIP-4844 is out.", "EIP forty eight forty four", false)]
    [InlineData("It took 18 years.", "seventeen years", true)]
    [InlineData("It took fourteen minutes.", "four minutes", true)]
    [InlineData("It cost 20,000 pounds.", "twenty thousand pounds", false)]
    [InlineData("It was two thirds of it.", "two thirds of a degree", false)]
    [InlineData("It was two fifths of it.", "two thirds of a degree", true)]
    [InlineData("A block of 2.5KB fits.", "two and a half kilobytes, 2.5 in all", false)]
    [InlineData("All ILs and AA are in.", "inclusion lists and account abstraction", false)]
    [InlineData("He sailed to the West.", "he went home", true)]
    [InlineData("It cost 2,000 pounds.", "twenty thousand pounds", true)]
    [InlineData("John Harrison built it.", "john harrison built it", false)]
    [InlineData("The clock of Harrison won.", "harrison's clock", false)]
    [InlineData("The clock of Maskelyne won.", "harrison's clock", true)]
    [InlineData("They use GitHub daily.", "they use git hub", false)]
    [InlineData("A client called Lodestar follows.", "load star", false)]
    [InlineData("A client called Teku follows.", "take you", true)]
    [InlineData("All moves to Glamsterdam now.", "glam sterdam", false)]
    [InlineData("All moves to Glamsterdam now.", "glamsterdom", false)]
    [InlineData("The EIP passes.", "e i p", false)]
    [InlineData("An FCU was missing.", "fork choice update", false)]
    [InlineData("An FCU was missing.", "a payload", true)]
    [InlineData("It speaks ETH/71 now.", "with ETH71 right", false)]
    [InlineData("All inputs are in SSZ now.", "using SSC for the inputs", false)]
    [InlineData("All inputs are in SSZ now.", "using RSC for the inputs", true)]
    [InlineData("All inputs are in SSZ now.", "using the sse for the inputs", true)]
    [InlineData("A PoC is written.", "a proof of concept", false)]
    [InlineData("It took 20-82 slots.", "around 20 up to 82 slots", false)]
    [InlineData("It took 20-83 slots.", "around 20 up to 82 slots", true)]
    [InlineData("It has 1.5 GB, not 0.5 GB.", "from half a gigabyte to one and a half", false)]
    [InlineData("All moves to Glamsterdam now.", "based on Glam devnet five", false)]
    [InlineData("All moves to Glamsterdam now.", "they glam devnet five", true)]
    [InlineData("It begins with devnet-0.", "it begins with a devnet", false)]
    [InlineData("It has 2.5 GB.", "from half a gigabyte to one and a half", true)]
    [InlineData("Sailors dined well.", "the crew ate", false)]
    public void What_is_not_heard_is_doubted(string sentence, string heard, bool isDoubted) =>
        (Doubts(sentence, [heard]).Length > 0).ShouldBe(isDoubted);

    [Fact]
    public void A_doubt_is_as_it_stands_in_the_sentence() =>
        Doubts("In twenty-four hours Newton's clock lost 1,200 seconds.", ["a clock"]).ShouldBe(["twenty-four", "1,200", "Newton"]);

    [Fact]
    public void Names_that_begin_sentences_are_known_from_the_rest_of_the_talk()
    {
        Doubts("Maskelyne built it.", ["a carpenter built it", "then came Maskelyne"]).ShouldBe(["Maskelyne"]);
        Doubts("Carpenters built it.", ["a clock was built", "then came Maskelyne"]).ShouldBeEmpty();
    }

    [Fact]
    public void What_the_video_and_its_chapter_are_called_is_known() =>
        Doubts("The talk by Ann Zinger in 2026 is on Yachts and Tides.", ["hello"]).ShouldBe(["Yachts"]);

    [Fact]
    public void Nouns_with_capitals_are_no_names() =>
        Doubts("Die Uhr aus Yorkshire verlor 14 Sekunden.", ["die uhr verlor 1 sekunde und 20 mehr"], "de").ShouldBe(["14"]);

    [Fact]
    public void In_a_language_whose_number_words_are_not_known_numbers_are_compared_where_there_are_digits()
    {
        Doubts("Il a perdu 14 secondes.", ["il a perdu quatorze secondes"], "fr").ShouldBeEmpty();
        Doubts("Il a perdu 14 secondes.", ["en 1759 il a perdu 15 secondes"], "fr").ShouldBe(["14"]);
    }

    [Fact]
    public void A_sentence_of_a_whole_talk_is_compared_with_the_parts_that_it_rests_on()
    {
        string[] said = ["harrison lost five seconds", "mayer measured the moon"];

        Doubts("Mayer lost five seconds.", said, sources: [TimeRange.Seconds(60, 70)], last: 1).ShouldBe(["five"]);
        Doubts("It was five seconds.", said, sources: [], last: 1).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("The proposal was not accepted.", "we accept the proposal", "not accepted")]
    [InlineData("The proposal wasn't accepted.", "we accept the proposal", "wasn't accepted")]
    [InlineData("The proposal was not accepted.", "we don't accept the proposal")]
    [InlineData("The proposal was not accepted.", "we reject the proposal")]
    [InlineData("The proposal was accepted.", "we accept the proposal")]
    public void A_denial_is_doubted_where_the_cited_words_deny_nothing(string sentence, string heard, params string[] doubts) =>
        Doubts(sentence, [heard, "no, it never does"], sources: [TimeRange.Seconds(31, 40)], last: 1).ShouldBe(doubts);

    [Fact]
    public void A_speaker_is_doubted_who_does_not_say_the_cited_words()
    {
        string[] said = ["Ada: we wait for the flood", "Ben: we sail at noon", "Cleo: Ben is right"];

        Doubts("Ada wants to wait.", said, sources: [TimeRange.Seconds(31, 40)], last: 2).ShouldBeEmpty();
        Doubts("Ben wants to wait.", said, sources: [TimeRange.Seconds(31, 40)], last: 2).ShouldBe(["Ben"]);
        Doubts("Cleo and Ben agree.", said, sources: [TimeRange.Seconds(151, 160)], last: 2).ShouldBeEmpty();
    }

    private static string[] Doubts(
        string sentence, string[] said, string language = "en", IReadOnlyList<TimeRange>? sources = null, int last = 0)
    {
        var tag = LanguageTag.Parse(language, null);
        var transcript = new Transcript(
            [.. said.Select((text, i) => new Cue(
                Minutes(i) + TimeSpan.FromSeconds(30), Minutes(i + 1) - TimeSpan.FromSeconds(10), text.Split(": ")[^1])
            {
                Speaker = text.Split(": ") is [var speaker, _] ? speaker : null,
            })],
            tag, TranscriptSource.CaptionFile, null);
        var video = new Video
        {
            Id = "v", Title = "A talk", Extractor = "file", Channel = "Ann Zinger", Published = new DateOnly(2026, 5, 1),
        };
        IReadOnlyList<SegmentRef> segments = [.. said.Select((_, i) => new SegmentRef(i, Minutes(i), Minutes(i + 1), null) { Title = "Tides" })];
        var finder = new DoubtFinder(video, transcript, segments, tag);
        return [.. finder.Mark([new SourcedSentence(sentence, sources ?? [], SourceSupport.None)], 0, last).Single().Doubts];
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
