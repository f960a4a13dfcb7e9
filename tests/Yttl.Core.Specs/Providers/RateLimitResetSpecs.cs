using Yttl.Core.Providers;

namespace Yttl.Core.Specs.Providers;

/// <summary>How long until an allowance is full again.</summary>
public sealed class RateLimitResetSpecs
{
    [Theory]
    [InlineData("6m0s", 360.0)]
    [InlineData("1.5s", 1.5)]
    [InlineData("20ms", 0.02)]
    [InlineData("1h2m3.5s", 3723.5)]
    [InlineData("7", 7.0)]
    [InlineData("99999999h", 604_800.0)]
    [InlineData("250µs", 0.00025)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("soon", null)]
    [InlineData("-5s", null)]
    [InlineData("5s and more", null)]
    [InlineData("1.5", 1.5)]
    public void A_duration_is_read_as_go_writes_it(string? text, double? seconds) =>
        (RateLimitReset.Duration(text)?.TotalSeconds).ShouldBe(seconds);

    [Fact]
    public void The_allowance_that_is_used_up_says_how_long() => Read(
        ("x-ratelimit-remaining-requests", "12"), ("x-ratelimit-reset-requests", "9s"),
        ("x-ratelimit-remaining-tokens", "0"), ("x-ratelimit-reset-tokens", "4s")).ShouldBe(TimeSpan.FromSeconds(4));

    [Fact]
    public void Where_none_is_known_to_be_used_up_the_longest_counts() => Read(
        ("x-ratelimit-reset-requests", "9s"), ("x-ratelimit-reset-tokens", "4s")).ShouldBe(TimeSpan.FromSeconds(9));

    [Fact]
    public void Without_headers_there_is_nothing_to_say() => Read().ShouldBeNull();

    [Theory]
    [InlineData("1767225607000", 7.0)]
    [InlineData("1767225607", 7.0)]
    [InlineData("1767225607.5", 7.5)]
    [InlineData("1767225500", 0.0)]
    [InlineData("99999999999999999999999999", 604_800.0)]
    [InlineData("2026-01-01T00:00:07Z", 7.0)]
    [InlineData("2026-01-01T01:00:07+01:00", 7.0)]
    [InlineData("Thu, 01 Jan 2026 00:00:07 GMT", 7.0)]
    [InlineData("33011.382867", 33_011.382867)]
    [InlineData("6m0s", 360.0)]
    [InlineData("2026-13-45T00:00:00Z", null)]
    [InlineData("tomorrow", null)]
    [InlineData("-7", null)]
    [InlineData("NaN", null)]
    public void A_time_is_read_as_well_as_a_duration(string text, double? seconds) =>
        (RateLimitReset.Until(text, Now)?.TotalSeconds).ShouldBe(seconds);

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static TimeSpan? Read(params (string Name, string Value)[] headers) =>
        RateLimitReset.Read(name => headers.FirstOrDefault(header => header.Name == name).Value, Now);
}
