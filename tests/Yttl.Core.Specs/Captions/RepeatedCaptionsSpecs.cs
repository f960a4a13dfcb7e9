using System.Globalization;
using System.Text;
using Yttl.Core.Captions.Formats;

namespace Yttl.Core.Specs.Captions;

/// <summary>Captions that show the same words many times, and people who say them many times.</summary>
public sealed class RepeatedCaptionsSpecs
{
    private const string Sentences =
        "The bridge was finished in the spring|Nobody had asked the river about it|And then the water rose quickly";

    [Theory]
    [InlineData(0.4, 0, Sentences)]
    [InlineData(0.25, 0, Sentences)]
    [InlineData(0.4, 0.2, Sentences)]
    [InlineData(0.4, -0.1, Sentences)]
    [InlineData(0.6, 0, "One two three|Four five six seven|Eight nine ten")]
    [InlineData(0.3, 0, "春 天 的 桥 在 昨 天|没 有 人 问 过 河 流|水 就 涨 了 起 来")]
    public void Captions_that_grow_word_by_word_give_each_sentence_once(double step, double gap, string sentences)
    {
        var cues = new List<(double Start, double End, string Text)>();
        foreach (var words in sentences.Split('|').Select(sentence => sentence.Split(' ')))
            for (var count = 1; count <= words.Length; count++)
                cues.Add((cues.Count * step, (cues.Count + 1) * step - gap, string.Join(' ', words[..count])));
        Texts(cues).ShouldBe(sentences.Split('|'));
    }

    [Fact]
    public void The_joined_sentence_has_the_time_of_all_its_cues() =>
        CueLines.Of(Read("00:00.000 --> 00:00.400\nThe\n\n00:00.400 --> 00:00.800\nThe bridge\n\n00:00.800 --> 00:01.200\nThe bridge rose.\n").Cues!)
            .ShouldBe(["0-1.2 The bridge rose."]);

    [Fact]
    public void One_sentence_that_grows_among_others_that_do_not_is_joined() =>
        Texts([
            (0, 3, "First we look at the bridge."), (3, 6, "Then we look at the river."),
            (6, 6.3, "And"), (6.3, 6.6, "And then"), (6.6, 6.9, "And then the"), (6.9, 7.5, "And then the water rose."),
            (7.5, 10, "That was all there was to see."), (10, 13, "Nobody had asked."), (13, 16, "So we went home."),
            (16, 19, "It rained.")])
            .ShouldBe([
                "First we look at the bridge.", "Then we look at the river.", "And then the water rose.",
                "That was all there was to see.", "Nobody had asked.", "So we went home.", "It rained."]);

    [Fact]
    public void Captions_that_grow_letter_by_letter_give_the_sentence_once()
    {
        const string text = "The bridge was finished.";
        Texts([.. Enumerable.Range(1, text.Length).Where(length => text[length - 1] != ' ')
            .Select(length => (length * 0.1, length * 0.1 + 0.1, text[..length]))]).ShouldBe([text]);
    }

    [Fact]
    public void A_window_that_grows_and_rolls_gives_each_line_once()
    {
        var cues = new List<(double Start, double End, string Text)>();
        string? above = null;
        foreach (var words in Sentences.Split('|').Select(sentence => sentence.Split(' ')))
        {
            for (var count = 1; count <= words.Length; count++)
            {
                var line = string.Join(' ', words[..count]);
                cues.Add((cues.Count * 0.4, cues.Count * 0.4 + 0.4, above is null ? line : $"{above}\n{line}"));
            }

            above = string.Join(' ', words);
        }

        string.Join('|', Texts(cues)).Replace(' ', '|').ShouldBe(Sentences.Replace(' ', '|'));
    }

    [Theory]
    [InlineData("No.|No. No.|No. No. No.")]
    [InlineData("No.|No.|No.|No.")]
    [InlineData("Let it be|Let it be, let it be|Let it be|Let it be, let it be")]
    [InlineData("Yes|Yes, we can|Yes, we can")]
    [InlineData("One.|One. Two.|One. Two. Three.")]
    [InlineData("No.|Now we go home.|No.|Now we stay.")]
    [InlineData("Stop it now.|STOP it now.|stop it NOW!|Stop it now.")]
    [InlineData("Can you hear me?|CAN you hear me?|Can you HEAR me?|Can you hear me?")]
    public void People_who_repeat_themselves_keep_their_words(string texts)
    {
        var said = texts.Split('|');
        Texts([.. said.Select((text, i) => (2.5 * i, 2.5 * i + 2.5, text))]).ShouldBe(said);
    }

