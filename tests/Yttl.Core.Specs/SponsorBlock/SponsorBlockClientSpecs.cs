using System.Globalization;
using Yttl.Core.Http;
using Yttl.Core.SponsorBlock;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.SponsorBlock;

public sealed class SponsorBlockClientSpecs : IDisposable
{
    private const string VideoId = "dQw4w9WgXcQ";

    private readonly HttpClient _http = HttpClients.Create();
    private readonly ManualTime _time = new();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task One_call_names_four_digits_of_the_ids_hash_and_the_categories()
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, "[]");

        var ranges = await FindAsync(server, "sponsor", "music_offtopic");

        ranges.ShouldBe(new SponsorRanges(ranges.Removed, null));
        ranges.Removed.ShouldBeEmpty();
        // printf dQw4w9WgXcQ | sha256sum
        server.Requests.ShouldHaveSingleItem().ShouldBe(
            "GET /api/skipSegments/5f6b"
            + "?categories=%5B%22sponsor%22%2C%22music_offtopic%22%5D&actionTypes=%5B%22skip%22%5D");
    }

    [Fact]
    public async Task A_server_below_a_path_is_asked_there()
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, "[]");

        await new SponsorBlockClient(_http, new Uri(server.Url, "mirror"), _time)
            .FindAsync(VideoId, null, ["sponsor"], default);

        server.Requests.ShouldHaveSingleItem().ShouldStartWith("GET /mirror/api/skipSegments/5f6b?");
    }

    [Fact]
    public async Task Only_the_segments_of_exactly_this_video_are_used_in_order()
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, """
            [{ "videoID": "dQw4w9WgXcq", "segments": [
               { "category": "sponsor", "actionType": "skip", "segment": [1, 2] }
             ] },
             { "videoID": "dQw4w9WgXcQ", "hash": "5f6b", "segments": [
               { "category": "outro", "actionType": "skip", "segment": [50, 60], "votes": 3, "videoDuration": 0 },
               { "category": "sponsor", "actionType": "skip", "segment": [10.25, 20.5], "UUID": "a",
                 "videoDuration": 60.2 }
             ] }]
            """);

        var ranges = await FindAsync(server, "sponsor", "outro");

        ranges.Removed.ShouldBe([Range(10.25, 20.5, "sponsor"), Range(50, 60, "outro")]);
        ranges.Note.ShouldBeNull();
    }

    [Fact]
    public async Task Segments_that_were_not_asked_for_or_make_no_sense_are_left_out()
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, """
            [null, { "videoID": "dQw4w9WgXcQ" }, { "videoID": "dQw4w9WgXcQ", "segments": [ null, {},
               { "category": "intro", "actionType": "skip", "segment": [1, 2] },
               { "category": "sponsor", "actionType": "mute", "segment": [3, 4] },
               { "category": "sponsor", "actionType": "full", "segment": [0, 0] },
               { "category": "sponsor", "actionType": "skip", "segment": [6, 5] },
               { "category": "sponsor", "actionType": "skip", "segment": [-1, 5] },
               { "category": "sponsor", "actionType": "skip", "segment": [1] },
               { "category": "sponsor", "actionType": "skip", "segment": [1, 1e300] },
               { "category": "sponsor", "actionType": "skip", "segment": [7, 8] }
             ] }]
            """);

        var ranges = await FindAsync(server, "sponsor");

        ranges.Removed.ShouldBe([Range(7, 8, "sponsor")]);
    }

    [Fact]
    public async Task Marks_for_another_cut_of_the_video_are_not_used_and_a_note_says_so()
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, """
            [{ "videoID": "dQw4w9WgXcQ", "segments": [
               { "category": "sponsor", "actionType": "skip", "segment": [7, 8], "videoDuration": 75 },
               { "category": "sponsor", "actionType": "skip", "segment": [9, 10], "videoDuration": 60.9 }
             ] }]
            """);

        var ranges = await FindAsync(server, "sponsor");

        ranges.Removed.ShouldBe([Range(9, 10, "sponsor")]);
        ranges.Note.ShouldBe("SponsorBlock's marks for another cut of this video (1) were not used.");
    }

    [Theory]
    [InlineData(0.4, 9, 0, 9)]
    [InlineData(1, 9, 0, 9)]
    [InlineData(1.01, 9, 1.01, 9)]
    [InlineData(50, 59.3, 50, 60)]
    [InlineData(50, 59, 50, 60)]
    [InlineData(50, 58.99, 50, 58.99)]
    [InlineData(50, 60.6, 50, 60)]
    [InlineData(0.9, 59.5, 0, 60)]
    public async Task A_mark_within_a_second_of_the_start_or_the_end_reaches_it(
        double start, double end, double from, double to)
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, Marked(start, end));

        (await FindAsync(server, "sponsor")).Removed.ShouldBe([Range(from, to, "sponsor")]);
    }

    [Fact]
    public async Task A_mark_behind_the_end_is_none_and_without_a_duration_only_the_start_is_known()
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, Marked(60.2, 61));
        (await FindAsync(server, "sponsor")).Removed.ShouldBeEmpty();

        var ranges = await new SponsorBlockClient(_http, server.Url, _time)
            .FindAsync(VideoId, null, ["sponsor"], default);
        ranges.Removed.ShouldBe([Range(60.2, 61, "sponsor")]);
    }

    [Fact]
    public async Task A_video_without_marks_is_no_failure()
    {
        await using var server = await LoopbackServer.AnsweringAsync(404, "Not Found");

        (await FindAsync(server, "sponsor")).ShouldBe(SponsorRanges.None);
    }

    [Theory]
    [InlineData(500, "", "HTTP 500")]
    [InlineData(429, "", "HTTP 429")]
    [InlineData(400, "", "HTTP 400")]
    [InlineData(200, "", "does not match its API")]
    [InlineData(200, "<html>", "does not match its API")]
    [InlineData(200, "{}", "does not match its API")]
    [InlineData(200, """[{ "videoID": 7 }]""", "does not match its API")]
    [InlineData(200, """[{ "videoID": "x", "segments": [{ "segment": ["a"] }] }]""", "does not match its API")]
    public async Task A_bad_answer_is_a_note_after_one_call(int status, string body, string reason)
    {
        await using var server = await LoopbackServer.AnsweringAsync(status, body);

        var ranges = await FindAsync(server, "sponsor");

        ranges.Removed.ShouldBeEmpty();
        ranges.Note.ShouldNotBeNull().ShouldContain(reason);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_larger_than_any_honest_one_is_a_note()
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, "[" + new string(' ', 9 * 1024 * 1024) + "]");

        (await FindAsync(server, "sponsor")).Note.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_broken_connection_is_a_note()
    {
        await using var server = await LoopbackServer.ResettingAsync();

        (await FindAsync(server, "sponsor")).Note.ShouldNotBeNull().ShouldContain("the call to 127.0.0.1 failed");
    }

    [Fact]
    public async Task A_server_that_never_answers_is_left_after_ten_seconds_with_a_note()
    {
        await using var server = await LoopbackServer.HangingAsync();
        var asking = FindAsync(server, "sponsor");

        _time.Advance(TimeSpan.FromSeconds(9.9));
        asking.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.1));

        (await asking).Note.ShouldNotBeNull().ShouldContain("did not answer within 10 seconds");
    }

    [Fact]
    public async Task A_server_that_stops_in_the_middle_of_its_answer_is_left_too()
    {
        var begun = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync("[{"u8.ToArray());
            await context.Response.Body.FlushAsync();
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        var asking = FindAsync(server, "sponsor");
        await begun.Task;

        _time.Advance(TimeSpan.FromSeconds(10));

        (await asking).Note.ShouldNotBeNull().ShouldContain("did not answer within 10 seconds");
    }

    [Fact]
    public async Task Cancellation_is_not_a_note()
    {
        await using var server = await LoopbackServer.HangingAsync();
        using var cancel = new CancellationTokenSource();
        var asking = new SponsorBlockClient(_http, server.Url, _time)
            .FindAsync(VideoId, null, ["sponsor"], cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asking);
    }

    private Task<SponsorRanges> FindAsync(LoopbackServer server, params string[] categories) =>
        new SponsorBlockClient(_http, server.Url, _time)
            .FindAsync(VideoId, TimeSpan.FromSeconds(60), categories, default);

    private static string Marked(double start, double end) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        [{ "videoID": "dQw4w9WgXcQ", "segments": [
           { "category": "sponsor", "actionType": "skip", "segment": [{{start}}, {{end}}] }
         ] }]
        """);

    private static RemovedRange Range(double start, double end, string category) =>
        new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), category);
}
