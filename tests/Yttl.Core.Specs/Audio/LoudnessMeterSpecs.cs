using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Audio;

namespace Yttl.Core.Specs.Audio;

public sealed class LoudnessMeterSpecs
{
    [Fact]
    public void Vectors_measure_exactly_what_plain_arithmetic_does() => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Choose(short.MinValue, short.MaxValue).Select(n => (short)n).ArrayOf().ToArbitrary(), samples =>
        {
            if (samples is [])
                return;
            var mean = samples.Average(sample => (double)sample);
            var power = samples.Average(sample => Math.Pow(sample - mean, 2)) / Math.Pow(32768, 2);
            var expected = (double)Loudness.LevelOf(power < 1e-15 ? 0 : power);
            ((double)LoudnessMeter.LevelOf(samples)).ShouldBe(expected, tolerance: 1);
        }));

    [Fact]
    public void The_loudest_square_wave_overflows_nothing()
    {
        var samples = Enumerable.Range(0, Loudness.FrameSamples)
            .Select(n => n % 2 is 0 ? short.MinValue : short.MaxValue)
            .ToArray();

        Loudness.DecibelsOf(LoudnessMeter.LevelOf(samples)).ShouldBe(0);
    }

    [Fact]
    public void A_constant_offset_is_no_sound()
    {
        var samples = new short[Loudness.FrameSamples];
        Array.Fill(samples, (short)-12000);

        LoudnessMeter.LevelOf(samples).ShouldBe(Loudness.Digital);
    }

    [Fact]
    public void Where_the_stream_is_cut_into_blocks_changes_nothing() => Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Choose(1, 700).ListOf().ToArbitrary(), blocks =>
        {
            var samples = new short[5000];
            new Random(1).NextBytes(MemoryMarshal.AsBytes(samples.AsSpan()));
            var pcm = MemoryMarshal.AsBytes(samples.AsSpan()).ToArray();
            var (whole, parts) = (new LoudnessMeter(), new LoudnessMeter());

            whole.Add(pcm);
            var at = 0;
            foreach (var block in blocks.TakeWhile(block => at + block < pcm.Length))
            {
                parts.Add(pcm.AsSpan(at, block));
                at += block;
            }

            parts.Add(pcm.AsSpan(at));
            parts.Finish().Levels.ToArray().ShouldBe(whole.Finish().Levels.ToArray());
        }));
}
