using System.Security.Cryptography;
using System.Text;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;

namespace Yttl.LocalEngine.Specs.Storage;

public sealed class FileArtifactStoreSpecs : IDisposable
{
    private readonly TempFolder _home = new();
    private readonly FileArtifactStore _store;

    public FileArtifactStoreSpecs() => _store = new FileArtifactStore(_home.PathOf("home"));

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Content_is_stored_under_its_own_hash_and_read_back()
    {
        var reference = await WriteAsync("Grüße");

        reference.ShouldBe(ArtifactRef.OfHash(SHA256.HashData(Encoding.UTF8.GetBytes("Grüße"))));
        (await ReadAsync(reference)).ShouldBe("Grüße");
        Files().ShouldBe([Path.Combine(reference.ToString()[..2], reference.ToString())]);
    }

    [Fact]
    public async Task Content_larger_than_any_buffer_is_hashed_as_it_is_written()
    {
        var content = new byte[5_000_003];
        new Random(7).NextBytes(content);

        var reference = await _store.WriteAsync(
            async (stream, token) =>
            {
                for (var at = 0; at < content.Length; at += 65_537)
                    await stream.WriteAsync(content.AsMemory(at, Math.Min(65_537, content.Length - at)), token);
            },
            default);

        reference.ShouldBe(ArtifactRef.OfHash(SHA256.HashData(content)));
        await using var stored = await _store.OpenReadAsync(reference, default);
        (await SHA256.HashDataAsync(stored)).ShouldBe(SHA256.HashData(content));
    }

    [Fact]
    public async Task Nothing_is_content_too() => (await ReadAsync(await WriteAsync(""))).ShouldBe("");

    [Fact]
    public async Task Storing_the_same_content_twice_keeps_one_file()
    {
        (await WriteAsync("same")).ShouldBe(await WriteAsync("same"));

        Files().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Content_can_be_stored_again_while_it_is_read()
    {
        await using var reading = await _store.OpenReadAsync(await WriteAsync("same"), default);

        (await ReadAsync(await WriteAsync("same"))).ShouldBe("same");
    }

    [Fact]
    public async Task The_same_content_may_be_stored_by_many_at_once()
    {
        var writes = Enumerable.Range(0, 32).Select(i => Task.Run(() => WriteAsync($"content {i % 2}")));

        var references = await Task.WhenAll(writes);

        references.Distinct().Count().ShouldBe(2);
        Files().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_writer_may_close_the_stream_it_was_given()
    {
        var reference = await _store.WriteAsync(
            async (stream, token) =>
            {
                await using var writer = new StreamWriter(stream);
                await writer.WriteAsync("closed".AsMemory(), token);
            },
            default);

        (await ReadAsync(reference)).ShouldBe("closed");
    }

    [Fact]
    public async Task What_is_not_stored_is_reported_as_missing()
    {
        var reference = ArtifactRef.OfHash(SHA256.HashData([1]));

        var failure = (await Should.ThrowAsync<YttlException>(() => _store.OpenReadAsync(reference, default))).Failure;

        failure.Code.ShouldBe("artifact.missing");
        failure.Message.ShouldContain(reference.ToString());
    }

    [Fact]
    public async Task Content_with_an_edited_letter_cannot_be_read()
    {
        var reference = await WriteAsync("\"talk\"");
        await File.WriteAllTextAsync(_store.PathOf(reference), "\"walk\"");

        var failure = (await Should.ThrowAsync<YttlException>(() => ReadAsync(reference))).Failure;

        failure.Code.ShouldBe("artifact.damaged");
        (await _store.IsSoundAsync(reference, default)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    [InlineData(3_000_000)]
    public async Task Content_of_any_length_with_one_other_bit_cannot_be_read(int length)
    {
        var reference = await WriteAsync(new string('a', length));
        (await ReadAsync(reference)).Length.ShouldBe(length);
        var content = await File.ReadAllBytesAsync(_store.PathOf(reference));
        content[^1] ^= 1;
        await File.WriteAllBytesAsync(_store.PathOf(reference), content);

        (await Should.ThrowAsync<YttlException>(() => ReadAsync(reference))).Failure.Code.ShouldBe("artifact.damaged");
        (await _store.IsSoundAsync(reference, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_full_disk_is_a_clear_failure_that_leaves_nothing_behind()
    {
        var failure = (await Should.ThrowAsync<YttlException>(() => _store.WriteAsync(
            async (stream, token) =>
            {
                await stream.WriteAsync(new byte[100_000], token);
                throw new IOException("No space left on device : '/x'", 28);
            },
            default))).Failure;

        failure.Code.ShouldBe("artifact.write");
        failure.Category.ShouldBe(FailureCategory.Processing);
        failure.Message.ShouldContain("the disk is full; make room");
        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_home_that_cannot_be_a_folder_is_a_clear_failure()
    {
        var store = new FileArtifactStore(_home.Write("file", "not a folder"));

        var failure = (await Should.ThrowAsync<YttlException>(() =>
            store.WriteAsync((_, _) => Task.CompletedTask, default))).Failure;

        failure.Code.ShouldBe("artifact.write");
        failure.Message.ShouldContain(_home.PathOf("file"));
    }

    [Fact]
    public async Task A_writer_that_fails_or_is_cancelled_leaves_nothing_behind_and_its_exception_as_it_was()
    {
        await Should.ThrowAsync<OperationCanceledException>(() =>
            _store.WriteAsync((_, _) => throw new OperationCanceledException(), default));
        await Should.ThrowAsync<FormatException>(() =>
            _store.WriteAsync((_, _) => throw new FormatException(), default));

        Files().ShouldBeEmpty();
    }

    private Task<ArtifactRef> WriteAsync(string content) =>
        _store.WriteAsync(
            (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(content), token).AsTask(), default);

    private async Task<string> ReadAsync(ArtifactRef reference)
    {
        using var reader = new StreamReader(await _store.OpenReadAsync(reference, default));
        return await reader.ReadToEndAsync();
    }

    private List<string> Files()
    {
        var folder = _home.PathOf("home/artifacts");
        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories);
        return [.. paths.Select(path => Path.GetRelativePath(folder, path))];
    }
}
