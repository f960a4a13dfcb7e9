using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yttl.FakeTools;

/// <summary>What a fake program answers, and where it writes down how it was called.</summary>
/// <param name="Log">Every call appends one line: its arguments as a JSON array.</param>
/// <param name="Cookies">Folder in which a call with a file of cookies describes it; then it changes the file as yt-dlp does.</param>
/// <param name="Input">File to which a call that reads options from stdin appends them.</param>
/// <param name="Scenes">The first whose <see cref="Scene.When"/> is one of the arguments, or is null, is played.</param>
internal sealed record Script(string? Log, string? Cookies, string? Input, IReadOnlyList<Scene> Scenes)
{
    public static int Play(string path, string[] args)
    {
        var script = JsonSerializer.Deserialize(File.ReadAllText(path), ScriptJson.Default.Script)!;
        if (script.Log is not null)
            File.AppendAllText(script.Log, JsonSerializer.Serialize(args, ScriptJson.Default.StringArray) + "\n");

        if (script.Cookies is not null && Found(args) is { } cookies)
        {
            File.WriteAllText(
                Path.Combine(Directory.CreateDirectory(script.Cookies).FullName, Path.GetRandomFileName()),
                JsonSerializer.Serialize(cookies, ScriptJson.Default.FoundCookies));
            File.AppendAllText(cookies.Path, "# saved\n");
        }

        if (script.Input is not null && args.Contains("--config-locations=-"))
            File.AppendAllText(script.Input, Console.In.ReadToEnd());

        var scene = script.Scenes.FirstOrDefault(scene => scene.When is null || args.Contains(scene.When));
        if (scene is null)
        {
            Console.Error.WriteLine($"ERROR: the script {path} has no scene for: {string.Join(' ', args)}");
            return 70;
        }

        if (scene.Download is not null)
            File.Copy(scene.Download, Value(args, "--output="), overwrite: true);
        if (scene.Hang is { } port)
            return Act.Hang(port);
        Console.Out.Write(scene.Stdout);
        Console.Error.Write(scene.Stderr);
        return scene.Exit;
    }

    private static FoundCookies? Found(string[] args)
    {
        const string Option = "--cookies=";
        var path = args.FirstOrDefault(argument => argument.StartsWith(Option, StringComparison.Ordinal))?[Option.Length..];
        return File.Exists(path)
            ? new FoundCookies(path, OperatingSystem.IsWindows() ? "" : $"{File.GetUnixFileMode(path)}", File.ReadAllText(path))
            : null;
    }

    private static string Value(string[] args, string option) =>
        args.Single(argument => argument.StartsWith(option, StringComparison.Ordinal))[option.Length..];
}

/// <param name="Download">A file that is copied to where <c>--output</c> says.</param>
/// <param name="Hang">A port of the spec, which learns by it that the program runs and never ends; null to end.</param>
internal sealed record Scene(string? When, string? Stdout, string? Stderr, int Exit, string? Download, int? Hang);

/// <summary>A file of cookies as a call found it.</summary>
internal sealed record FoundCookies(string Path, string Mode, string Content);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Script))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(FoundCookies))]
internal sealed partial class ScriptJson : JsonSerializerContext;
