using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Audio;

namespace Yttl.Core.Specs.Audio;

public sealed class SilenceDetectorSpecs
{
    private static readonly SilenceSettings Half = SilenceSettings.Default;

    [Fact]
    public void Silences_are_apart_in_order_long_enough_and_nowhere_as_loud_as_the_threshold() => Check.QuickThrowOnFailure(
        Prop.ForAll(Talks.ToArbitrary(), loudness =>
        {
            var (threshold, silences) = SilenceDetector.Find(loudness, Half);
            var last = TimeSpan.FromTicks(-1);
            foreach (var silence in silences)
            {
                silence.Start.ShouldBeGreaterThan(last);
                (silence.End - silence.Start).ShouldBeGreaterThanOrEqualTo(Half.MinLength);
                silence.End.ShouldBeLessThanOrEqualTo(loudness.Duration);
                silence.Depth.ShouldBeGreaterThan(0);
                var frames = (int)(silence.Start / Loudness.Frame)..(int)(silence.End / Loudness.Frame);
                foreach (var level in loudness.Levels[frames])
                    Loudness.DecibelsOf(level).ShouldBeLessThan(threshold);
                last = silence.End;
            }
        }));

    [Fact]
    public void Every_pause_is_found_whatever_the_room_and_the_microphone() => Check.QuickThrowOnFailure(
        Prop.ForAll(
            Gen.Choose(-80, -45).SelectMany(floor => Gen.Choose(20, 35).Select(range => (floor, range))).ToArbitrary(),
            room =>
            {
                var speech = room.floor + room.range;
                var levels = Repeat(20, [.. Level(speech, 400), .. Level(room.floor, 100)]);

                SilenceDetector.Find(new Loudness(levels), Half).Silences.Count.ShouldBe(20);
            }));

    [Fact]
    public void A_pause_leaves_a_little_to_the_words_beside_it()
    {
        byte[] levels = [.. Level(-20, 400), .. Level(-70, 100), .. Level(-20, 400)];

        var silence = SilenceDetector.Find(new Loudness(levels), Half).Silences.ShouldHaveSingleItem();

        (silence.Start, silence.End).ShouldBe((TimeSpan.FromSeconds(4.05), TimeSpan.FromSeconds(4.95)));
    }

    [Fact]
    public void A_fixed_threshold_is_taken_as_it_is()
    {
        byte[] levels = [.. Level(-20, 400), .. Level(-50, 100), .. Level(-20, 400)];
        var settings = Half with { Threshold = -40 };

        var found = SilenceDetector.Find(new Loudness(levels), settings);

        found.Threshold.ShouldBe(-40);
        found.Silences.ShouldHaveSingleItem().Depth.ShouldBe(10, 0.01);
        SilenceDetector.Find(new Loudness(levels), Half with { Threshold = -60 }).Silences.ShouldBeEmpty();
    }

    [Fact]
    public void What_hovers_about_the_threshold_is_no_silence()
    {
        var levels = Repeat(100, [.. Level(-41, 3), .. Level(-39, 3)]);

        SilenceDetector.Find(new Loudness(levels), Half with { Threshold = -40 }).Silences.ShouldBeEmpty();
    }

    [Fact]
    public void Steady_noise_has_no_silence_and_nothing_at_all_is_one_silence()
    {
        SilenceDetector.Find(new Loudness(Level(-30, 1000)), Half).Silences.ShouldBeEmpty();
        SilenceDetector.Find(new Loudness(ReadOnlyMemory<byte>.Empty), Half).Silences.ShouldBeEmpty();

        var all = new byte[1000];
        Array.Fill(all, Loudness.Digital);
        var silence = SilenceDetector.Find(new Loudness(all), Half).Silences.ShouldHaveSingleItem();
        (silence.Start, silence.End).ShouldBe((TimeSpan.Zero, TimeSpan.FromSeconds(10)));
    }

    private static Gen<Loudness> Talks =>
        Gen.Choose(0, 255).SelectMany(level => Gen.Choose(1, 150).Select(length => (level, length))).ListOf().Select(
            runs => new Loudness(runs.SelectMany(run => Enumerable.Repeat((byte)run.level, run.length)).ToArray()));

    private static byte[] Level(double decibels, int frames) =>
        [.. Enumerable.Repeat(Loudness.LevelOf(Math.Pow(10, decibels / 10)), frames)];

    private static byte[] Repeat(int times, byte[] levels) =>
        [.. Enumerable.Repeat(levels, times).SelectMany(part => part)];
}
