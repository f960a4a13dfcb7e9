using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Functions.Storage;
using Yttl.Functions.UrlLists;
using Yttl.TestKit;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;
using Yttl.Workflows.UrlLists;

namespace Yttl.Functions.Specs.Storage;

public sealed class BlobStoresSpecs(Azurite azurite) : IClassFixture<Azurite>
{
    private BlobArtifactStore Artifacts => new(azurite.Containers);

    private BlobStepMemory Memory => new(azurite.Containers, Artifacts, NullLogger<BlobStepMemory>.Instance);

    [AzuriteFact]
    public async Task Content_is_a_blob_named_by_its_hash_and_read_back()
    {
        var reference = await WriteAsync("Grüße");

        reference.ShouldBe(ArtifactRef.OfHash(SHA256.HashData(Encoding.UTF8.GetBytes("Grüße"))));
        (await ReadAsync(reference)).ShouldBe("Grüße");
        (await NamesAsync("artifacts")).ShouldContain($"{reference.ToString()[..2]}/{reference}");
    }

    [AzuriteFact]
    public async Task The_same_content_from_many_at_once_is_one_blob_and_none_fails()
    {
        var references = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => WriteAsync("the same")));

        (await ReadAsync(references.Distinct().ShouldHaveSingleItem())).ShouldBe("the same");
    }

    [AzuriteFact]
    public async Task Content_larger_than_any_buffer_goes_through()
    {
        var content = new byte[9_000_001];
        new Random(7).NextBytes(content);

        var reference = await Artifacts.WriteAsync(
            (stream, token) => stream.WriteAsync(content, token).AsTask(), CancellationToken.None);

        await using var stored = await Artifacts.OpenReadAsync(reference, CancellationToken.None);
        (await SHA256.HashDataAsync(stored)).ShouldBe(SHA256.HashData(content));
    }

    [AzuriteFact]
    public async Task A_journal_holds_the_lines_that_many_add_at_once()
    {
        var journal = new BlobRunJournal(azurite.Containers, NullLogger<BlobRunJournal>.Instance);
        var run = new RunId("parent:3");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(index => journal.AddAsync(
            run,
            new JournalLine { Step = new StepRecord($"step {index}", DateTimeOffset.UnixEpoch.AddYears(40), TimeSpan.Zero) },
            CancellationToken.None)));

        (await journal.ReadAsync(run, CancellationToken.None)).ShouldHaveSingleItem()
            .Steps.Select(step => step.Name).Order().ShouldBe(Enumerable.Range(0, 8).Select(index => $"step {index}"));
        (await journal.ReadAsync(new RunId("another"), CancellationToken.None)).ShouldBeEmpty();
    }

    [AzuriteFact]
    public async Task A_run_that_is_forgotten_takes_the_journals_of_its_parts_along_and_no_other()
    {
        var journal = new BlobRunJournal(azurite.Containers, NullLogger<BlobRunJournal>.Instance);
        string[] runs = ["gone", "gone:0", "gone:11", "gone-2", "gone2"];
        foreach (var run in runs)
            await journal.AddAsync(
                new RunId(run), new JournalLine { Session = DateTimeOffset.UnixEpoch }, CancellationToken.None);

        await journal.DeleteAsync(new RunId("gone"), CancellationToken.None);

        var kept = await Task.WhenAll(runs.Select(run => journal.ReadAsync(new RunId(run), CancellationToken.None)));
        kept.Select(sessions => sessions.Count).ShouldBe([0, 0, 0, 1, 1]);
    }

    [AzuriteFact]
    public async Task Content_that_is_gone_is_said_to_be_and_not_for_a_moment()
    {
        var reference = ArtifactRef.OfHash(SHA256.HashData("never written"u8));

        var failure = await Should.ThrowAsync<YttlException>(() => Artifacts.OpenReadAsync(reference, CancellationToken.None));

        failure.Failure.Code.ShouldBe("artifact.missing");
        failure.Transient.ShouldBeFalse();
    }

    [AzuriteFact]
    public async Task What_one_instance_has_done_another_finds()
    {
        var (key, content) = (StepKey.From("a step", 1, "{}"), await WriteAsync("a result"));
        await Memory.KeepAsync(key, Remembered(content), CancellationToken.None);

        var found = await Memory.FindAsync(key, CancellationToken.None);

        found!.Json.ShouldBe("{}");
        found.Content.ShouldBe([content]);
        (await Memory.FindAsync(StepKey.From("a step", 2, "{}"), CancellationToken.None)).ShouldBeNull();
    }

    [AzuriteFact]
    public async Task What_points_at_expired_content_or_is_damaged_is_not_remembered()
    {
        var (expired, damaged) = (StepKey.From("expired", 1, "{}"), StepKey.From("damaged", 1, "{}"));
        await Memory.KeepAsync(
            expired, Remembered(ArtifactRef.OfHash(SHA256.HashData("expired"u8))), CancellationToken.None);
        await azurite.Containers.Of(damaged).UploadAsync(new BinaryData("null"));

        (await Memory.FindAsync(expired, CancellationToken.None)).ShouldBeNull();
        (await Memory.FindAsync(damaged, CancellationToken.None)).ShouldBeNull();
    }

    [AzuriteFact]
    public async Task Audio_is_uploaded_once_and_chunks_are_ranges_of_it()
    {
        using var scratch = new TempFolder();
        var file = scratch.PathOf("audio.pcm");
        await File.WriteAllBytesAsync(file, [.. Enumerable.Range(0, 2000).Select(index => (byte)(index % 251))]);
        var (store, audio) = (new BlobAudioStore(azurite.Containers), new AudioRef(new string('a', 64), 1000));

        await store.KeepAsync(audio, file, CancellationToken.None);

        File.Exists(file).ShouldBeFalse();
        (await SamplesAsync(store, audio, 10, 13)).ShouldBe([20, 21, 22, 23, 24, 25]);
        (await SamplesAsync(store, audio, 1000, 1000)).ShouldBeEmpty();
        await store.DeleteAsync(audio, CancellationToken.None);
        await store.DeleteAsync(audio, CancellationToken.None);
        var gone = await Should.ThrowAsync<YttlException>(() => store.OpenReadAsync(audio, 0, 1, CancellationToken.None));
        gone.Failure.Code.ShouldBe("audio.missing");
    }

    [AzuriteFact]
    public async Task The_results_of_a_list_are_replaced_as_a_whole_under_its_name()
    {
        var blob = new UrlListResultsBlob(azurite.Containers);
        var meanwhile = new UrlListResults("talks/monday.txt", false, [], []);

        await blob.WriteAsync(meanwhile, CancellationToken.None);
        await blob.WriteAsync(meanwhile with { IsFinal = true }, CancellationToken.None);

        (await NamesAsync("url-list-results")).ShouldContain("talks/monday.txt.json");
        var json = await azurite.Containers.ResultsOf("talks/monday.txt").DownloadContentAsync();
        json.Value.Content.ToString().ShouldContain("\"isFinal\":true");
    }

    private static RememberedResult Remembered(ArtifactRef content) => new("a step", "{}", [content], DateTimeOffset.UnixEpoch);

    private Task<ArtifactRef> WriteAsync(string text) => Artifacts.WriteAsync(
        (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(text), token).AsTask(), CancellationToken.None);

    private async Task<string> ReadAsync(ArtifactRef reference)
    {
        using var reader = new StreamReader(await Artifacts.OpenReadAsync(reference, CancellationToken.None));
        return await reader.ReadToEndAsync();
    }

    private async Task<List<string>> NamesAsync(string container)
    {
        var names = new List<string>();
        await foreach (var blob in azurite.Blobs.GetBlobContainerClient(container).GetBlobsAsync(new GetBlobsOptions()))
            names.Add(blob.Name);
        return names;
    }

    private static async Task<byte[]> SamplesAsync(BlobAudioStore store, AudioRef audio, long first, long end)
    {
        await using var stream = await store.OpenReadAsync(audio, first, end, CancellationToken.None);
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer);
        return buffer.ToArray();
    }
}
