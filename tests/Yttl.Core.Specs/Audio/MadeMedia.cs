using Yttl.Core.Audio;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Files;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Audio;

/// <summary>Media files made by ffmpeg for one spec, and what our decoder makes of them.</summary>
internal sealed class MadeMedia : IDisposable
{
    private static readonly ProcessRunner Runner = new();

    private readonly TempFolder _folder = new();

    public string PathOf(string name) => _folder.PathOf(name);

    /// <returns>The file's path.</returns>
    public async Task<string> MakeAsync(string name, params string[] arguments)
    {
        var path = PathOf(name);
        var result = await Runner.RunAsync(
            new ToolCall("ffmpeg", ["-v", "error", "-y", .. arguments, path], null), CancellationToken.None);
        result.ShouldBe(new ToolResult(0, "", ""));
        return path;
    }

    /// <summary>
    /// Written by another process: a file that this one has just written may still be open in the child of another
    /// spec, and cannot be run then ("text file busy").
    /// </summary>
    public async Task<string> ScriptAsync(string name, string text)
    {
        var path = PathOf(name);
        await Runner.RunAsync(
            new ToolCall("sh", ["-c", "printf '#!/bin/sh\\n%s\\n' \"$1\" > \"$2\" && chmod +x \"$2\"", "sh", text, path], null),
            CancellationToken.None);
        return path;
    }

    public static async Task<AudioStream> StreamOf(string path) => AudioStream.Choose(
        AudioStreams.In(await new FFprobe(Runner, new Toolset()).ReadAsync(path, CancellationToken.None)), null)!;

    public async Task<(DecodedAudio Audio, byte[] Pcm)> DecodeAsync(string path, int decoders = 1, string ffmpeg = "ffmpeg")
    {
        var target = PathOf("decoded.pcm");
        var decoder = new AudioDecoder(Runner, new Toolset(ffmpeg), decoders);
        var audio = await decoder.DecodeAsync(path, await StreamOf(path), target, CancellationToken.None);
        return (audio, await File.ReadAllBytesAsync(target));
    }

    public void Dispose() => _folder.Dispose();
}
