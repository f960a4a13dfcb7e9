using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using Yttl.Core.Search;
using Yttl.LocalEngine.Search;
using Yttl.TestKit;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Specs.Search;

/// <summary>The index is only a copy: whatever becomes of it, the hits are those of the runs.</summary>
public sealed class SearchIndexSpecs : IDisposable
{
    private readonly SearchedHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_deleted_run_leaves_the_index()
    {
        await FinishTwoAsync();
        _home.Runs.Delete(new RunId("first"));

        (await FoundAsync()).ShouldBe(["second"]);
        Count("run").ShouldBe(1);
        Count("texts").ShouldBe(1);
        Count("words").ShouldBe(Count("words WHERE words MATCH '\"gravity\"'"));
    }

    [Fact]
    public async Task A_replaced_report_is_taken_in_anew()
    {
        await FinishTwoAsync();
        await _home.FinishAsync("first", SearchedHome.Video("a", "youtube"), "now about light");

        (await FoundAsync()).ShouldBe(["second"]);
        (await _home.SearchAsync("light")).ShouldHaveSingleItem().Run.Value.ShouldBe("first");
    }

    [Fact]
    public async Task What_is_in_the_index_is_not_read_again()
    {
        await FinishTwoAsync();
        foreach (var report in Directory.EnumerateFiles(_home.Folder.PathOf("artifacts"), "*", SearchOption.AllDirectories))
            File.Delete(report);

        (await FoundAsync()).ShouldBe(["second", "first"]);
        _home.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is no database, and longer than the header of one, which has a hundred bytes: so it is not one at all.")]
    public async Task A_file_that_is_no_database_is_replaced(string content)
    {
        await FinishTwoAsync();
        await File.WriteAllTextAsync(_home.Index, content);

        (await FoundAsync()).ShouldBe(["second", "first"]);
        _home.Notes.Clear();
        (await FoundAsync()).ShouldBe(["second", "first"]);
        _home.Notes.ShouldBeEmpty();
        Count("run").ShouldBe(2);
    }

    [Fact]
    public async Task A_database_that_is_damaged_anywhere_is_replaced_or_gives_the_same_hits()
    {
        await FinishTwoAsync();
        var sound = await File.ReadAllBytesAsync(_home.Index);
        for (var page = 0; page < sound.Length / 4096; page++)
        {
            var damaged = sound.ToArray();
            damaged.AsSpan(4096 * page, 4096).Fill(0xA5);
            SearchIndex.Delete(_home.Index);
            await File.WriteAllBytesAsync(_home.Index, damaged);

            (await FoundAsync()).ShouldBe(["second", "first"], $"page {page}");
        }

        SearchIndex.Delete(_home.Index);
        await File.WriteAllBytesAsync(_home.Index, sound[..(sound.Length / 2)]);
        (await FoundAsync()).ShouldBe(["second", "first"]);
        _home.Notes.ShouldContain(note => note.Contains("is damaged and made anew", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE texts SET texts = replace(texts, 'more', 'less')")]
    [InlineData("UPDATE texts SET texts = ''")]
    [InlineData("UPDATE run SET title = 'Of another'")]
    [InlineData("UPDATE run SET url = 'https://evil.example/'")]
    [InlineData("UPDATE run SET id = 'another'")]
    public async Task A_letter_that_was_edited_in_the_index_reaches_no_hit(string change)
    {
        await FinishTwoAsync();
        var hits = await _home.SearchAsync("gravity");
        Execute(change);

        (await _home.SearchAsync("gravity")).ShouldBe(hits);

        _home.Notes.ShouldContain(note => note.Contains("is damaged and made anew", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PRAGMA user_version = 0")]
    [InlineData("PRAGMA user_version = 1000")]
    [InlineData("DROP TABLE texts")]
    [InlineData("DROP TABLE words")]
    [InlineData("UPDATE texts SET texts = 'not as it is written'")]
    public async Task An_index_of_another_version_is_made_anew(string change)
    {
        await FinishTwoAsync();
        Execute(change);

        (await FoundAsync()).ShouldBe(["second", "first"]);
        Count("texts").ShouldBe(2);
    }

    [Fact]
    public async Task An_index_that_cannot_be_made_is_done_without()
    {
        _home.HasIndex = false;
        Directory.CreateDirectory(_home.Index);
        await FinishTwoAsync();

        _home.Notes.ShouldHaveSingleItem().ShouldContain("so the reports are read");
    }

    [UnprivilegedFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_home_that_cannot_be_written_is_searched()
    {
        _home.HasIndex = false;
        await _home.FinishAsync("first", SearchedHome.Video("a", "youtube"), "on gravity");
        File.SetUnixFileMode(_home.Folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            (await FoundAsync()).ShouldBe(["first"]);
            _home.Notes.ShouldHaveSingleItem().ShouldContain("so the reports are read");
        }
        finally
        {
            File.SetUnixFileMode(_home.Folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task Reading_the_reports_gives_the_hits_of_the_index()
    {
        using var without = new SearchedHome { HasIndex = false };
        Directory.CreateDirectory(without.Index);
        foreach (var home in new[] { _home, without })
        {
            await home.FinishAsync("one", SearchedHome.Video("a", "youtube"), Enumerable.Range(0, 40).Select(Cue).ToArray());
            await home.FinishAsync("two", SearchedHome.Video("b", "vimeo"), "你好世界 ภาษาไทย", "C++ and Zürich");
            await home.FinishAsync("three", SearchedHome.Video("a", "youtube"), Enumerable.Range(3, 40).Select(Cue).ToArray());
        }

        foreach (var words in new[] { "gravity", "gravity light", "n5", "n8 n9", "n7 n8 gravity", "世", "ภาษา", "zurich c++", "about", "q" })
            (await _home.SearchAsync(words)).ShouldBe(await without.SearchAsync(words), words);
        _home.Notes.ShouldBeEmpty();

        static string Cue(int number) => $"n{number} {(number % 3 is 0 ? "gravity" : "light")}";
    }

    [Fact]
    public async Task Many_search_at_once_while_runs_end()
    {
        await _home.FinishAsync("first", SearchedHome.Video("a", "youtube"), "on gravity");
        var searches = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var notes = new List<string>();
            for (var i = 0; i < 5; i++)
                (await new RunSearch(_home.Folder.Path).SearchAsync(SearchWords.Parse("gravity"), 1000, notes.Add, default))
                    .Hits.ShouldNotBeEmpty();
            return notes;
        })).ToList();
        foreach (var run in Enumerable.Range(0, 30))
            await _home.FinishAsync($"run{run}", SearchedHome.Video($"v{run}", "youtube"), "on gravity");

        (await Task.WhenAll(searches)).SelectMany(notes => notes).ShouldBeEmpty();
        (await _home.SearchAsync("gravity")).Count.ShouldBe(31);
        Count("run").ShouldBe(31);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_files_are_for_their_owner_alone()
    {
        await _home.FinishAsync("first", SearchedHome.Video("a", "youtube"), "on gravity");
        using (var index = SearchIndex.Open(_home.Index))
        {
            await FoundAsync();
            Directory.GetFiles(_home.Folder.Path, "search.db*").Order().ShouldBe(
                [_home.Index, _home.Index + "-shm", _home.Index + "-wal"]);
            foreach (var file in Directory.GetFiles(_home.Folder.Path, "search.db*"))
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }

    private async Task FinishTwoAsync()
    {
        await _home.FinishAsync("first", SearchedHome.Video("a", "youtube"), "on gravity");
        await _home.FinishAsync("second", SearchedHome.Video("b", "youtube"), "more gravity");
        (await FoundAsync()).ShouldBe(["second", "first"]);
    }

    private async Task<IEnumerable<string>> FoundAsync() => (await _home.SearchAsync("gravity")).Select(hit => hit.Run.Value);

    private long Count(string rows)
    {
        using var database = Open();
        using var command = database.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {rows}";
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var database = Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var database = new SqliteConnection($"Data Source={_home.Index};Pooling=False");
        database.Open();
        return database;
    }
}
