using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Artifacts;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Specs.Storage;

public sealed class FileStepMemorySpecs : IDisposable
{
    private static readonly StepKey Key = StepKey.From("section", 1, "{}");

    private readonly TempFolder _home = new();
    private readonly FileArtifactStore _content;
    private readonly FileStepMemory _memory;

    public FileStepMemorySpecs()
    {
        _content = new FileArtifactStore(_home.Path);
        _memory = new FileStepMemory(_home.Path, _content, NullLogger.Instance);
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task What_is_kept_is_found_by_another_process()
    {
        await _memory.KeepAsync(Key, await ResultAsync("Grüße"), default);

        var found = await new FileStepMemory(_home.Path, new FileArtifactStore(_home.Path), NullLogger.Instance)
            .FindAsync(Key, default);

        found.ShouldNotBeNull().Json.ShouldBe("""{"said":"Grüße"}""");
        (await _memory.FindAsync(StepKey.From("section", 2, "{}"), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_later_result_takes_the_place_of_an_earlier_one()
    {
        await _memory.KeepAsync(Key, await ResultAsync("first"), default);
        await _memory.KeepAsync(Key, await ResultAsync("second"), default);

        (await _memory.FindAsync(Key, default))!.Json.ShouldContain("second");
        Entries().Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_entry_torn_anywhere_is_dropped()
    {
        await _memory.KeepAsync(Key, await ResultAsync("whole"), default);
        var path = Entries().Single();
        var whole = await File.ReadAllBytesAsync(path);

        for (var length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(path, whole[..length]);
            (await _memory.FindAsync(Key, default)).ShouldBeNull($"torn after {length} bytes");
            File.Exists(path).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_single_bit_that_flips_is_noticed_wherever_it_is()
    {
        await _memory.KeepAsync(Key, await ResultAsync("whole"), default);
        var whole = await File.ReadAllBytesAsync(Entries().Single());

        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            FileStepMemory.Parse(damaged).Result.ShouldBeNull($"bit {bit}");
        }
    }

    [Fact]
    public async Task A_result_whose_content_is_gone_is_not_remembered()
    {
        var result = await ResultAsync("whole");
        await _memory.KeepAsync(Key, result, default);
        File.Delete(PathOf(result.Content[0]));

        (await _memory.FindAsync(Key, default)).ShouldBeNull();
        Entries().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_result_whose_content_is_damaged_is_made_again_and_the_content_with_it()
    {
        var result = await ResultAsync("whole");
        await _memory.KeepAsync(Key, result, default);
        await File.WriteAllTextAsync(PathOf(result.Content[0]), "whale");

        (await _memory.FindAsync(Key, default)).ShouldBeNull();
        await _memory.KeepAsync(Key, await ResultAsync("whole"), default);
        (await _memory.FindAsync(Key, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Many_may_store_and_look_up_at_once_and_none_reads_half_a_result()
    {
        var result = await ResultAsync("whole");
        var all = Enumerable.Range(0, 32).Select(i => Task.Run(async () =>
        {
            if (i % 2 is 0)
                await _memory.KeepAsync(Key, result, default);
            return (await _memory.FindAsync(Key, default))?.Json;
        }));

        (await Task.WhenAll(all)).ShouldAllBe(json => json == null || json == result.Json);
        (await _memory.FindAsync(Key, default))!.Json.ShouldBe(result.Json);
    }

    [Fact]
    public async Task A_result_that_cannot_be_stored_stops_nothing()
    {
        var result = await ResultAsync("whole");
        _home.Write("memory", "a file where a folder is wanted");

        await _memory.KeepAsync(Key, result, default);

        (await _memory.FindAsync(Key, default)).ShouldBeNull();
    }

    private async Task<RememberedResult> ResultAsync(string said)
    {
        var content = await _content.WriteAsync(
            (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(said), token).AsTask(), default);
        return new RememberedResult("section", $$"""{"said":"{{said}}"}""", [content], DateTimeOffset.UnixEpoch);
    }

    private string PathOf(ArtifactRef content) =>
        _home.PathOf(Path.Combine("artifacts", content.ToString()[..2], content.ToString()));

    private string[] Entries() =>
        Directory.GetFiles(_home.PathOf("memory"), "*", SearchOption.AllDirectories);
}
