using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Segments;

namespace Yttl.Core.Specs.Json;

public sealed class SecondsSpecs
{
    private const long Longest = 922_337_203_685_477;

    private static readonly Arbitrary<long> Milliseconds = Gen.OneOf(
        Gen.Choose(-2_000, 2_000_000).Select(number => (long)number),
        Gen.Choose(0, int.MaxValue).Two().Select(pair => (pair.Item1 * (long)int.MaxValue + pair.Item2) % Longest),
        Gen.Elements(0, 1, 10, 100, 999, 1000, 1001, Longest, -Longest)).ToArbitrary();

    [Fact]
    public void A_time_is_the_decimal_number_of_its_seconds() => Prop.ForAll(Milliseconds, milliseconds =>
    {
        var written = Write(TimeSpan.FromTicks(milliseconds * TimeSpan.TicksPerMillisecond));
        var expected = (milliseconds / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
        return written == expected;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_time_of_a_transcript_is_read_as_it_was_written() => Prop.ForAll(
        Milliseconds.Generator.Where(milliseconds => Math.Abs(milliseconds) < 1L << 40).ToArbitrary(),
        milliseconds =>
        {
            var time = TimeSpan.FromTicks(milliseconds * TimeSpan.TicksPerMillisecond);
            return Read(Write(time)) == time;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1.2344", 1234)]
    [InlineData("1.2346", 1235)]
    [InlineData("12e1", 120_000)]
    [InlineData("1.5E-3", 2)]
    [InlineData("-0.25", -250)]
    [InlineData("000.5", null)]
    [InlineData("1.", null)]
    [InlineData("\"29\"", null)]
    [InlineData("null", null)]
    public void Other_spellings_of_a_number_are_read_too_and_nothing_else(string json, int? milliseconds)
    {
        if (milliseconds is { } expected)
            Read(json).ShouldBe(TimeSpan.FromMilliseconds(expected));
        else
            Should.Throw<JsonException>(() => Read(json));
    }

    private static string Write(TimeSpan time)
    {
        var json = JsonSerializer.Serialize(new SegmentText(time, TimeSpan.Zero, null, []), SegmentsJson.Default.SegmentText);
        return json[(json.IndexOf(':', StringComparison.Ordinal) + 1)..json.IndexOf(',', StringComparison.Ordinal)];
    }

    private static TimeSpan Read(string number) => JsonSerializer.Deserialize(
        $$"""{"start":0,"end":600,"cues":[{"start":{{number}},"end":3,"text":"Yes."}]}""", SegmentsJson.Default.SegmentText)!
        .Cues[0].Start;
}