    [Theory]
    [InlineData("<u>", "</u>")]
    [InlineData("<b>", "</b>")]
    [InlineData("<i>", "</i>")]
    [InlineData("<c.now>", "</c>")]
    [InlineData("<font color=\"#00ff00\">", "</font>")]
    [InlineData("{\\b1}", "{\\b0}")]
    [InlineData("{\\c&H00FF00&}", "{\\r}")]
    public void A_sentence_of_which_each_cue_marks_another_word_comes_once(string open, string close)
    {
        var cues = new List<(double Start, double End, string Text)>();
        foreach (var words in Sentences.Split('|').Select(sentence => sentence.Split(' ')))
            for (var at = 0; at < words.Length; at++)
                cues.Add((cues.Count * 0.4, cues.Count * 0.4 + 0.4, string.Join(' ', words.Select((word, i) => i == at ? open + word + close : word))));
        Texts(cues).ShouldBe(Sentences.Split('|'));
    }

    [Theory]
    [InlineData("<font color=\"#ff0000\">", "<font color=\"#ffffff\">", "</font>")]
    [InlineData("<c.red>", "<c.white>", "</c>")]
    public void A_sentence_of_which_each_cue_colours_another_word_comes_once(string open, string other, string close)
    {
        var cues = new List<(double Start, double End, string Text)>();
        foreach (var words in $"{Sentences}|No, no|No, no".Split('|').Select(sentence => sentence.Split(' ')))
            for (var at = 0; at < words.Length; at++)
                cues.Add((cues.Count * 0.4, cues.Count * 0.4 + 0.4, string.Join(' ', words.Select((word, i) => (i == at ? open : other) + word + close))));
        Texts(cues).ShouldBe([.. Sentences.Split('|'), "No, no", "No, no"]);
    }

    [Theory]
    [InlineData("*{0}*")]
    [InlineData("**{0}**")]
    [InlineData("[{0}]")]
    [InlineData("_{0}_")]
    [InlineData(null)]
    public void A_sentence_of_which_each_cue_sets_off_another_word_without_markup_comes_once(string? form)
    {
        var cues = new List<(double Start, double End, string Text)>();
        var sentences = $"{Sentences}|{Sentences.Split('|')[2]}".ToLowerInvariant();
        foreach (var words in sentences.Split('|').Select(sentence => sentence.Split(' ')))
            for (var at = 0; at < words.Length; at++)
                cues.Add((cues.Count * 0.4, cues.Count * 0.4 + 0.4, string.Join(' ', words.Select((word, i) =>
                    i != at ? word : form is null ? word.ToUpperInvariant() : string.Format(CultureInfo.InvariantCulture, form, word)))));
        Texts(cues).ShouldBe(sentences.Split('|'));
    }

    [Fact]
    public void A_cue_that_holds_the_grown_sentence_belongs_to_it() =>
        Texts([
            (0, 0.4, "The"), (0.4, 0.8, "The bridge"), (0.8, 0.8, "The bridge"), (0.8, 1.2, "The bridge rose."), (1.2, 4, "The bridge rose."),
            (4, 4.4, "Then"), (4.4, 4.8, "Then it"), (4.8, 5.2, "Then it fell."), (5.2, 8, "Then it fell.")])
            .ShouldBe(["The bridge rose.", "Then it fell."]);

    [Fact]
    public void Cues_without_a_mark_between_marked_words_belong_to_the_sentence() =>
        CueLines.Of(Read("""
            00:00.000 --> 00:00.400
            <u>The</u> bridge rose.

            00:00.400 --> 00:00.600
            The bridge rose.

            00:00.600 --> 00:01.000
            The <u>bridge</u> rose.

            00:01.000 --> 00:01.200
            The bridge rose.

            00:01.200 --> 00:01.600
            The bridge <u>rose.</u>

            00:01.600 --> 00:02.000
            <u>Then</u> it fell.
            """).Cues!).ShouldBe(["0-1.6 The bridge rose.", "1.6-2 Then it fell."]);

    [Fact]
    public void What_the_sung_line_marks_grows_from_its_beginning() =>
        Texts([
            (0, 1, "<c.sung>The</c> bridge is down"), (1, 2, "<c.sung>The bridge</c> is down"),
            (2, 3, "<c.sung>The bridge is</c> down"), (3, 4, "<c.sung>The bridge is down</c>")])
            .ShouldBe(["The bridge is down"]);

    [Fact]
    public void A_marked_sentence_that_is_said_twice_comes_twice() =>
        Texts([
            (0, 0.5, "<u>No,</u> no."), (0.5, 1, "No, <u>no.</u>"), (1, 1.5, "<u>No,</u> no."), (1.5, 2, "No, <u>no.</u>"),
            (2, 2.5, "<u>Not</u> that"), (2.5, 3, "Not <u>that</u>")])
            .ShouldBe(["No, no.", "No, no.", "Not that"]);

