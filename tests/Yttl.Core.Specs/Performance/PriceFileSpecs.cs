using Yttl.Core.Performance;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Performance;

public sealed class PriceFileSpecs
{
    private const string Prices = """{ "currency": "SEK", "models": { "whisper-1": { "audioMinute": 0.06 } } } // mine""";

    [Fact]
    public void Prices_are_a_file_or_the_json_itself()
    {
        using var folder = new TempFolder();
        folder.Write("prices.json", Prices);

        foreach (var source in new[] { Prices, folder.PathOf("prices.json") })
        {
            PriceFile.TryRead(source, out var prices, out _).ShouldBeTrue();
            prices!.Models["whisper-1"].AudioMinute.ShouldBe(0.06m);
        }
    }

    [Theory]
    [InlineData("""{ "currency": "", "models": {} }""")]
    [InlineData("""{ "currency": "SEK", "models": { "whisper-1": { "audioMinute": -1 } } }""")]
    [InlineData("""{ "currency": "SEK", "model": {} }""")]
    [InlineData("{")]
    [InlineData("/nowhere/prices.json")]
    public void Prices_that_cannot_be_read_are_named(string source)
    {
        PriceFile.TryRead(source, out var prices, out var problem).ShouldBeFalse();
        prices.ShouldBeNull();
        problem.ShouldStartWith($"the prices in '{source}' cannot be read: ");
    }
}
