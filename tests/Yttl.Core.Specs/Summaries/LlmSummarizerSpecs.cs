using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Measuring;
using Yttl.Core.Segments;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Prompting;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Summaries;

public sealed class LlmSummarizerSpecs
{
    private static readonly SummaryOptions Options =
        new("openai", "m", null, SummaryLength.Medium, SummaryStyle.Narrative, null);

    private static readonly ConsolidationBrief Brief =
        new(ConsolidationLevel.Hour, TimeRange.Seconds(0, 3600), "Tides", LanguageTag.Parse("en", null));

    [Fact]
    public async Task A_segment_within_the_budget_is_one_call()
    {
        var model = new ScriptedModel(_ => "A summary.");

        var summary = await Summarize(model, 5_000, Segment(60));

        (summary.Summary.Text, summary.Tokens).ShouldBe(("A summary.", new TokenUsage(10, 1)));
        model.Prompts.ShouldHaveSingleItem().User.ShouldContain("This is sentence 59 of the talk.");
    }

    [Fact]
    public async Task A_speaker_is_named_once_a_turn()
    {
        var model = new ScriptedModel(_ => "A summary.");
        var segment = Segment(6);

        await Summarize(model, 5_000, segment with
        {
            Cues = [.. segment.Cues.Select((cue, i) => cue with { Speaker = i < 4 ? "Ada" : "Bob" })],
        });

        var prompt = model.Prompts.ShouldHaveSingleItem().User;
        prompt.ShouldContain("\n[1] Ada: This is sentence 0 of the talk.\n[2] This is sentence 1");
        prompt.ShouldContain("\n[4] This is sentence 3 of the talk.\n[5] Bob: This is sentence 4 of the talk.\n[6] This is sentence 5");
    }

    [Fact]
    public async Task A_segment_over_the_budget_is_split_between_cues_summarised_and_merged()
    {
        var model = new ScriptedModel(prompt => prompt.System.Contains("merge", StringComparison.Ordinal) ? "Merged." : "Piece.");

        var summary = await Summarize(model, 250, Segment(60));

        summary.Summary.Text.ShouldBe("Merged.");
        var pieces = model.Prompts.Where(prompt => prompt.User.Contains("transcript above", StringComparison.Ordinal)).ToList();
        pieces.Count.ShouldBeGreaterThan(1);
        summary.Tokens.ShouldBe(new TokenUsage(10 * (pieces.Count + 1), pieces.Count + 1));
        for (var cue = 0; cue < 60; cue++)
            pieces.Count(piece => piece.User.Contains($"This is sentence {cue} of the talk.", StringComparison.Ordinal)).ShouldBe(1);
        model.Prompts.ShouldAllBe(prompt => TokenEstimate.Estimate(prompt.User) < 300);
    }

    [Fact]
    public async Task What_the_model_itself_calls_too_long_is_split_until_it_fits()
    {
        var model = new ScriptedModel(prompt => TokenEstimate.Estimate(prompt.User) > 350
            ? throw new YttlException(FailureCategory.Api, "model.context", "too long")
            : "A summary.");

        (await Summarize(model, 20_000, Segment(200))).Summary.Text.ShouldBe("A summary.");
    }

    [Fact]
    public async Task A_model_that_finds_everything_too_long_is_a_failure()
    {
        var model = new ScriptedModel(_ => throw new YttlException(FailureCategory.Api, "model.context", "too long"));

        (await Should.ThrowAsync<YttlException>(() => Summarize(model, 20_000, Segment(200)))).Failure.Code.ShouldBe("model.context");
    }

    [Theory]
    [InlineData("model.rejected")]
    [InlineData("model.error")]
    public async Task A_text_near_the_budget_that_fails_without_a_known_reason_is_divided_once(string code)
    {
        var model = new ScriptedModel(prompt => TokenEstimate.Estimate(prompt.User) > 1_100
            ? throw new YttlException(FailureCategory.Api, code, "Oops.")
            : "A summary.");

        (await Summarize(model, 2_500, Segment(200))).Summary.Text.ShouldBe("A summary.");
        model.Prompts.Count.ShouldBeLessThanOrEqualTo(5);
    }

