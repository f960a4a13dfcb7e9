using Yttl.Core.Audio;
using Yttl.Core.Failures;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;

namespace Yttl.LocalEngine.Specs.Storage;

public sealed class FileAudioStoreSpecs : IDisposable
{
    private static readonly AudioRef Audio = new(new string('a', 64), 1000);

    private readonly TempFolder _home = new();
    private readonly FileAudioStore _store;

    public FileAudioStoreSpecs() => _store = new FileAudioStore(_home.PathOf("home"));

    [Fact]
    public async Task A_range_is_exactly_its_samples()
    {
        var pcm = await KeepAsync();

        (await ReadAsync(100, 250)).ShouldBe(pcm[200..500]);
        (await ReadAsync(0, 1000)).ShouldBe(pcm);
        (await ReadAsync(1000, 1000)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_kept_has_left_the_scratch_folder()
    {
        await KeepAsync();

        Directory.EnumerateFiles(_store.ScratchFolder).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_deleted_is_missing_and_deleting_it_again_is_harmless()
    {
        await _store.DeleteAsync(Audio, CancellationToken.None);
        await KeepAsync();

        await _store.DeleteAsync(Audio, CancellationToken.None);
        await _store.DeleteAsync(Audio, CancellationToken.None);

        (await ReadAsync(0, 1).ShouldThrowAsync<YttlException>()).Failure.Code.ShouldBe("audio.missing");
    }

    [Fact]
    public async Task A_file_of_another_length_is_not_that_audio()
    {
        await KeepAsync();

        var failure = await Should.ThrowAsync<YttlException>(
            () => _store.OpenReadAsync(Audio with { Samples = 999 }, 0, 1, CancellationToken.None));

        failure.Failure.Code.ShouldBe("audio.missing");
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_is_said_to_be()
    {
        var scratch = _home.Write("scratch.pcm", "x");
        var store = new FileAudioStore(_home.Write("a-file", "x"));

        var failure = (await Should.ThrowAsync<YttlException>(
            () => store.KeepAsync(Audio, scratch, CancellationToken.None))).Failure;

        failure.Code.ShouldBe("audio.write");
    }

    [Fact]
    public async Task What_was_decoded_before_the_machine_started_may_have_lost_its_samples_and_is_missing()
    {
        await KeepAsync();
        var file = Directory.GetFiles(_home.PathOf("home/audio"), "*.pcm").Single();

        File.SetLastWriteTimeUtc(file, DateTime.UtcNow - TimeSpan.FromMilliseconds(Environment.TickCount64) - TimeSpan.FromHours(1));

        (await ReadAsync(0, 1).ShouldThrowAsync<YttlException>()).Failure.Code.ShouldBe("audio.missing");
    }

    [Fact]
    public async Task A_key_is_never_a_path()
    {
        await Should.ThrowAsync<ArgumentException>(
            () => _store.DeleteAsync(new AudioRef("../../etc/passwd", 1), CancellationToken.None));
    }

    public void Dispose() => _home.Dispose();

    private async Task<byte[]> KeepAsync()
    {
        var pcm = new byte[2000];
        new Random(1).NextBytes(pcm);
        var scratch = Path.Combine(_store.ScratchFolder, "one.pcm");
        await File.WriteAllBytesAsync(scratch, pcm);
        await _store.KeepAsync(Audio, scratch, CancellationToken.None);
        return pcm;
    }

    private async Task<byte[]> ReadAsync(long first, long end)
    {
        await using var stream = await _store.OpenReadAsync(Audio, first, end, CancellationToken.None);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
