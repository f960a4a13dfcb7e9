using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Audio;

namespace Yttl.Core.Specs.Audio;

public sealed class RangeSeamSpecs
{
    [Fact]
    public void Noise_that_each_makes_up_for_itself_fits() => Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        short[] own = [.. Hum(seed, late: 0).Select(sample => (short)(sample + random.Next(-900, 900)))];

        RangeSeam.Fits(Hum(seed, late: 0), own).ShouldBeTrue();
    }));

    [Fact]
    public void What_comes_a_millisecond_late_does_not_fit() => Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        RangeSeam.Fits(Hum(seed, late: 16), Hum(seed, late: 0)).ShouldBeFalse()));

    [Fact]
    public void Silence_fits_silence_and_nothing_else()
    {
        RangeSeam.Fits(new short[RangeSeam.Samples], new short[RangeSeam.Samples]).ShouldBeTrue();
        RangeSeam.Fits(new short[RangeSeam.Samples], Hum(1, late: 0)).ShouldBeFalse();
    }

    [Fact]
    public void A_decoder_that_heard_nothing_does_not_fit() =>
        RangeSeam.Fits(Hum(1, late: 0), []).ShouldBeFalse();

    /// <summary>Tones of 300 to 2,000 Hz, at most 8,000 each.</summary>
    private static short[] Hum(int seed, int late)
    {
        var random = new Random(seed);
        double[] pitches = [300, 2000 - random.Next(300), 700 + random.Next(300)];
        var phase = random.NextDouble();
        return
        [
            .. Enumerable.Range(late, RangeSeam.Samples).Select(sample => (short)pitches.Sum(
                pitch => 8000 * Math.Sin(phase + (2 * Math.PI * pitch * sample / PcmFormat.SampleRate)))),
        ];
    }
}