    [Theory]
    [InlineData("model.rejected", 200, 4)]
    [InlineData("model.rejected", 60, 1)]
    [InlineData("model.refused", 200, 1)]
    [InlineData("model.bad-output", 200, 1)]
    public async Task And_not_again_nor_where_the_length_cannot_be_the_reason(string code, int cues, int most)
    {
        var model = new ScriptedModel(_ => throw new YttlException(FailureCategory.Api, code, "Oops."));

        (await Should.ThrowAsync<YttlException>(() => Summarize(model, 2_500, Segment(cues)))).Failure.Code.ShouldBe(code);
        model.Prompts.Count.ShouldBeLessThanOrEqualTo(most);
    }

    [Fact]
    public async Task Parts_within_the_budget_are_one_call()
    {
        var model = new ScriptedModel(_ => "An hour.");

        (await Consolidate(model, 5_000, 12)).Summary.Text.ShouldBe("An hour.");
        model.Prompts.ShouldHaveSingleItem().System.ShouldContain("one long stretch");
    }

    [Fact]
    public async Task Parts_over_the_budget_are_merged_in_a_tree_that_ends_with_the_hours_own_prompt()
    {
        var model = new ScriptedModel(prompt => prompt.System.Contains("long stretch", StringComparison.Ordinal)
            ? "An hour." : "Part: " + new string('x', 300));

        (await Consolidate(model, 250, 60)).Summary.Text.ShouldBe("An hour.");

        model.Prompts.Count(prompt => prompt.System.Contains("long stretch", StringComparison.Ordinal)).ShouldBe(1);
        for (var part = 0; part < 60; part++)
            model.Prompts.Count(prompt => prompt.User.Contains($"Part {part} is about", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_model_whose_summaries_do_not_get_shorter_still_comes_to_an_end()
    {
        var model = new ScriptedModel(_ => new string('x', 4_000));

        (await Consolidate(model, 250, 12)).Summary.Text.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_answer_far_longer_than_asked_for_is_asked_for_once_more()
    {
        var answers = new Queue<string>([Endless(20_000), "A summary."]);
        var model = new ScriptedModel(_ => answers.Dequeue());

        var summary = await Summarize(model, 5_000, Segment(60));

        (summary.Summary.Text, summary.Tokens).ShouldBe(("A summary.", new TokenUsage(20, 2)));
    }

    [Fact]
    public async Task One_that_is_so_again_is_cut_at_a_sentence_with_a_note()
    {
        var model = new ScriptedModel(_ => Endless(200_000));

        var summary = await Summarize(model, 5_000, Segment(60));

        model.Prompts.Count.ShouldBe(2);
        TokenEstimate.Estimate(summary.Summary.Text).ShouldBeLessThanOrEqualTo(model.Prompts[0].TextTokens);
        summary.Summary.Text.Length.ShouldBeGreaterThan(model.Prompts[0].TextTokens * 3);
        summary.Summary.Text.ShouldEndWith(".");
        summary.Note.ShouldNotBeNull().ShouldContain("cut");
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("x")]
    [InlineData("長")]
    [InlineData("😀a")]
    public async Task One_without_sentences_is_cut_where_it_can_be(string unit)
    {
        var model = new ScriptedModel(_ => string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length)));

        var summary = await Summarize(model, 5_000, Segment(60));

        TokenEstimate.Estimate(summary.Summary.Text).ShouldBeLessThanOrEqualTo(model.Prompts[0].TextTokens + 1);
        summary.Summary.Text.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
        summary.Summary.Text.ShouldNotContain("wor…");
    }

    [Fact]
    public async Task Where_the_other_attempt_fails_the_first_answer_is_cut()
    {
        var calls = 0;
        var model = new ScriptedModel(_ => calls++ == 0
            ? Endless(200_000)
            : throw new YttlException(FailureCategory.RateLimit, "model.rate-limited", "later"));

        (await Summarize(model, 5_000, Segment(60))).Note.ShouldNotBeNull();
        model.Prompts.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(24_000)]
    [InlineData(2_500)]
    public async Task Answers_far_longer_than_asked_for_at_most_double_the_calls_of_an_hour(int budget)
    {
        var honest = new ScriptedModel(_ => "A summary.");
        var endless = new ScriptedModel(_ => Endless(200_000));

        await SummarizeHour(honest);
        await SummarizeHour(endless);

        honest.Prompts.Count.ShouldBe(5);
        endless.Prompts.Count.ShouldBe(10);

        async Task SummarizeHour(ILanguageModel model)
        {
            var parts = new List<SummaryPart>();
            for (var part = 0; part < 4; part++)
                parts.Add(new SummaryPart(
                    TimeRange.Seconds(part * 300, part * 300 + 300), new Summary((await Summarize(model, budget, Segment(60))).Summary.Text)));
            await new LlmSummarizer(model, budget).ConsolidateAsync(parts, Brief, Options, CancellationToken.None);
        }
    }

    [Theory]
    [InlineData("## Summary\n\n**Tides** rise.", "Tides rise.")]
    [InlineData("Of 2**10 and 2**20, **the latter** is x**2.", "Of 2**10 and 2**20, the latter is x**2.")]
    [InlineData("这是**重点**内容。", "这是重点内容。")]
    [InlineData("* one\r\n• two\n  - three", "- one\n- two\n- three")]
    [InlineData("```\nText.\n```", "Text.")]
    [InlineData("One.\n\n\n\nTwo.", "One.\n\nTwo.")]
    public async Task Decoration_that_was_not_requested_is_removed(string answer, string text) =>
        (await Summarize(new ScriptedModel(_ => answer), 5_000, Segment(1))).Summary.Text.ShouldBe(text);

    [Theory]
    [InlineData("```\n```")]
    [InlineData("TITLE: Tides")]
    [InlineData("[3]")]
    [InlineData("3, 5, 7")]
    [InlineData("TITLE: Tides\n[1] [2-5]")]
    public async Task An_answer_without_a_sentence_is_a_failure(string answer) =>
        (await Should.ThrowAsync<YttlException>(() => Summarize(new ScriptedModel(_ => answer), 5_000, Segment(1))))
            .Failure.Code.ShouldBe("model.bad-output");

    [Fact]
    public async Task Sentences_lead_to_the_seconds_that_they_cite()
    {
        var summary = await Summarize(
            new ScriptedModel(_ => "TITLE: The talk\nSentence 2 and sentence 3 of the talk. [3, 4]\nOf penguins nothing."), 5_000, Segment(60));

        summary.Summary.Title.ShouldBe("The talk");
        summary.Summary.Text.ShouldBe("Sentence 2 and sentence 3 of the talk. Of penguins nothing.");
        summary.Summary.Sentences.Select(sentence => (string.Join(' ', sentence.Sources), sentence.Support)).ShouldBe(
            [("0:02–0:04", SourceSupport.Cited), ("", SourceSupport.None)]);
    }

    [Fact]
    public async Task And_do_so_through_the_merge_of_a_divided_text_and_through_a_consolidation()
    {
        var model = new ScriptedModel(prompt => prompt.System.Contains("merge", StringComparison.Ordinal)
            ? $"The last sentence of the talk is 59. [{Cited(prompt, "59")}]"
            : Cited(prompt, "sentence 59 ") is { } number ? $"It ends with sentence 59 of the talk. [{number}]" : "The talk is long. [1]");

        var summary = await Summarize(model, 250, Segment(60));
        var hour = await new LlmSummarizer(new ScriptedModel(_ => "The talk ends with sentence 59. [1]"), 5_000).ConsolidateAsync(
            [new SummaryPart(TimeRange.Seconds(0, 300), summary.Summary)],
            Brief, Options, CancellationToken.None);

        model.Prompts.ShouldContain(prompt => prompt.System.Contains("merge", StringComparison.Ordinal));
        summary.Summary.Sentences.ShouldHaveSingleItem().Sources.ShouldBe([TimeRange.Seconds(59, 60)]);
        hour.Summary.Sentences.ShouldHaveSingleItem().Sources.ShouldBe([TimeRange.Seconds(59, 60)]);

        // The number of the sentence with these words in a prompt.
        static string? Cited(Prompt prompt, string words) => prompt.User.Split('\n')
            .FirstOrDefault(line => line.Contains(words, StringComparison.Ordinal))?.Split(']')[0][1..];
    }

    [Fact]
    public async Task Minutes_are_read_apart_from_the_summary()
    {
        var summary = (await SummarizeMinutes("""
            TITLE: The talk
            Sentence 2 of the talk. [3]
            ACTION: Repeat sentence 4 of the talk (owner: -; due: -). [5]
            QUESTION: What is sentence 5 of the talk? [6]
            """)).Summary;

        summary.Text.ShouldBe("Sentence 2 of the talk.");
        summary.Minutes!.Actions.ShouldHaveSingleItem().Sources.ShouldBe([TimeRange.Seconds(4, 5)]);
        summary.Minutes.Questions!.ShouldHaveSingleItem().Text.ShouldBe("What is sentence 5 of the talk?");
        summary.Minutes.Decisions.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_of_decisions_alone_is_its_own_summary() =>
        (await SummarizeMinutes("ACTION: Repeat sentence 4 of the talk. [5]")).Summary.Text.ShouldBe("- Repeat sentence 4 of the talk.");

    [Fact]
    public async Task A_divided_text_has_the_minutes_of_all_its_pieces()
    {
        var model = new ScriptedModel(prompt => prompt.System.Contains("merge", StringComparison.Ordinal)
            ? "Merged. [1]"
            : "The talk goes on. [1]\nQUESTION: Why does this sentence of the talk go on? [1]");

        var summary = await new LlmSummarizer(model, 250).SummarizeSegmentAsync(
            Segment(60), "Tides", Options with { Style = SummaryStyle.Minutes }, CancellationToken.None);

        summary.Summary.Text.ShouldBe("Merged.");
        summary.Summary.Minutes!.Questions!.Count.ShouldBe(
            model.Prompts.Count(prompt => !prompt.System.Contains("merge", StringComparison.Ordinal)));
        summary.Summary.Minutes.Questions!.Select(question => question.Sources).ShouldBeUnique();
    }

    [Fact]
    public async Task Other_styles_have_no_minutes() => (await Summarize(
        new ScriptedModel(_ => "It is so. [1]\nQUESTION: Why? [1]"), 5_000, Segment(1))).Summary.Minutes.ShouldBeNull();

    private static Task<SummarizedText> SummarizeMinutes(string answer) => new LlmSummarizer(new ScriptedModel(_ => answer), 5_000)
        .SummarizeSegmentAsync(Segment(60), "Tides", Options with { Style = SummaryStyle.Minutes }, CancellationToken.None);

    [Fact]
    public async Task Instructions_that_leave_too_little_room_for_the_text_are_refused()
    {
        var summarizer = new LlmSummarizer(new ScriptedModel(_ => "A summary."), 1_000);

        var failure = await Should.ThrowAsync<YttlException>(() => summarizer.SummarizeSegmentAsync(
            Segment(1), "Tides", Options with { Instructions = new string('x', 2_005) }, CancellationToken.None));

        failure.Failure.Code.ShouldBe("model.instructions-too-long");
        failure.Failure.Category.ShouldBe(FailureCategory.Input);
    }

    private static string Endless(int letters) =>
        string.Concat(Enumerable.Repeat("The tide came in. ", letters / 18)).Trim();

    private static Task<SummarizedText> Summarize(ILanguageModel model, int budget, SegmentText segment) =>
        new LlmSummarizer(model, budget).SummarizeSegmentAsync(segment, "Tides", Options, CancellationToken.None);

    private static Task<SummarizedText> Consolidate(ILanguageModel model, int budget, int parts) =>
        new LlmSummarizer(model, budget).ConsolidateAsync(
            [.. Enumerable.Range(0, parts).Select(
                i => new SummaryPart(TimeRange.Seconds(i, i + 1), new Summary($"Part {i} is about {new string('y', 100)}.")))],
            Brief, Options, CancellationToken.None);

    private static SegmentText Segment(int cues) => new(TimeSpan.Zero, TimeSpan.FromMinutes(5), LanguageTag.Parse("en", null),
        [.. Enumerable.Range(0, cues).Select(
            i => new Cue(TimeSpan.FromSeconds(i), TimeSpan.FromSeconds(i + 1), $"This is sentence {i} of the talk."))]);
}
