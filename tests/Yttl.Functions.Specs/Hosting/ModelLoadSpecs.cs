using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;
using Yttl.Core.Settings;
using Yttl.Core.Speech;
using Yttl.Functions.Hosting;
using Yttl.Functions.Http;
using Yttl.Functions.Specs.Http;
using Yttl.Functions.Specs.Storage;
using Yttl.Functions.Storage;
using Yttl.TestKit;
using Yttl.TestKit.Http;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Specs.Hosting;

/// <summary>What the scale rules of the model servers are told, with several instances of the app.</summary>
public sealed partial class ModelLoadSpecs(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly TimeSpan Tick = ModelLoadReporter.Interval;

    [AzuriteFact]
    public async Task Calls_that_run_and_wait_are_summed_over_all_instances_and_fall_when_they_end()
    {
        await using var server = await HangingAsync();
        using var stop = new CancellationTokenSource();
        await using var first = await Instance.StartAsync(azurite.Containers, server);
        await using var second = await Instance.StartAsync(azurite.Containers, server);
        (await ReadAsync(first)).ShouldBe("""{"speech":{"running":0,"waiting":0},"summaries":{"running":0,"waiting":0}}""");

        var calls = await first.CallAsync(3, stop.Token);
        await second.CallAsync(1, CancellationToken.None);
        await first.TickAsync();
        await second.TickAsync();
        (await ReadAsync(second)).ShouldBe("""{"speech":{"running":2,"waiting":2},"summaries":{"running":0,"waiting":0}}""");

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => calls);
        await first.TickAsync();
        await second.TickAsync();
        (await ReadAsync(second)).ShouldBe("""{"speech":{"running":1,"waiting":0},"summaries":{"running":0,"waiting":0}}""");

        await second.Reporter.StopAsync(CancellationToken.None);
        (await ReadAsync(first)).ShouldBe("""{"speech":{"running":0,"waiting":0},"summaries":{"running":0,"waiting":0}}""");
    }

    [AzuriteFact]
    public async Task An_instance_that_died_is_counted_for_a_minute_and_no_longer()
    {
        await using var server = await HangingAsync();
        await using var dies = await Instance.StartAsync(azurite.Containers, server);
        await using var lives = await Instance.StartAsync(azurite.Containers, server);
        await dies.CallAsync(1, CancellationToken.None);
        await lives.CallAsync(1, CancellationToken.None);
        await dies.TickAsync();
        while (lives.Time.GetUtcNow() - dies.Time.GetUtcNow() < BlobModelLoad.Expiry)
            await lives.TickAsync();
        (await RunningAsync(lives)).ShouldBe(2);

        await lives.TickAsync();
        (await RunningAsync(lives)).ShouldBe(1);

        async Task<int> RunningAsync(Instance instance) =>
            (await instance.Loads.SumAsync(CancellationToken.None)).Speech.Running;
    }

    [AzuriteFact]
    public async Task A_provider_s_service_that_scales_by_itself_has_no_calls_here()
    {
        await using var server = await HangingAsync();
        await using var instance = await Instance.StartAsync(azurite.Containers, server, onDemand: false);

        await instance.CallAsync(1, CancellationToken.None);

        (instance.Models.HasServersOnDemand, instance.Models.Load().Speech).ShouldBe((false, new CallLoad(0, 0)));
    }

    [Fact]
    public async Task Without_storage_no_number_is_answered_and_the_instance_goes_on()
    {
        await using var server = await HangingAsync();
        await using var account = await LoopbackServer.StartAsync(context =>
        {
            // The storage client throws the reader's own exception for an answer that claims to be JSON and is none.
            context.Response.ContentType = context.Request.Method == "GET" ? "text/plain" : "application/json";
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await using var instance = await Instance.StartAsync(Unavailable(account), server);
        await instance.CallAsync(1, CancellationToken.None);

        await instance.TickAsync();
        await instance.TickAsync();
        var answer = await AnswerAsync(instance);

        account.Requests.Count(request => request.StartsWith("PUT", StringComparison.Ordinal)).ShouldBe(2);
        (answer.Status, JsonDocument.Parse(answer.Body).RootElement.GetProperty("code").GetString()).ShouldBe((503, "load.read"));
    }

    [Fact]
    public void Every_scale_rule_reads_a_number_that_is_answered_where_it_is_asked_for()
    {
        var document = JsonSerializer.SerializeToElement(
            ModelLoadDocument.None, ApiJson.Default.ModelLoadDocument);
        var rules = ValueLine().Matches(File.ReadAllText(Repository.PathOf("infra/modules/model-servers.bicep")));

        rules.Select(rule => rule.Groups["path"].Value).ShouldBe(["speech.running", "summaries.running"]);
        foreach (Match rule in rules)
            rule.Groups["path"].Value.Split('.')
                .Aggregate(document, (value, name) => value.GetProperty(name)).ValueKind.ShouldBe(JsonValueKind.Number);
        File.ReadAllText(Repository.PathOf("infra/main.bicep")).ShouldContain("/api/model-load'");
        File.ReadAllText(Repository.PathOf("infra/hooks/allow-scaling.sh")).ShouldContain("--function-name ModelLoad ");
    }

    private static Task<LoopbackServer> HangingAsync() =>
        LoopbackServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

    private static async Task<string> ReadAsync(Instance instance)
    {
        var answer = await AnswerAsync(instance);
        answer.Status.ShouldBe(200);
        return answer.Body;
    }

    private static async Task<HttpAnswer> AnswerAsync(Instance instance) => await HttpAnswer.Of(
        await new ModelLoadHttp(instance.Loads).ShowAsync(HttpRequests.Of(), CancellationToken.None));

    private static BlobContainers Unavailable(LoopbackServer account)
    {
        var options = BlobAccount.Options();
        options.Retry.MaxRetries = 0;
        return new BlobContainers(new BlobServiceClient(
            $"DefaultEndpointsProtocol=http;AccountName=some;AccountKey=AAAA;BlobEndpoint={account.Url}some;", options));
    }

    [GeneratedRegex("loadValue: '(?<path>[^']+)'")]
    private static partial Regex ValueLine();

    /// <summary>One instance of the app: its clients, its report and its clock.</summary>
    private sealed class Instance : IAsyncDisposable
    {
        private readonly ServiceProvider _services;

        private Instance(BlobContainers containers, LoopbackServer server, bool onDemand)
        {
            _services = CompositionSpecs.Services(
                ("YTTL_WHISPER_BASE_URL", $"{server.Url}v1"), ("YTTL_WHISPER_MODEL", "turbo"),
                ("YTTL_MAX_CONCURRENT_WHISPER", "1"), ("YTTL_MODELS_ON_DEMAND", onDemand ? "true" : "false"));
            Models = new ModelClients(_services.GetRequiredService<Configuration>(), TimeProvider.System);
            Loads = new BlobModelLoad(containers, Time);
            Reporter = new ModelLoadReporter(Models, Loads, Time, NullLogger<ModelLoadReporter>.Instance);
        }

        public ManualTime Time { get; } = new();

        public ModelClients Models { get; }

        public BlobModelLoad Loads { get; }

        public ModelLoadReporter Reporter { get; }

        public static async Task<Instance> StartAsync(BlobContainers containers, LoopbackServer server, bool onDemand = true)
        {
            var instance = new Instance(containers, server, onDemand);
            await instance.Reporter.StartAsync(CancellationToken.None);
            return instance;
        }

        /// <returns>Ends with the calls, none of which is answered.</returns>
        public async Task<Task> CallAsync(int count, CancellationToken cancellationToken)
        {
            var upload = new SpeechUpload(new byte[64], SpeechEncoding.Wav, TimeSpan.FromSeconds(1), Language: null);
            var calls = Task.WhenAll(Enumerable.Range(0, count)
                .Select(_ => Models.Speech!.TranscribeAsync(upload, cancellationToken)));
            await Eventually.HoldsAsync(() => Models.Speech!.Load == new CallLoad(1, count - 1));
            return calls;
        }

        /// <summary>Returns when the report that falls due is made.</summary>
        public async Task TickAsync()
        {
            await Time.PendingAsync(Tick);
            Time.Advance(Tick);
            await Time.PendingAsync(Tick);
        }

        public async ValueTask DisposeAsync()
        {
            await Reporter.StopAsync(CancellationToken.None);
            Reporter.Dispose();
            Models.Dispose();
            await _services.DisposeAsync();
        }
    }
}
