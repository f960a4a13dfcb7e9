using System.Runtime.InteropServices;
using Yttl.Core.Audio;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Audio;

/// <summary>One file decoded by several, which must not be heard.</summary>
public sealed class RangesSpecs : IDisposable
{
    // Noise that comes and goes, so that no two places sound alike.
    private const string Noise = "anoisesrc=d=610:c=white:a=0.5:seed=1:r=44100,tremolo=f=0.37:d=0.9";

    private readonly MadeMedia _media = new();

    public void Dispose() => _media.Dispose();

    [FFmpegFact]
    public async Task Ranges_decoded_at_once_are_to_the_byte_what_one_decode_gives()
    {
        string[][] forms =
        [
            ["a.m4a", "-ac", "2", "-b:a", "96k", "-aac_coder", "fast"], ["48k.m4a", "-ar", "48000", "-aac_coder", "fast"],
            ["a.flac"], ["a.wav", "-ac", "2"],
        ];
        var noise = await _media.MakeAsync("noise.wav", "-f", "lavfi", "-i", Noise);
        foreach (var form in forms)
        {
            var path = await _media.MakeAsync(form[0], ["-i", noise, .. form[1..]]);
            DecodeRange.Split(await MadeMedia.StreamOf(path), 2).Count.ShouldBe(2, form[0]);

            var (whole, alone) = await _media.DecodeAsync(path);
            var (parts, together) = await _media.DecodeAsync(path, decoders: 2);

            together.AsSpan().SequenceEqual(alone).ShouldBeTrue(form[0]);
            parts.Loudness.Levels.SequenceEqual(whole.Loudness.Levels).ShouldBeTrue(form[0]);
            (whole.Ranges, parts.Ranges, parts.Lost.Count).ShouldBe((1, 2, 0), form[0]);
        }
    }

    [FFmpegFact]
    public async Task Noise_that_the_decoder_makes_up_is_no_reason_to_decode_alone()
    {
        var path = await _media.MakeAsync("a.m4a", "-f", "lavfi", "-i", Noise, "-ac", "1", "-b:a", "32k");

        var (_, alone) = await _media.DecodeAsync(path);
        var (parts, together) = await _media.DecodeAsync(path, decoders: 2);

        parts.Ranges.ShouldBe(2);
        together.Length.ShouldBe(alone.Length);
        var first = MemoryMarshal.Cast<byte, short>(alone);
        var second = MemoryMarshal.Cast<byte, short>(together);
        for (var sample = 0; sample + RangeSeam.Samples < first.Length; sample += RangeSeam.Samples)
            RangeSeam.Fits(first.Slice(sample, RangeSeam.Samples), second.Slice(sample, RangeSeam.Samples)).ShouldBeTrue();
    }

    /// <summary>
    /// At the joint a few milliseconds are missing, which ffmpeg makes up for when they are enough. The later ranges are
    /// decoded no faster than they are heard, so that they are half done when they prove not to fit.
    /// </summary>
    [FFmpegFact]
    public async Task A_file_joined_of_several_is_what_one_decode_gives_and_no_part_is_decoded_twice_by_the_first()
    {
        if (OperatingSystem.IsWindows())
            return;
        var part = await _media.MakeAsync("part.m4a", "-f", "lavfi", "-i", Noise, "-t", "200.01", "-b:a", "96k", "-aac_coder", "fast");
        var list = _media.PathOf("list.txt");
        await File.WriteAllTextAsync(list, string.Concat(Enumerable.Repeat($"file '{part}'\n", 5)));
        var path = await _media.MakeAsync("joined.m4a", "-f", "concat", "-safe", "0", "-i", list, "-c", "copy");
        var calls = _media.PathOf("calls");
        var counting = await _media.ScriptAsync("counting", $"""
            echo x >> '{calls}'
            case " $* " in *" -ss "*) exec ffmpeg -re "$@";; esac
            exec ffmpeg "$@"
            """);

        var (_, alone) = await _media.DecodeAsync(path);
        var (parts, together) = await _media.DecodeAsync(path, decoders: 3, counting);

        together.AsSpan().SequenceEqual(alone).ShouldBeTrue();
        parts.Ranges.ShouldBeLessThan(3);
        File.ReadLines(calls).Count().ShouldBe(3);
    }

    [FFmpegFact]
    public async Task A_file_that_ends_before_its_second_range_is_what_one_decode_gives()
    {
        var path = await _media.MakeAsync("cut.m4a", "-f", "lavfi", "-i", Noise, "-aac_coder", "fast", "-movflags", "+faststart");
        await using (var file = File.OpenWrite(path))
            file.SetLength(file.Length / 4);

        var (whole, alone) = await _media.DecodeAsync(path);
        var (parts, together) = await _media.DecodeAsync(path, decoders: 2);

        together.AsSpan().SequenceEqual(alone).ShouldBeTrue();
        parts.Lost.ShouldBe(whole.Lost);
        parts.Ranges.ShouldBe(1);
    }

    [FFmpegFact]
    public async Task A_file_that_cannot_be_entered_to_the_sample_is_decoded_in_one()
    {
        foreach (var name in new[] { "a.webm", "a.mp3", "a.ogg" })
        {
            var path = await _media.MakeAsync(name, "-f", "lavfi", "-i", "sine=440:d=620:r=8000", "-b:a", "24k");

            DecodeRange.Split(await MadeMedia.StreamOf(path), 8).ShouldBe([DecodeRange.Whole], name);
        }
    }
}
