using Microsoft.Data.Sqlite;
using Yttl.Core.Search;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Search;

/// <summary>
/// The index as an SQLite database: a row for each run record, the texts of its report, and their words (FTS5). A row of
/// words covers a few lines; what it finds is then compared by <see cref="SearchWords"/>, so the index never decides
/// what matches.
/// </summary>
internal sealed class SearchIndex : IDisposable
{
    /// <summary>Increases with every change of the tables, of <see cref="IndexedTexts"/> or of <see cref="SearchText"/>.</summary>
    private const long Version = 5;

    /// <summary>Seconds to wait for another process, which writes for a few seconds at once.</summary>
    private const int BusyTimeout = 60;

    /// <summary>
    /// The id of a row of words is the key of its run and a number of so many bits. Keys decrease with the start of a run,
    /// so FTS5 finds the newest run first without sorting. Small differences of ids make a small index.
    /// </summary>
    internal const int BitsOfRow = 12;

    /// <summary>Bytes of new words in memory, beyond which FTS5 writes them out, to be merged later.</summary>
    private const int NewWords = 8 << 20;

    /// <summary>More terms take longer and leave out little; the longest are the rarest.</summary>
    private const int MostTerms = 16;

    private const string Tables = """
        CREATE TABLE run(
          key INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, id TEXT NOT NULL, started INTEGER NOT NULL,
          report TEXT, extractor TEXT, video TEXT, title TEXT, url TEXT, page TEXT, rows INTEGER);
        CREATE INDEX run_video ON run(extractor, video, key);
        CREATE TABLE texts(key INTEGER PRIMARY KEY, texts TEXT NOT NULL);
        CREATE VIRTUAL TABLE words USING fts5(
          tokens, content = '', contentless_delete = 1, detail = 'none', tokenize = 'ascii', prefix = '1 2');
        """;

    private readonly SqliteConnection _database;

    private SearchIndex(SqliteConnection database) => _database = database;

    /// <exception cref="SqliteException">The file cannot be opened, or is damaged.</exception>
    public static SearchIndex Open(string path)
    {
        MakePrivate(path);
        var database = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            DefaultTimeout = BusyTimeout,
            Pooling = false,
        }.ToString());
        try
        {
            database.Open();
            var index = new SearchIndex(database);
            index.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
            if (!index.IsCurrent())
                index.Make();
            return index;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Deletes the database. No process may have it open.</summary>
    public static void Delete(string path)
    {
        foreach (var ending in (string[])["", "-wal", "-shm"])
            File.Delete(path + ending);
    }

    /// <summary>Whether the database itself is at fault, so that a new one helps.</summary>
    public static bool IsDamage(Exception problem) => problem is FormatException
        || problem is SqliteException
        {
            SqliteErrorCode: SQLitePCL.raw.SQLITE_ERROR or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB,
        };

    /// <summary>Whether the index cannot be used here: it cannot be written, is in use for long, or has no library.</summary>
    public static bool IsUnusable(Exception problem) => IsDamage(problem)
        || problem is SqliteException or IOException or UnauthorizedAccessException or DllNotFoundException
            or TypeInitializationException;

    /// <summary>Finds the hits of the newest run of each video, newest first.</summary>
    public IEnumerable<SearchHit> Find(SearchWords words, CancellationToken cancellationToken)
    {
        using var command = Command(
            $"SELECT rowid >> {BitsOfRow} FROM words WHERE words MATCH $terms ORDER BY rowid", ("$terms", Expression(words)));
        using var found = command.ExecuteReader();
        for (var last = -1L; found.Read();)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (found.GetInt64(0) is var key && key == last)
                continue;
            last = key;
            if (FindRun(key) is not { } run)
                continue;
            var texts = Scalar<string>("SELECT texts FROM texts WHERE key = $key", ("$key", key)) ?? "";
            foreach (var hit in run.HitsIn(IndexedTexts.Read(run, texts), words))
                yield return hit;
        }
    }

    public void Dispose() => _database.Dispose();

    internal SqliteCommand Command(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = _database.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    internal void Execute(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    /// <returns>The default value where there is no row, or its value is null.</returns>
    internal T? Scalar<T>(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar() is T value ? value : default;
    }

    /// <summary>Returns the words as FTS5 indexes them: its tokenizer keeps every character that is not ASCII.</summary>
    internal static string Indexed(string token) =>
        string.Create(token.Length, token, static (indexed, token) =>
        {
            for (var i = 0; i < token.Length; i++)
                indexed[i] = char.IsAsciiLetterOrDigit(token[i]) || !char.IsAscii(token[i]) ? token[i] : FullWidth(token[i]);
        });

    private static char FullWidth(char ascii) => (char)(ascii + 0xFEE0);

    private static string Expression(SearchWords words) => string.Join(' ', words.Terms()
        .Select(term => $"\"{Indexed(term.Token)}\"{(term.IsPrefix ? "*" : "")}")
        .OrderByDescending(term => term.Length)
        .Take(MostTerms));

    /// <returns>Null where a newer run of the same video has a report.</returns>
    private SearchedRun? FindRun(long key)
    {
        using var command = Command(
            """
            SELECT id, extractor, video, title, url, page FROM run
            WHERE key = $key AND NOT EXISTS (SELECT 1 FROM run AS newer
              WHERE newer.extractor = run.extractor AND newer.video = run.video AND newer.key < run.key)
            """,
            ("$key", key));
        using var row = command.ExecuteReader();
        return row.Read()
            ? new SearchedRun(
                new RunId(row.GetString(0)),
                row.GetString(1),
                row.GetString(2),
                row.GetString(3),
                row.IsDBNull(4) ? null : new Uri(row.GetString(4)),
                row.IsDBNull(5) ? null : row.GetString(5))
            : null;
    }

    private bool IsCurrent() => Scalar<long>("PRAGMA user_version") == Version;

    private void Make()
    {
        Execute("BEGIN IMMEDIATE");
        if (!IsCurrent()) // another process may have made it meanwhile
        {
            Execute("DROP TABLE IF EXISTS run; DROP TABLE IF EXISTS texts; DROP TABLE IF EXISTS words");
            Execute(Tables);
            Execute($"INSERT INTO words(words, rank) VALUES('hashsize', {NewWords})");
            Execute($"PRAGMA user_version = {Version}");
        }

        Execute("COMMIT");
    }

    /// <summary>Makes the file, if there is none, for its owner alone; SQLite gives its other files the same mode.</summary>
    private static void MakePrivate(string path)
    {
        if (File.Exists(path))
            return;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(path, options).Dispose();
    }
}
