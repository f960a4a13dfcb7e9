using System.Text.Json.Nodes;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>The built <c>yttl</c> with its home on a disk that is full in the middle of a run, and later is not.</summary>
public sealed class FullDiskSpecs : IDisposable
{
    private const int CallsAtOnce = 3;

    /// <summary>Thirty segments, three hours and the whole.</summary>
    private const int Calls = 30 + 3 + 1;

    /// <summary>Bytes. What is stored takes a page a file, however short it is.</summary>
    private static readonly int Room = 75 * Environment.SystemPageSize;

    /// <summary>Both runs see one mount, so one shell gives the same command twice; in between it waits to be told.</summary>
    private static readonly string Script = $"""
        mount -t tmpfs -o size={Room} tmpfs "$YTTL_HOME" || exit 99
        "$@" > first.out 2> first.err < /dev/null
        echo $?
        read -r _
        mount -o remount,size=64m "$YTTL_HOME"
        exec "$@"
        """;

    private readonly YttlProcess _yttl = new();

    public void Dispose() => _yttl.Dispose();

    [SmallDiskFact]
    public async Task After_the_disk_was_full_the_same_command_with_room_goes_on_where_it_stopped()
    {
        await using var model = await LoopbackModel.StartAsync(call => ModelAnswer.Text($"Point {call.Number} is made."));
        _yttl.Folder.Write("talk.vtt", CaptionFiles.OfMinutes(150));
        _yttl.Environment["YTTL_HOME"] = Directory.CreateDirectory(_yttl.Folder.PathOf("home")).FullName;

        using var process = _yttl.Start(
            [.. SmallDiskFactAttribute.WithItsOwnMounts, "sh", "-c", Script, "sh"],
            "summarize", "talk.vtt", "--format", "json", "--max-concurrent-llm", $"{CallsAtOnce}",
            "--llm-provider", "local", "--llm-base-url", $"{model.BaseUrl}", "--llm-model", "m");
        var first = await process.StandardOutput.ReadLineAsync();
        var (errors, before) = (await File.ReadAllTextAsync(_yttl.Folder.PathOf("first.err")), model.Calls.Count);
        await process.StandardInput.WriteLineAsync();
        var second = await YttlProcess.EndAsync(process);

        first.ShouldBe("1", errors);
        errors.ShouldContain("the disk is full");
        errors.ShouldContain("make room");
        before.ShouldBeInRange(1, 29, "it was full in the middle, and then asked for nothing that could not be kept");
        second.ExitCode.ShouldBe(0, second.Error);
        JsonNode.Parse(await File.ReadAllTextAsync(second.Output.Trim()))!["status"]!.GetValue<string>().ShouldBe("complete");
        model.Calls.Select(call => call.System + call.User).Distinct().Count().ShouldBe(Calls);
        (model.Calls.Count - Calls).ShouldBeInRange(0, 2 * CallsAtOnce, "only what was under way is asked for again");
    }
}
