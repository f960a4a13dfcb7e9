using Yttl.Core.Audio;
using Yttl.Core.Failures;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;

namespace Yttl.LocalEngine.Specs.Storage;

public sealed class FileAudioStoreSpecs : IDisposable
{
    private static readonly AudioRef Audio = new(new string('a', 64), 1000);

    private static readonly AudioRef Long = new(new string('b', 64), 25 * PcmFormat.SampleRate);

    private readonly TempFolder _home = new();
    private readonly LoggedLines _log = new();
    private readonly FileAudioStore _store;

    public FileAudioStoreSpecs() => _store = new FileAudioStore(_home.PathOf("home"), _log);

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
    public async Task Ten_seconds_with_a_bit_turned_over_are_found_by_who_reads_them_and_then_all_is_decoded_again()
    {
        var pcm = await KeepAsync(Long);
        Damage(at: 11 * PcmFormat.SampleRate * PcmFormat.BytesPerSample);

        (await ReadAsync(0, 9 * PcmFormat.SampleRate, Long)).ShouldBe(pcm[..(9 * PcmFormat.SampleRate * PcmFormat.BytesPerSample)]);
        (await ReadAsync(20 * PcmFormat.SampleRate, Long.Samples, Long)).Length.ShouldBe(5 * PcmFormat.SampleRate * PcmFormat.BytesPerSample);
        _log.Written.ShouldBeEmpty();

        var failure = await Should.ThrowAsync<YttlException>(() => ReadAsync(19 * PcmFormat.SampleRate, Long.Samples, Long));

        failure.Failure.Code.ShouldBe("audio.missing");
        _log.Written.ShouldHaveSingleItem().ShouldContain("damaged at 00:00:10");
        Directory.GetFiles(_home.PathOf("home/audio"), "*.pcm").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_checksum_is_damage_too()
    {
        await KeepAsync(Long);
        Damage(at: (int)Long.Samples * PcmFormat.BytesPerSample + 40);

        (await Should.ThrowAsync<YttlException>(() => ReadAsync(0, Long.Samples, Long))).Failure.Code.ShouldBe("audio.missing");
    }

    [Fact]
    public async Task Audio_of_an_earlier_version_has_no_checksums_and_is_read()
    {
        var pcm = await KeepAsync(Long);
        using (var file = File.OpenWrite(StoredFile()))
            file.SetLength(pcm.Length);

        (await ReadAsync(0, Long.Samples, Long)).ShouldBe(pcm);
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_is_said_to_be()
    {
        var scratch = _home.Write("scratch.pcm", "x");
        var store = new FileAudioStore(_home.Write("a-file", "x"), _log);

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

    private string StoredFile() => Directory.GetFiles(_home.PathOf("home/audio"), "*.pcm").Single();

    private void Damage(int at)
    {
        var file = File.ReadAllBytes(StoredFile());
        file[at] ^= 4;
        File.WriteAllBytes(StoredFile(), file);
    }

    private Task<byte[]> KeepAsync() => KeepAsync(Audio);

    private async Task<byte[]> KeepAsync(AudioRef audio)
    {
        var pcm = new byte[audio.Samples * PcmFormat.BytesPerSample];
        new Random(1).NextBytes(pcm);
        var scratch = Path.Combine(_store.ScratchFolder, "one.pcm");
        await File.WriteAllBytesAsync(scratch, pcm);
        await _store.KeepAsync(audio, scratch, CancellationToken.None);
        return pcm;
    }

    private Task<byte[]> ReadAsync(long first, long end) => ReadAsync(first, end, Audio);

    private async Task<byte[]> ReadAsync(long first, long end, AudioRef audio)
    {
        await using var stream = await _store.OpenReadAsync(audio, first, end, CancellationToken.None);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
