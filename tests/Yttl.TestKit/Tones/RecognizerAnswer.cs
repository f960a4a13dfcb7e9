using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Yttl.TestKit.Http;

namespace Yttl.TestKit.Tones;

/// <summary>One way a <see cref="LoopbackRecognizer"/> answers a call: well, or as recognisers fail.</summary>
public sealed record RecognizerAnswer(Func<RecognizerCall, HttpContext, Task> Send)
{
    /// <summary>As whisper-1 answers: segments, and words beside them.</summary>
    public static readonly RecognizerAnswer Heard = Json(call => Verbose(call, call.Words));

    public static readonly RecognizerAnswer SegmentsOnly = Json(call => Without(Verbose(call, call.Words), "words"));

    /// <summary>Segments of two voices in turn, as OpenAI's <c>diarized_json</c> has them.</summary>
    public static readonly RecognizerAnswer Diarized = Json(call =>
    {
        var answer = Without(Verbose(call, call.Words), "words");
        foreach (var (i, segment) in answer["segments"]!.AsArray().Index())
            segment!["speaker"] = i % 2 == 0 ? "A" : "B";
        return answer;
    });

    public static readonly RecognizerAnswer WordsOnly = Json(call => Without(Verbose(call, call.Words), "segments"));

    /// <summary>What a gpt-4o model answers.</summary>
    public static readonly RecognizerAnswer JsonText = Json(call => new JsonObject { ["text"] = Text(call.Words) });

    public static readonly RecognizerAnswer PlainText = new((call, context) =>
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Text(call.Words) + "\n", context.RequestAborted);
    });

    /// <summary>The first words, over and over, to the end.</summary>
    public static readonly RecognizerAnswer Loops = Json(call => Verbose(call,
    [
        .. Enumerable.Range(0, Math.Max(1, (int)(call.Length.TotalSeconds / 0.4)))
            .Select(i => new ToneWord(call.Words.Count == 0 ? 0 : call.Words[i % Math.Min(3, call.Words.Count)].Number,
                TimeSpan.FromSeconds(i * 0.4))),
    ]));

    /// <summary>Every time is off the end by the length of the upload.</summary>
    public static readonly RecognizerAnswer TimesBeyond = Json(call => Verbose(
        call, [.. call.Words.Select(word => word with { Start = word.Start + call.Length })]));

    /// <summary>Whatever language was asked for.</summary>
    public static readonly RecognizerAnswer InWelsh = Json(call =>
    {
        var answer = Verbose(call, call.Words);
        answer["language"] = "welsh";
        return answer;
    });

    public static readonly RecognizerAnswer Hang =
        new((_, context) => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted));

    public static readonly RecognizerAnswer Garbage = Status(200, "<html>It works!</html>");

    public static readonly RecognizerAnswer Endless = new((_, context) => ModelAnswer.Endless.Send(context));

    /// <summary>The connection breaks in the middle of a good answer.</summary>
    public static readonly RecognizerAnswer Dies = new((_, context) => ModelAnswer.ResetMidBody.Send(context));

    public static readonly RecognizerAnswer RateLimited = Limited("Retry-After", "0");

    public static RecognizerAnswer Limited(string header, string value) =>
        new((_, context) => ModelAnswer.RateLimited((header, value)).Send(context));

    public static RecognizerAnswer Error(int status, string message, string? code = null) =>
        new((_, context) => ModelAnswer.Error(status, code, message).Send(context));

    public static RecognizerAnswer Status(int status, string body) =>
        new((_, context) => ModelAnswer.Json(status, body).Send(context));

    private static RecognizerAnswer Json(Func<RecognizerCall, JsonObject> answer) =>
        new((call, context) => ModelAnswer.Json(200, answer(call).ToJsonString()).Send(context));

    private static JsonObject Verbose(RecognizerCall call, IReadOnlyList<ToneWord> words) => new()
    {
        ["task"] = "transcribe",
        ["language"] = call.Field("language") is { } asked and not "auto" ? asked : "english",
        ["duration"] = call.Length.TotalSeconds,
        ["text"] = Text(words),
        ["segments"] = new JsonArray([.. Segments(words).Select((segment, i) => new JsonObject
        {
            ["id"] = i,
            ["start"] = segment[0].Start.TotalSeconds,
            ["end"] = segment[^1].End.TotalSeconds,
            ["text"] = " " + Text(segment),
            ["temperature"] = 0,
            ["avg_logprob"] = -0.2,
            ["no_speech_prob"] = 0.01,
        })]),
        ["words"] = new JsonArray([.. words.Select(word => new JsonObject
        {
            ["word"] = word.Text,
            ["start"] = word.Start.TotalSeconds,
            ["end"] = word.End.TotalSeconds,
        })]),
    };

    private static JsonObject Without(JsonObject answer, string name)
    {
        answer.Remove(name);
        return answer;
    }

    private static string Text(IEnumerable<ToneWord> words) => string.Join(' ', words.Select(word => word.Text));

    /// <summary>Up to ten words, ended by a pause, as Whisper's segments are.</summary>
    private static IEnumerable<List<ToneWord>> Segments(IReadOnlyList<ToneWord> words)
    {
        var segment = new List<ToneWord>();
        foreach (var word in words)
        {
            if (segment.Count == 10
                || (segment.Count > 0 && word.Start - segment[^1].End > TimeSpan.FromMilliseconds(600)))
            {
                yield return segment;
                segment = [];
            }

            segment.Add(word);
        }

        if (segment.Count > 0)
            yield return segment;
    }
}
