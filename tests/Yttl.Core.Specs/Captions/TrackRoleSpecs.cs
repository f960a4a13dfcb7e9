using Yttl.TestKit;

namespace Yttl.Core.Specs.Captions;

/// <summary>Which of several subtitle tracks of a film becomes the transcript.</summary>
public sealed class TrackRoleSpecs : IDisposable
{
    private readonly FileReading _files = new();

    public void Dispose() => _files.Dispose();

    [FFmpegTheory]
    [InlineData("-disposition:s:0 forced")]
    [InlineData("-disposition:s:0 default+forced -disposition:s:1 0")]
    [InlineData("-disposition:s:0 default -metadata:s:s:0 title=Signs&Songs -disposition:s:1 0")]
    [InlineData("-metadata:s:s:0 title=S&S")]
    [InlineData("-metadata:s:s:0 title=English(Forced)")]
    [InlineData("-metadata:s:s:0 title=Signs/Lyrics -metadata:s:s:1 title=Dialogue")]
    [InlineData("-disposition:s:0 default+lyrics")]
    [InlineData("-disposition:s:0 default+comment")]
    [InlineData("-metadata:s:s:0 title=Director's-Commentary")]
    [InlineData("-disposition:s:0 default -disposition:s:1 hearing_impaired")]
    [InlineData("-disposition:s:0 default+hearing_impaired -disposition:s:1 0")]
    [InlineData("-disposition:s:0 forced -disposition:s:1 forced -metadata:s:s:1 title=Full")]
    [InlineData("")]
    [InlineData("-metadata:s:s:0 language=eng -metadata:s:s:1 language=eng")]
    [InlineData("-disposition:s:0 forced -metadata:s:s:0 language=eng -metadata:s:s:1 language=ger")]
    public async Task The_full_track_is_read_although_one_of_signs_stands_before_it(string marks)
    {
        var film = await FilmAsync("signs.srt full.srt", marks);

        ShouldBeFull(await _files.LinesAsync(film, "en"));
    }

    [FFmpegTheory]
    [InlineData("")]
    [InlineData("-metadata:s:s:0 title=English -metadata:s:s:1 title=English(SDH)")]
    [InlineData("-disposition:s:0 forced -metadata:s:s:0 title=Full -metadata:s:s:1 title=Commentary")]
    [InlineData("-disposition:s:0 0 -disposition:s:1 default+forced")]
    public async Task The_first_full_track_stays_the_first(string marks)
    {
        var film = await FilmAsync("full.srt full-with-sounds.srt", marks);

        ShouldBeFull(await _files.LinesAsync(film));
    }

    [FFmpegFact]
    public async Task A_track_of_signs_alone_is_no_transcript()
    {
        var film = await FilmAsync("signs.srt", "-disposition:s:0 forced");

        var outcome = await _files.ReadAsync(film);

        outcome.Notes.ShouldHaveSingleItem().ShouldBe(
            "Skipped the subtitle stream 1 (forced): it has only signs, songs or lines in another language: under one word a second.");
        outcome.Failure.ShouldNotBeNull().Code.ShouldBe("captions.none");
    }

    [FFmpegFact]
    public async Task A_full_track_that_is_marked_as_forced_is_read() =>
        ShouldBeFull(await _files.LinesAsync(await FilmAsync("full.srt", "-disposition:s:0 forced")));

    [FFmpegFact]
    public async Task A_track_with_few_words_is_said_to_be_passed_over()
    {
        var outcome = await _files.ReadAsync(await FilmAsync("signs.srt full.srt", ""));

        outcome.Notes.ShouldBe(["Skipped the subtitle stream 1: it has 72 words where the subtitle stream 2 has 330."]);
    }

    [FFmpegTheory]
    [InlineData("talk.forced.srt", "talk.srt")]
    [InlineData("talk.en.forced.srt", "talk.en.srt")]
    [InlineData("talk.en.signs.srt", "talk.en.vtt")]
    [InlineData("talk.en.auto.srt", "talk.en.srt")]
    [InlineData("talk.commentary.srt", "talk.en.srt")]
    [InlineData("talk.signs.srt", "talk.srt")]
    public async Task Files_beside_a_video_are_ranked_alike(string signs, string full)
    {
        _files.Write(signs, Signs);
        _files.Write(full, Full);
        var film = await _files.FFmpegAsync("-f lavfi -i sine=d=120 -c:a aac talk.mp4");

        ShouldBeFull(await _files.LinesAsync(film));
    }

    [FFmpegTheory]
    [InlineData("monday.srt", "The captions are those of monday.srt, the only caption file beside the video.")]
    [InlineData("en.srt", null)]
    public async Task The_only_caption_file_beside_a_video_is_read_and_named(string name, string? note)
    {
        _files.Write(name, Full);
        var film = await _files.FFmpegAsync("-f lavfi -i sine=d=120 -c:a aac talk.mp4");

        ShouldBeFull(await _files.LinesAsync(film));
        (await _files.ReadAsync(film)).Notes.ShouldBe(note is null ? [] : [note]);
    }

    [FFmpegFact]
    public async Task Captions_inside_a_video_come_before_a_file_of_another_name_beside_it()
    {
        _files.Write("inside.srt", "1\n00:00:01,000 --> 00:01:50,000\nThese words belong to the film itself.\n");
        var film = await _files.FFmpegAsync("-f lavfi -i sine=d=120 -i inside.srt -c:a aac -c:s mov_text talk.mp4");
        File.Delete(Path.Combine(Path.GetDirectoryName(film)!, "inside.srt"));
        _files.Write("monday.srt", Full);

        (await _files.LinesAsync(film)).ShouldHaveSingleItem().ShouldContain("belong to the film itself");
    }

    [FFmpegFact]
    public async Task Captions_that_run_longer_than_the_video_beside_them_are_of_another()
    {
        _files.Write("monday.srt", Full);
        var film = await _files.FFmpegAsync("-f lavfi -i sine=d=60 -c:a aac talk.mp4");

        (await _files.ReadAsync(film)).Notes.ShouldBe(
            ["Skipped the file monday.srt: it is of another video: it runs longer than this one."]);
    }

    private async Task<string> FilmAsync(string tracks, string marks)
    {
        var names = tracks.Split(' ');
        foreach (var name in names)
            _files.Write(name, name switch
            {
                "signs.srt" => Signs,
                "full.srt" => Full,
                _ => Full.Replace("The keeper", "[Wind] The keeper", StringComparison.Ordinal),
            });
        var inputs = string.Concat(names.Select(name => $"-i {name} "));
        var maps = string.Concat(names.Select((_, index) => $"-map {index + 1} "));
        return await _files.FFmpegAsync($"-f lavfi -i sine=d=120 {inputs} -map 0 {maps} -c:a flac -c:s srt {marks} film.mkv");
    }

    private static string Full => Cues(30, 4, 3, index => $"The keeper wrote note {index} in the book of the tower.");

    private static void ShouldBeFull(string[] lines) =>
        (lines.Length, lines[0]).ShouldBe((30, "0-3 The keeper wrote note 1 in the book of the tower."));

    private static string Signs => Cues(12, 10, 4, index => $"[Sign: harbour office, pier {index} east]");

    private static string Cues(int count, int every, int length, Func<int, string> text) =>
        string.Concat(Enumerable.Range(0, count).Select(index =>
            $"{index + 1}\n{Time(every * index)} --> {Time(every * index + length)}\n{text(index + 1)}\n\n"));

    private static string Time(int seconds) => $"00:{seconds / 60:00}:{seconds % 60:00},000";
}