    [Fact]
    public void A_refrain_in_italics_stays_as_often_as_it_is_sung() =>
        Texts([
            (0, 2, "<i>Let it be</i>"), (2, 4, "<i>Let it be</i>"), (4, 6, "Let it be"), (6, 8, "<i>Let it be</i>"), (8, 10, "<i>Let it be</i>")])
            .Length.ShouldBe(5);

    [Theory]
    [InlineData(240, 5, "Thank you for watching.")]
    [InlineData(12, 100, "Thank you for watching.")]
    [InlineData(60, 5, "Thank you.|Bye.")]
    [InlineData(60, 4, "ご視聴ありがとうございました")]
    [InlineData(60, 5, "Thank you. Thank you.")]
    public void A_line_of_many_minutes_is_a_loop_and_its_cues_stay(int times, double length, string lines)
    {
        var loop = Enumerable.Repeat(lines.Split('|'), times).SelectMany(unit => unit)
            .Select((text, i) => (10 + length * i, 10 + length * (i + 1), text)).ToArray();
        var end = loop[^1].Item2;
        var reading = Read(Vtt([(0, 5, "Good morning."), (5, 10, "Let us begin."), .. loop, (end, end + 5, "And so it ends.")]));

        reading.Cues!.Count.ShouldBe(loop.Length + 3);
        var found = reading.Loops.ShouldHaveSingleItem();
        (found.Start, found.End).ShouldBe((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(end)));
        var said = lines.Contains(". ", StringComparison.Ordinal) ? 2 * times : times;
        found.Failure.Message.ShouldStartWith($"\"{lines.Replace("|", " / ", StringComparison.Ordinal)}\" comes {said} times in a row");
    }

    [Fact]
    public void What_a_recogniser_writes_between_now_and_then_does_not_end_its_loop()
    {
        var cues = Enumerable.Range(0, 100).Select(i => (5.0 * i, 5.0 * i + 5, i % 12 == 7 ? $"Bye {i}." : i % 5 == 0 ? "THANK you!" : "Thank you."));

        var loop = Read(Vtt(cues)).Loops.ShouldHaveSingleItem();

        (loop.Start.TotalSeconds, loop.End.TotalSeconds).ShouldBe((0, 500));
    }

    [Fact]
    public void A_cue_of_minutes_that_repeats_itself_is_a_loop() =>
        Read(Vtt([(0, 5, "Good morning."), (5, 305, string.Concat(Enumerable.Repeat("Thank you. ", 90)) + "Thank"), (305, 310, "Bye.")]))
            .Loops.Select(loop => (loop.Start.TotalSeconds, loop.End.TotalSeconds)).ShouldBe([(5, 305)]);

    [Theory]
    [InlineData(9, 30, "No justice, no peace!")]
    [InlineData(30, 3, "No justice, no peace!")]
    [InlineData(12, 10, "No justice, no peace!")]
    [InlineData(100, 10, "[Music]")]
    [InlineData(100, 10, "♪♪")]
    [InlineData(100, 10, "(APPLAUSE)")]
    public void A_chant_a_slow_refrain_and_music_are_no_loops(int times, double length, string text)
    {
        var reading = Read(Vtt([.. Enumerable.Range(0, times).Select(i => (length * i, length * (i + 1), text))]));
        reading.Cues!.Count.ShouldBe(times);
        reading.Loops.ShouldBeEmpty();
    }

    [Fact]
    public void A_refrain_among_verses_and_one_who_agrees_again_and_again_are_no_loops()
    {
        Read(Vtt(Enumerable.Range(0, 200).Select(i => (3.0 * i, 3.0 * i + 3, i % 3 == 0 ? $"verse {i}" : "Let it be")))).Loops.ShouldBeEmpty();
        Read(Vtt(Enumerable.Range(0, 200).Select(i => (3.0 * i, 3.0 * i + 3, i % 2 == 0 ? "Yeah." : $"and so {i}")))).Loops.ShouldBeEmpty();
    }

    private static string[] Texts(IEnumerable<(double Start, double End, string Text)> cues) =>
        [.. Read(Vtt(cues)).Cues.ShouldNotBeNull().Select(cue => cue.Text)];

    private static string Vtt(IEnumerable<(double Start, double End, string Text)> cues)
    {
        var text = new StringBuilder("WEBVTT\n");
        foreach (var (start, end, line) in cues)
            text.Append(CultureInfo.InvariantCulture, $"\n{Time(start)} --> {Time(end)}\n{line}\n");
        return text.ToString();
    }

    private static string Time(double seconds) =>
        TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);

    private static CaptionReading Read(string text) => CaptionReader.Read(Encoding.UTF8.GetBytes(text), "vtt", null);
}
