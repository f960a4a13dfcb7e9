using System.Text.Json;
using Yttl.Core.Chunking;

namespace Yttl.Core.Specs.Json;

public sealed class DamagedNumberSpecs
{
    private static readonly Chunk Good = new(
        0, TimeSpan.Zero, TimeSpan.FromSeconds(30), TimeSpan.Zero, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(29),
        new Cut(CutReason.Edge, TimeSpan.Zero, 0), new Cut(CutReason.Silence, TimeSpan.FromSeconds(1), 12.5));

    [Theory]
    [InlineData("12.5", "1e999")]
    [InlineData("29", "1e300")]
    [InlineData("29", "-922337203685478")]
    [InlineData("29", "\"29\"x")]
    public void A_number_outside_its_range_is_damage(string number, string damaged)
    {
        var plan = new ChunkPlan(
            ChunkStrategy.Fixed, [Good], [], TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(29), 1,
            TimeSpan.FromSeconds(5), "1 worker", null);
        var json = JsonSerializer.Serialize(plan, ChunkingJson.Default.ChunkPlan);
        json.ShouldContain(number);
        JsonSerializer.Deserialize(json, ChunkingJson.Default.ChunkPlan).ShouldNotBeNull().Chunks.ShouldBe([Good]);

        Should.Throw<JsonException>(() => JsonSerializer.Deserialize(
            json.Replace(number, damaged, StringComparison.Ordinal), ChunkingJson.Default.ChunkPlan));
    }
}
