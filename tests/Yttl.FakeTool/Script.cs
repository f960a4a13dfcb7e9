using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yttl.FakeTools;

/// <summary>What a fake program answers, and where it writes down how it was called.</summary>
/// <param name="Log">Every call appends one line: its arguments as a JSON array.</param>
/// <param name="Scenes">The first whose <see cref="Scene.When"/> is one of the arguments, or is null, is played.</param>
internal sealed record Script(string? Log, IReadOnlyList<Scene> Scenes)
{
    public static int Play(string path, string[] args)
    {
        var script = JsonSerializer.Deserialize(File.ReadAllText(path), ScriptJson.Default.Script)!;
        if (script.Log is not null)
            File.AppendAllText(script.Log, JsonSerializer.Serialize(args, ScriptJson.Default.StringArray) + "\n");

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

    private static string Value(string[] args, string option) =>
        args.Single(argument => argument.StartsWith(option, StringComparison.Ordinal))[option.Length..];
}

/// <param name="Download">A file that is copied to where <c>--output</c> says.</param>
/// <param name="Hang">A port of the spec, which learns by it that the program runs and never ends; null to end.</param>
internal sealed record Scene(string? When, string? Stdout, string? Stderr, int Exit, string? Download, int? Hang);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Script))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class ScriptJson : JsonSerializerContext;
