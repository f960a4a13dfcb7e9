using System.Text;
using System.Text.Json;
using Yttl.Functions.Storage;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Runs;

namespace Yttl.Functions.Specs.Storage;

/// <summary>What a blob of remembered work is read as; no storage is needed for it.</summary>
public sealed class RememberedBlobSpecs
{
    private static readonly RememberedResult Whole = new("a step", "{}", [], DateTimeOffset.UnixEpoch);

    [Fact]
    public void What_was_written_whole_is_read() =>
        BlobStepMemory.Read(JsonSerializer.SerializeToUtf8Bytes(Whole, RunsJson.Default.RememberedResult))!.Step.ShouldBe("a step");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{ \"step\": ")]
    [InlineData("{ \"step\": \"a step\", \"json\": \"{}\", \"content\": null }")]
    public void What_is_damaged_is_not_remembered(string blob) =>
        BlobStepMemory.Read(Encoding.UTF8.GetBytes(blob)).ShouldBeNull();
}
