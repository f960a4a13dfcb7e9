using System.Net;
using Microsoft.AspNetCore.Http;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.TestKit.Tones;

namespace Yttl.Benchmarks.Torture;

/// <summary>Runs <c>yttl</c> against servers that misbehave, in folders made by others, and on files that are traps.</summary>
internal sealed class HostileTrial : IDisposable
{
    private const string Key = "sk-hostile-0123456789abcdef";
    private const string Secret = "the secret of the other folder";

    /// <summary>The program itself takes a third of it.</summary>
    private const long MostMemory = 250L << 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <param name="few">Only the first of each kind.</param>
    public async Task<IReadOnlyList<HostileFigures>> RunAsync(int few = int.MaxValue) =>
        [await ServersAsync(few), await KeyTrapsAsync(few), await FoldersAsync(few)];

    private async Task<HostileFigures> ServersAsync(int few)
    {
        var figures = new HostileFigures("server");
        var talk = _folder.Write("talk.vtt", Captions("The bridge was finished in spring."));
        foreach (var (name, answer) in Misbehaviour.All.Take(few))
        {
            await using var model = await LoopbackModel.StartAsync(answer);
            var ended = await RunAsync(
                _folder.Path, $"server-{name}",
                ["summarize", talk, "--llm-provider", "local", "--llm-base-url", $"{model.BaseUrl}", "--llm-model", "m"]);
            figures.Add(name, ended, MostMemory);
        }

        return figures;
    }

