using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Search;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.TestKit.Fuzzing;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Specs.Fuzzing;

/// <summary>What lies under <c>YTTL_HOME</c> after a crash, a full disk, or an edit by hand.</summary>
public sealed class HomeFuzzSpecs(ITestOutputHelper output) : IDisposable
{
    private static readonly RunId Id = new("3f2a");

    private static readonly StepKey Key = StepKey.From("a step", 1, "{}");

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
                    var leftOut = 0;
                    var listed = runs.NewestFirst(_ => leftOut++).ToList();
                    (listed.Count + leftOut).ShouldBe(1);
                    return listed.Count == 1;
                }),
            output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_remembered_entry_is_used_as_it_was_or_dropped(bool withItsChecksum)
    {
        var artifacts = new FileArtifactStore(_home.Path);
        var memory = new FileStepMemory(_home.Path, artifacts, NullLogger.Instance);
        var summary = await artifacts.WriteAsync((stream, _) => stream.WriteAsync("text"u8.ToArray(), default).AsTask(), default);
        await memory.KeepAsync(Key, new RememberedResult("a step", """{"text":"é"}""", [summary], DateTimeOffset.UnixEpoch), default);
        var path = Directory.GetFiles(_home.PathOf("memory"), "*", SearchOption.AllDirectories).Single();
        var entry = await File.ReadAllBytesAsync(path);
        var hash = entry.AsSpan().IndexOf((byte)'\n') + 1;

        Fuzz.Check(
            new FuzzTarget(
                "remembered entry",
                [withItsChecksum ? entry[hash..] : entry],
                FuzzBytes.Of(
                    "{", "}", "[", "]", ":", ",", "\"", "\n", "null", "\"step\": ", "\"json\": ", "\"content\": ", "\"made\": ",
                    $"\"{summary}\"", "\"../../etc/passwd\"", "\"00\""),
                input =>
                {
                    File.WriteAllBytes(path, withItsChecksum ? Checked(input) : input);
                    var found = memory.FindAsync(Key, default).GetAwaiter().GetResult();
                    File.Exists(path).ShouldBe(found is not null);
                    if (found is not null && !withItsChecksum)
                        input.ShouldBe(entry);
                    return found is not null;
                }),
            output);
    }

    [Fact]
    public async Task Content_that_was_damaged_is_not_built_on()
    {
        var artifacts = new FileArtifactStore(_home.Path);
        var memory = new FileStepMemory(_home.Path, artifacts, NullLogger.Instance);
        var content = "The first sailors had no clock."u8.ToArray();
        var summary = await artifacts.WriteAsync((stream, token) => stream.WriteAsync(content, token).AsTask(), default);
        var path = Directory.GetFiles(_home.PathOf("artifacts"), "*", SearchOption.AllDirectories).Single();

        Fuzz.Check(
            new FuzzTarget(
                "stored content",
                [content],
                FuzzBytes.Of("clock", "\n", " "),
                input =>
                {
                    memory.KeepAsync(Key, new RememberedResult("a step", "{}", [summary], DateTimeOffset.UnixEpoch), default)
                        .GetAwaiter().GetResult();
                    File.WriteAllBytes(path, input);
                    var found = memory.FindAsync(Key, default).GetAwaiter().GetResult();
                    (found is not null).ShouldBe(input.AsSpan().SequenceEqual(content));
                    return found is not null;
                }),
            output);
    }

    [Fact]
    public void The_windows_that_were_found_are_known_or_found_again() => Fuzz.Check(
        new FuzzTarget(
            "windows",
            FuzzBytes.Of("""{"openai api.openai.com m":23,"groq x m":4}"""),
            FuzzBytes.Of("{", "}", ":", ",", "\"", "null", "\"openai api.openai.com m\": ", "-1", "0"),
            input =>
            {
                _home.Write("windows.json", "");
                File.WriteAllBytes(_home.PathOf("windows.json"), input);
                var memory = new FileWindowMemory(_home.Path);
                var known = memory.Recall("openai api.openai.com m");
                if (known is not null)
                    known.Value.ShouldBeGreaterThanOrEqualTo(1);
                memory.Keep("new", 7);
                memory.Recall("new").ShouldBe(7);
                return known is not null;
            }),
        output);

    [Fact]
    public void Words_to_search_for_are_read_or_refused() => Fuzz.Check(
        new FuzzTarget(
            "search words",
            FuzzBytes.Of("zurich summar", "日本 longitude", "Ärger"),
            FuzzBytes.Of(" ", "a", "longitude", "日", "\u0301", "ﬁ", "ß", "\u200D"),
            input =>
            {
                var words = SearchWords.Parse(FuzzBytes.Text(input));
                words.MissingIn(SearchText.Fold("Zürich, 日本: the longitude was summarised."));
                words.FirstIn("Zürich, 日本: the longitude was summarised.").ShouldBeGreaterThanOrEqualTo(0);
                return true;
            }),
        output);

    /// <summary>As if the damage had been done before it was written.</summary>
    private static byte[] Checked(byte[] json) =>
        [.. Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(json)) + '\n'), .. json];
}
