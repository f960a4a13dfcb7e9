using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Failures;
using Yttl.Core.Sources;
using Yttl.Functions.Specs.Engine;
using Yttl.Functions.Specs.Hosting;
using Yttl.Functions.UrlLists;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Http;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs;
using Yttl.Workflows.UrlLists;

namespace Yttl.Functions.Specs.Http;

/// <summary>The ids under which an account holds runs: who changes one makes the same request another run.</summary>
public sealed class GoldenRunIdsSpecs
{
    private const string Every = """
        {
          "language": "de", "outputLanguage": "pt-BR", "length": "long", "style": "bullets", "playlist": true,
          "sponsorblock": ["sponsor", "selfpromo"], "chunkSizeStrategy": "fixed", "forceTranscribe": true,
          "callback": "https://example.org/done"
        }
        """;

    private readonly StringBuilder _ids = new();

    [Fact]
    public async Task The_id_of_every_kind_of_request_is_what_it_was()
    {
        await using var plain = CompositionSpecs.Services();
        await using var models = CompositionSpecs.Services(
            ("YTTL_LLM_BASE_URL", "http://llama.internal/v1"), ("YTTL_LLM_MODEL", "qwen"),
            ("YTTL_WHISPER_BASE_URL", "http://whisper.internal/v1"), ("YTTL_WHISPER_MODEL", "turbo"),
            ("YTTL_MODELS_ON_DEMAND", "true"), ("YTTL_CALLBACK_SECRET", "of both"));

        Add("video", plain, Runs.Talk, null);
        Add("video, models", models, Runs.Talk, null);
        Add("video, models, every option", models, Runs.Talk, Every);
        Add("list", plain, "https://www.youtube.com/playlist?list=PLrAXtmErZgOeiKm4sgNOknGvNjby9efdf", null);
        Add("list of a video, models, every option", models, $"{Runs.Talk}&list=PLrAXtmErZgOeiKm4sgNOknGvNjby9efdf", Every);
        foreach (var id in await IdsOfListAsync(plain.GetRequiredService<HostDefaults>()))
            _ids.Append("line of an uploaded list: ").Append(id).Append('\n');

        Golden.Matches("run-ids.txt", _ids.ToString());
    }

    private void Add(string name, ServiceProvider services, string source, string? options)
    {
        var asked = options is null ? null
            : JsonSerializer.Deserialize($"{{\"source\":\"\",\"options\":{options}}}", ApiJson.Default.SummaryBody)!.Options;
        var start = services.GetRequiredService<HostDefaults>().Plan(Source.Parse(source), asked);
        _ids.Append(name).Append(": ").Append(start.Id).Append('\n');
    }

    private static async Task<IEnumerable<RunId>> IdsOfListAsync(HostDefaults defaults)
    {
        var written = new ConcurrentQueue<UrlListResults>();
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps().Bind(Steps.WriteUrlListResults, (results, _) =>
        {
            written.Enqueue(results);
            return Task.FromResult(new PlainOutcome());
        }));
        var trigger = new UrlListTrigger(
            defaults, new InMemoryArtifactStore(), new InMemoryRunJournal(), TimeProvider.System, NullLogger<UrlListTrigger>.Instance);
        await trigger.FeedAsync(
            "talks.txt",
            new MemoryStream(Encoding.UTF8.GetBytes($"# talks\n{Runs.Talk}\n")),
            DateTimeOffset.UtcNow,
            app.Client,
            CancellationToken.None);
        await foreach (var instance in app.Client.GetAllInstancesAsync())
            if (instance.Name == FeedUrlListWorkflow.Definition.Name)
                await app.ResultOfAsync(FeedUrlListWorkflow.Definition, instance.InstanceId);
        return written.Last().Accepted.Select(line => line.Id);
    }
}
