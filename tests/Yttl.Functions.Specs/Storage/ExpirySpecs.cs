using System.Collections.Concurrent;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Measuring;
using Yttl.Functions.Specs.Engine;
using Yttl.Functions.Storage;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Specs.Storage;

/// <summary>
/// Content that the storage account deletes by its last access, which a read is and a question for properties is not.
/// </summary>
public sealed class ExpirySpecs : IClassFixture<Azurite>
{
    private readonly Azurite _azurite;
    private readonly Recorder _recorder = new();
    private readonly BlobContainers _containers = null!;

    public ExpirySpecs(Azurite azurite)
    {
        _azurite = azurite;
        if (AzuriteProcess.Program is null)
            return;
        var options = new BlobClientOptions();
        options.AddPolicy(_recorder, HttpPipelinePosition.PerCall);
        _containers = new BlobContainers(azurite.Connect(options));
    }

    private BlobArtifactStore Artifacts => new(_containers);

    [AzuriteFact]
    public async Task A_step_runs_anew_when_the_content_of_its_remembered_result_has_expired()
    {
        var (calls, log) = (0, new Notes());
        var steps = new StepTable().Bind(Steps.ReadCaptions, async (_, _) =>
        {
            calls++;
            return new CaptionsOutcome(
                new TranscriptRef(await WriteAsync("a transcript"), Refs.English, 1, TimeSpan.FromMinutes(1)), [], null);
        });
        var memory = new BlobStepMemory(_containers, Artifacts, log);
        var execution = new StepExecution(steps, new StepCache(memory, Reuse.Everything, () => DateTimeOffset.UnixEpoch));
        var first = await RunAsync();
        await RunAsync();
        calls.ShouldBe(1);
        log.Lines.ShouldBeEmpty();

        await _azurite.Containers.Of(first.Transcript!.Content).DeleteAsync();
        (await RunAsync()).Transcript.ShouldBe(first.Transcript);
        await RunAsync();

        calls.ShouldBe(2);
        log.Lines.ShouldHaveSingleItem().ShouldContain($"its content {first.Transcript.Content} is missing");
        (await Artifacts.TouchAsync(first.Transcript.Content, CancellationToken.None)).ShouldBeTrue();

        Task<CaptionsOutcome> RunAsync() => execution.RunAsync(
            Steps.ReadCaptions, new CaptionsRequest(Refs.Some, Refs.English), new Unrecorded(), CancellationToken.None);
    }

    [AzuriteTheory]
    [InlineData("a result")]
    [InlineData("")]
    public async Task Remembered_work_that_is_found_keeps_all_its_content(string content)
    {
        var memory = new BlobStepMemory(_containers, Artifacts, NullLogger<BlobStepMemory>.Instance);
        var key = StepKey.From("a step", 1, content);
        ArtifactRef[] all = [await WriteAsync(content), await WriteAsync("another result")];
        await memory.KeepAsync(key, new RememberedResult("a step", "{}", all, DateTimeOffset.UnixEpoch), CancellationToken.None);
        _recorder.Requests.Clear();

        (await memory.FindAsync(key, CancellationToken.None)).ShouldNotBeNull();

        foreach (var reference in all)
            _recorder.Requests.ShouldContain($"GET {reference}");
    }

    [AzuriteFact]
    public async Task Content_that_is_written_again_is_read_and_not_sent_again()
    {
        var reference = await WriteAsync("written twice");
        _recorder.Requests.Clear();

        (await WriteAsync("written twice")).ShouldBe(reference);

        _recorder.Requests.ShouldContain($"GET {reference}");
    }

    [AzuriteFact]
    public async Task Content_that_expires_while_it_is_written_again_is_there_afterwards()
    {
        var reference = await WriteAsync("expires at once");
        _recorder.BeforeRead = () => _azurite.Containers.Of(reference).DeleteIfExists();

        await WriteAsync("expires at once");

        _recorder.BeforeRead = () => { };
        (await Artifacts.TouchAsync(reference, CancellationToken.None)).ShouldBeTrue();
    }

    private Task<ArtifactRef> WriteAsync(string text) => Artifacts.WriteAsync(
        (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(text), token).AsTask(), CancellationToken.None);

    /// <summary>The method and the last part of the address of every call.</summary>
    private sealed class Recorder : HttpPipelineSynchronousPolicy
    {
        public ConcurrentQueue<string> Requests { get; } = new();

        public Action BeforeRead { get; set; } = () => { };

        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Method == RequestMethod.Get)
                BeforeRead();
            var path = message.Request.Uri.Path;
            Requests.Enqueue($"{message.Request.Method} {path[(path.LastIndexOf('/') + 1)..]}");
        }
    }

    private sealed class Notes : ILogger<BlobStepMemory>
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));
    }

    private sealed class Unrecorded : IStepRecorder
    {
        public StepTracker? Begin(string step) => null;

        public Task AddAsync(StepRecord step) => Task.CompletedTask;
    }
}
