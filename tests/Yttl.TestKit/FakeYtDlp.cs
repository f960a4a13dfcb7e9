using System.Text.Json;

namespace Yttl.TestKit;

/// <summary>
/// A yt-dlp that answers as told: the program <see cref="Program"/> (<c>YTTL_YT_DLP</c>), or <see cref="FakeTool.Path"/>
/// with <see cref="Environment"/>.
/// </summary>
public sealed class FakeYtDlp : IDisposable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly TempFolder _folder = new();
    private readonly List<object> _scenes = [];

    public string ScriptPath => _folder.PathOf("script.json");

    /// <summary>A script that sets the variable itself: a program gets none but those that it needs.</summary>
    public string Program
    {
        get
        {
            var path = _folder.PathOf(OperatingSystem.IsWindows() ? "yt-dlp.cmd" : "yt-dlp");
            File.WriteAllText(path, OperatingSystem.IsWindows()
                ? $"@set {FakeTool.ScriptVariable}={ScriptPath}\r\n@\"{FakeTool.Path}\" %*\r\n"
                : $"#!/bin/sh\n{FakeTool.ScriptVariable}='{ScriptPath}' exec '{FakeTool.Path}' \"$@\"\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return path;
        }
    }

    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string> { [FakeTool.ScriptVariable] = ScriptPath };

    /// <summary>The arguments of every call so far, in the order they began.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Calls => File.Exists(LogPath)
        ? [.. File.ReadLines(LogPath).Select(line => JsonSerializer.Deserialize<string[]>(line)!)]
        : [];

    /// <summary>The files of cookies of all calls so far, as each call found its own.</summary>
    public IReadOnlyList<CookieSight> CookieFiles => Directory.Exists(CookiesPath)
        ? [.. Directory.GetFiles(CookiesPath).Select(file => JsonSerializer.Deserialize<CookieSight>(File.ReadAllText(file), Web)!)]
        : [];

    /// <summary>The options that calls read from stdin.</summary>
    public string Input => File.Exists(InputPath) ? File.ReadAllText(InputPath) : "";

    private string InputPath => _folder.PathOf("input.txt");

    private string CookiesPath => _folder.PathOf("cookies");

    private string LogPath => _folder.PathOf("calls.jsonl");

    /// <param name="when">One argument of the call, such as the URL; null answers every call that nothing before it does.</param>
    public FakeYtDlp Prints(string? when, string json) => Plays(when, json, "", 0);

    /// <param name="stderr">As yt-dlp writes it: <c>ERROR: [youtube] …</c>.</param>
    public FakeYtDlp Fails(string? when, string stderr) => Plays(when, "", stderr + "\n", 1);

    /// <param name="file">What the site serves: copied to where the call wants it.</param>
    public FakeYtDlp Downloads(string? when, string file) => Plays(when, "", "", 0, file);

    /// <summary>Writes the first part of the file, calls the spec on a loopback port, and never ends.</summary>
    public FakeYtDlp Hangs(string? when, int port, string? file = null) => Plays(when, "", "", 0, file, port);

    /// <summary>Answers with both, as yt-dlp does for a playlist with broken entries.</summary>
    public FakeYtDlp Plays(string? when, string stdout, string stderr, int exit, string? download = null, int? hang = null)
    {
        _scenes.Add(new { when, stdout, stderr, exit, download, hang });
        File.WriteAllText(ScriptPath, JsonSerializer.Serialize(new { log = LogPath, cookies = CookiesPath, input = InputPath, scenes = _scenes }, Web));
        return this;
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>A file of cookies as a call found it.</summary>
public sealed record CookieSight(string Path, string Mode, string Content);
