using System.Globalization;
using Yttl.Core.Settings;

namespace Yttl.Core.Specs.Settings;

public sealed class ValueParsersSpecs
{
    [Theory]
    [InlineData("auto", null)]
    [InlineData("AUTO", null)]
    [InlineData("1", 1)]
    [InlineData("256", 256)]
    public void Concurrency_is_auto_or_a_number(string text, int? expected)
    {
        ValueParsers.Concurrency.Read(text, out var value).ShouldBeTrue();
        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("257")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1,000")]
    [InlineData("99999999999999999999")]
    [InlineData("five")]
    public void Anything_else_is_no_concurrency(string text) => ValueParsers.Concurrency.Read(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("tr-TR")]
    public void Numbers_and_names_are_read_alike_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            SettingTable.RetryBaseDelay.Parser.Read("1.5", out var delay).ShouldBeTrue();
            delay.ShouldBe(TimeSpan.FromSeconds(1.5));
            SettingTable.RetryBaseDelay.Parser.Read("1,5", out _).ShouldBeFalse();
            SettingTable.RetryBaseDelay.Expected.ShouldBe("a number of seconds from 0 to 30");
            SettingTable.Playlist.Accepts("TRUE").ShouldBeTrue();
            SettingTable.LlmProvider.Accepts("HUGGINGCHAT").ShouldBeTrue();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("localhost:8080")]
    [InlineData("not an address")]
    public void Only_http_addresses_are_addresses(string text) => ValueParsers.Address.Read(text, out _).ShouldBeFalse();

    [Fact]
    public void An_empty_list_is_written_none_where_it_is_allowed()
    {
        SettingTable.SponsorBlock.Parser.Read("none", out var categories).ShouldBeTrue();
        categories.ShouldBeEmpty();
        SettingTable.Format.Accepts("none").ShouldBeFalse();
        SettingTable.Format.Accepts(",").ShouldBeFalse();
    }
}