    /// <summary>Settings of a folder that would send the user's key to a listener on this machine.</summary>
    private async Task<HostileFigures> KeyTrapsAsync(int few)
    {
        var figures = new HostileFigures("key trap");
        var hasKey = 0;
        await using var trap = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Headers.Any(header => header.Value.ToString().Contains(Key, StringComparison.Ordinal)))
                Interlocked.Increment(ref hasKey);
            context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            return context.Response.WriteAsync("{}");
        });
        var port = trap.Url.Port;
        var addresses = new[] { "127.0.0.1", "localhost", "2130706433", "127.1", "0x7f.1", "[::ffff:127.0.0.1]" };
        var settings = addresses.Select(host => $$"""{"llm_base_url":"http://{{host}}:{{port}}/v1","llm_provider":"openai"}""")
            .Concat(
            [
                $$"""{"llm_base_url":"http://127.0.0.1:{{port}}/v1"}""",
                $$"""{"llm_base_url":"http://127.0.0.1:{{port}}/v1","llm_provider":"groq"}""",
                $$"""{"llm_base_url":"http://127.0.0.1:{{port}}/v1","llm_provider":"local","llm_model":"m"}""",
                $$"""{"whisper_base_url":"http://127.0.0.1:{{port}}/v1","whisper_provider":"openai","force_transcribe":true}""",
                $$"""{"whisper_base_url":"http://127.0.0.1:{{port}}/v1","force_transcribe":true}""",
                $$"""{"proxy":"http://127.0.0.1:{{port}}"}""",
            ])
            .ToList();
        foreach (var (setting, number) in settings.Take(few).Select((setting, number) => (setting, number)))
        {
            var folder = Directory.CreateDirectory(_folder.PathOf($"trap-{number}")).FullName;
            await File.WriteAllTextAsync(Path.Combine(folder, "yttl.json"), setting);
            await File.WriteAllTextAsync(Path.Combine(folder, "talk.vtt"), Captions("The bridge was finished in spring."));
            ToneTalk.Make(TimeSpan.FromSeconds(5)).WriteWave(Path.Combine(folder, "sound.wav"));
            var source = setting.Contains("force_transcribe", StringComparison.Ordinal) ? "sound.wav" : "talk.vtt";
            var ended = await RunAsync(
                folder, $"trap-{number}", ["summarize", source],
                [("OPENAI_API_KEY", Key), ("GROQ_API_KEY", Key), ("YTTL_LLM_API_KEY", Key)]);
            figures.Add(setting, ended, MostMemory);
            figures.Note(Interlocked.Exchange(ref hasKey, 0) > 0, setting, "got the key", () => figures.Leaks++);
        }

        return figures;
    }

    private async Task<HostileFigures> FoldersAsync(int few)
    {
        var figures = new HostileFigures("folder");
        var outside = Directory.CreateDirectory(_folder.PathOf("outside")).FullName;
        var secret = Path.Combine(outside, "secret.txt");
        await File.WriteAllTextAsync(secret, Secret);
        var sound = Path.Combine(outside, "sound.wav");
        ToneTalk.Make(TimeSpan.FromSeconds(20)).WriteWave(sound);
        await using var model = await LoopbackModel.StartAsync(ModelAnswer.Text("A point is made."));
        await using var recognizer = await LoopbackRecognizer.StartAsync();
        string[] byModel = ["--llm-provider", "local", "--llm-base-url", $"{model.BaseUrl}", "--llm-model", "m"];
        string[] byEar = ["--llm-provider", "extractive", "--whisper-base-url", $"{recognizer.BaseUrl}"];
        var cases = new List<(string Name, Action<string> Make, string[] Arguments)>
        {
            ("a prompt that is a link", folder =>
            {
                File.CreateSymbolicLink(Path.Combine(folder, "prompt.txt"), secret);
                File.WriteAllText(Path.Combine(folder, "yttl.json"), """{"prompt_file":"prompt.txt"}""");
            }, ["summarize", "talk.vtt", .. byModel]),
            ("a folder of reports that is a link", folder =>
            {
                Directory.CreateSymbolicLink(Path.Combine(folder, "reports"), outside);
                File.WriteAllText(Path.Combine(folder, "yttl.json"), """{"out":"reports"}""");
            }, ["summarize", "talk.vtt", .. byModel]),
            ("a playlist as .mp4", folder => File.WriteAllText(
                Path.Combine(folder, "film.mp4"), $"#EXTM3U\n#EXT-X-TARGETDURATION:20\n#EXTINF:20,\n{sound}\n#EXT-X-ENDLIST\n"),
                ["summarize", "film.mp4", .. byEar]),
            ("a concatenation as .mp4", folder => File.WriteAllText(
                Path.Combine(folder, "film.mp4"), $"ffconcat version 1.0\nfile '{sound}'\n"),
                ["summarize", "film.mp4", .. byEar]),
            ("a cue of 20 MB", folder => File.WriteAllText(
                Path.Combine(folder, "talk.vtt"), Captions(string.Concat(Enumerable.Repeat("The bridge was finished. ", 800_000)))),
                ["summarize", "talk.vtt", "--llm-provider", "extractive"]),
            ("captions of links", folder =>
            {
                File.Delete(Path.Combine(folder, "talk.vtt"));
                File.CreateSymbolicLink(Path.Combine(folder, "talk.vtt"), "/dev/zero");
            }, ["summarize", "talk.vtt", "--llm-provider", "extractive"]),
        };
        foreach (var (name, make, arguments) in cases.Take(few))
        {
            var folder = Directory.CreateDirectory(_folder.PathOf(Slug(name))).FullName;
            await File.WriteAllTextAsync(Path.Combine(folder, "talk.vtt"), Captions("The bridge was finished in spring."));
            make(folder);
            var (asked, heard) = (model.Calls.Count, recognizer.Calls.Count);
            var ended = await RunAsync(folder, Slug(name), arguments);
            figures.Add(name, ended, MostMemory);
            figures.Note(
                model.Calls.Skip(asked).Any(call => (call.System + call.User).Contains(Secret, StringComparison.Ordinal)),
                name, "a file outside was read", () => figures.Leaks++);
            figures.Note(recognizer.Calls.Count > heard, name, "sound outside was read", () => figures.Leaks++);
            foreach (var file in Directory.EnumerateFiles(outside).Where(file => file != secret && file != sound).ToList())
            {
                figures.Note(true, name, $"{file} was written", () => figures.Leaks++);
                File.Delete(file);
            }
        }

        return figures;
    }

    private async Task<Ended> RunAsync(
        string folder, string home, string[] arguments, params (string Name, string Value)[] variables)
    {
        using var process = TorturedYttl.Start(
            folder,
            [.. arguments, "--retry-base-delay", "0"],
            [("YTTL_HOME", _folder.PathOf($"home-{home}")), ("YTTL_RETRY_ATTEMPT_TIMEOUT", "10"), .. variables]);
        return await TorturedYttl.EndAsync(process, Longest);
    }

    private static string Slug(string name) => name.Replace(' ', '-').Replace('.', '-');

    private static string Captions(string text) => $"WEBVTT\n\n00:00:00.000 --> 00:00:09.000\n{text}\n";
}
