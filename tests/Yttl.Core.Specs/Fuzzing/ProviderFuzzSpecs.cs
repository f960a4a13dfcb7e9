using System.Text;
using Xunit.Abstractions;
using Yttl.Core.Http;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Errors;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Calls;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.Core.Summaries.Citations;
using Yttl.TestKit.Fuzzing;

namespace Yttl.Core.Specs.Fuzzing;

/// <summary>What comes back from language models and recognisers, and what is made of it.</summary>
public sealed class ProviderFuzzSpecs(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_answer_is_a_text_or_a_failure() => Check(
        "chat answer",
        FuzzBytes.Of(
            """
            { "id": "c1", "object": "chat.completion", "choices": [{ "index": 0, "finish_reason": "stop",
              "message": { "role": "assistant", "content": "<think>Hm.</think>A summary. \ud83d\ude00",
              "refusal": null } }],
              "usage": { "prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120 } }
            """),
        FuzzBytes.Of(
            "{ \"choices\": [", "{ \"message\": ", "{ \"content\": ", "\"finish_reason\": \"length\"", "\"usage\": ",
            "\"prompt_tokens\": ",
            "\"refusal\": ", "\"I'm sorry, but I can't assist with that request.\"", "<think>", "</think>", "}", "]",
            ",", "\""),
        [],
        input => ChatAnswer.From(ChatReply.Read(input), "m") is { } answer && (answer.CutShort || answer.Text.Length > 0));

    [Fact]
    public void An_error_is_always_a_line_of_text_without_the_key() => Check(
        "provider error",
        FuzzBytes.Of(
            """{ "error": { "message": "The limit of secret-key", "type": "requests", "code": "rate_limit" } }""",
            """{ "error": "no model \ud83d", "code": 404 }""",
            """{ "message": "prompt is too long", "code": "context_length_exceeded" }"""),
        FuzzBytes.Of(
            "{", "}", "\"error\": ", "\"message\": ", "\"code\": ", "\"type\": ", "secret-key", "\"", ",", "[", "]"),
        FuzzBytes.Of("""{ "error": { "message": "full", "\ud83d": 1 } }"""),
        input =>
        {
            var error = ProviderError.Read(input, "secret-key");
            error.Message.ShouldNotContain("secret-key", Case.Sensitive);
            error.Message.Any(char.IsControl).ShouldBeFalse();
            error.Message.Length.ShouldBeLessThanOrEqualTo(201);
            return error.Message.Length > 0;
        });

    [Fact]
    public void A_wait_is_from_zero_to_a_week_or_nothing() => Check(
        "Retry-After",
        FuzzBytes.Of("7", "0.5", "-3", "Sat, 31 Jan 2026 12:00:07 GMT", "1500"),
        FuzzBytes.Of("Sat, ", "31 ", "Jan ", "2026 ", "12:00:07", " GMT", "Feb", "24:60:60", "1", "e9", "."),
        [],
        input =>
        {
            var text = FuzzBytes.Text(input);
            TimeSpan?[] waits = [RetryAfter.Read(null, text, Now), RetryAfter.Read(text, null, Now)];
            foreach (var wait in waits.OfType<TimeSpan>())
                wait.ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromDays(7));
            return waits.Any(wait => wait is not null);
        });

    [Fact]
    public void A_reset_is_from_zero_to_a_week_or_nothing() => Check(
        "x-ratelimit-reset",
        FuzzBytes.Of("6m0s", "1.5s", "20ms", "7", "1h2m3.25s", "12\u00b5s", "250ns"),
        FuzzBytes.Of("1", "9", "999999999999999999", ".", "h", "m", "s", "ms", "us", "\u00b5s", "\u03bcs", "ns", "-", " ", "\n"),
        [],
        input =>
        {
            var text = FuzzBytes.Text(input);
            RateLimitReset.Read(_ => text, Now)?.ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromDays(7));
            return RateLimitReset.Duration(text) is not null;
        });

    [Fact]
    public void A_transcription_is_read_with_times_of_a_day_at_most_or_refused() => Check(
        "transcription",
        FuzzBytes.Of(
            """
            { "task": "transcribe", "language": "english", "duration": 8.47, "text": "Hello there. \ud83d\ude00",
              "segments": [{ "id": 0, "start": 0.0, "end": 3.32, "text": " Hello there.", "tokens": [50364],
                "temperature": 0.0, "avg_logprob": -0.28, "compression_ratio": 1.23, "no_speech_prob": 0.01 }],
              "words": [{ "word": "Hello", "start": 0.0, "end": 0.5 }, { "word": "there", "start": 0.5, "end": 1 }] }
            """,
            """{ "text": "Only text. And more of it." }""",
            "Plain text, as it comes."),
        FuzzBytes.Of(
            "{", "}", "[", "]", ",", "\"", "\"text\": ", "\"segments\": ", "\"words\": ", "\"word\": ", "\"start\": ",
            "\"end\": ", "-1", "1e308", "null", "\"language\": ", "\"\\ud800\""),
        FuzzBytes.Of("""{ "text": "Hello.", "\ud83d": 1 }"""),
        input =>
        {
            var answers = new[] { "application/json", "text/plain" }
                .Select(type => TranscriptionReader.Read(input, type, TimeSpan.FromSeconds(30)))
                .OfType<SpeechAnswer>().ToList();
            foreach (var phrase in answers.SelectMany(answer => answer.Segments).Select(segment => segment.Phrase))
            {
                phrase.Text.ShouldNotBeEmpty();
                phrase.Start.ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromDays(1));
                phrase.End.ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromDays(1));
            }

            return answers.Count > 0;
        });

    [Fact]
    public void A_models_text_becomes_paragraphs_and_lists_with_its_words() => Check(
        "prose",
        FuzzBytes.Of(
            "# Head\n\nA *first* paragraph.\n\n- one\n  goes on\n- **two**\n\n> a [link](https://example.org)\n",
            "```\ncode\n```\nEnd."),
        FuzzBytes.Of(
            "# ", "- ", "* ", "1. ", "  ", "> ", "\n", "\n\n", "**", "__", "`", "```\n", "[a](b)", "word", " ", "---\n",
            "###### ", "~~"),
        [Many("- a\n", "  b\n"), Many("", "\n")],
        input =>
        {
            var text = FuzzBytes.Text(input);
            var blocks = Prose.Parse(text);
            Prose.Lead(text, 80).Length.ShouldBeLessThanOrEqualTo(81);
            _ = CitedAnswer.Parse(text, 20, null);
            text.Contains(SummaryText.WholeSentences(text), StringComparison.Ordinal).ShouldBeTrue();
            return blocks.Count > 0;
        });

    /// <summary>Enough for what grows with the square of the length to be beyond any bound.</summary>
    private static byte[] Many(string head, string unit) =>
        Encoding.UTF8.GetBytes(head + string.Concat(Enumerable.Repeat(unit, 65536 / unit.Length)));

    private void Check(
        string name,
        IReadOnlyList<byte[]> seeds,
        IReadOnlyList<byte[]> words,
        IReadOnlyList<byte[]> found,
        Func<byte[], bool> read) =>
        Fuzz.Check(new FuzzTarget(name, seeds, words, read) { Found = found }, output);
}
