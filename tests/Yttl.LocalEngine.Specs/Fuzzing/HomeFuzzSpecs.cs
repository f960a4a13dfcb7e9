using Xunit.Abstractions;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.LocalEngine.Search;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.TestKit.Fuzzing;
using Yttl.Workflows;

namespace Yttl.LocalEngine.Specs.Fuzzing;

/// <summary>What lies under <c>YTTL_HOME</c> after a crash, a full disk, or somebody's editor.</summary>
public sealed class HomeFuzzSpecs(ITestOutputHelper output) : IDisposable
{
    private static readonly RunId Id = new("3f2a");

    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_run_record_is_listed_or_left_out_with_a_reason()
    {
        var runs = new RunStore(_home.Path, new ManualTime());
        await runs.EndAsync(
            new VideoResult(
                Id, "talk.mp4", RunStatus.Partial, "talk", "A talk", null, [], 0, ["a note"],
                new Failure(FailureCategory.Api, "a.code", "Failed.")),
            default);
        var path = _home.PathOf("runs/3f2a.json");
        var seed = await File.ReadAllBytesAsync(path);

        Fuzz.Check(
            new FuzzTarget(
                "run record",
                [seed],
                FuzzBytes.Of(
                    "{", "}", "[", "]", ":", ",", "\"", "null", "\"state\": \"running\"", "\"id\": ", "\"result\": "),
                input =>
                {
                    File.WriteAllBytes(path, input);
                    var listing = runs.ListAsync(default).GetAwaiter().GetResult();
                    (listing.Runs.Count + listing.Unreadable.Count).ShouldBe(1);
                    return listing.Runs.Count == 1;
                }),
            output);
    }

    [Fact]
    public void Words_to_search_for_are_read_or_refused() => Fuzz.Check(
        new FuzzTarget(
            "search words",
            FuzzBytes.Of("zurich summar", "日本 longitude", "Ärger"),
            FuzzBytes.Of(" ", "a", "longitude", "日", "\u0301", "ﬁ", "ß", "\u200D"),
            input =>
            {
                var words = SearchWords.Parse(FuzzBytes.Text(input));
                words.AllIn("Zürich, 日本: the longitude was summarised.");
                words.FirstIn("Zürich, 日本: the longitude was summarised.").ShouldBeGreaterThanOrEqualTo(0);
                return true;
            }),
        output);
}
