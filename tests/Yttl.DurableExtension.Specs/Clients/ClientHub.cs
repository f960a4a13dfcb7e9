using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Yttl.Core.Sources;
using Yttl.DurableExtension.Specs.Hosting;
using Yttl.Functions.Http;
using Yttl.Functions.Specs.Engine;
using Yttl.TestKit;
using Yttl.Workflows.Http;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs;
using Yttl.Workflows.Specs.Memory;

namespace Yttl.DurableExtension.Specs.Clients;

/// <summary>A task hub of its own, with the app's client of it.</summary>
public sealed class ClientHub : IAsyncLifetime
{
    private readonly string _name = SharedStorage.NewHub();

    internal ExtensionHost Host { get; private set; } = null!;

    internal InMemoryRunJournal Journals { get; } = new();

    internal DurableRunHost Runs { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (AzuriteProcess.Program is null)
            return;
        Host = await ExtensionHost.StartAsync(await SharedStorage.ConnectAsync(), _name, new LanguageWorker());
        Runs = new DurableRunHost(Host.Client, new InMemoryArtifactStore(), Journals, TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        if (Host is not null)
            await Host.DisposeAsync();
    }

    /// <param name="root">What is run under this id and those below it goes through these steps.</param>
    internal HostedRun Add(string root, FakePipeline pipeline)
    {
        var run = new HostedRun(root, pipeline.Steps(), new DictionaryMemory(), Journals, TimeProvider.System);
        Host.Worker.Add(root, run);
        return run;
    }

    internal static RunStart Video => new(Functions.Specs.Engine.Runs.Video(), IsList: false);

    internal static RunStart List => new(Functions.Specs.Engine.Runs.Video("list"), IsList: true);

    internal static ListOutcome ListOf(params string[] sources) =>
        new("A list", [.. sources.Select(source => new PlaylistEntry(source, null, null))], null);

    /// <summary>
    /// Starts a list of two, and returns once both its videos are in a step that ends with <paramref name="release"/>.
    /// </summary>
    internal async Task StartBlockedListAsync(string id, Task release)
    {
        var inside = 0;
        FakePipeline pipeline = null!;
        pipeline = new FakePipeline
        {
            List = () => ListOf("a", "b"),
            Resolve = source =>
            {
                Interlocked.Increment(ref inside);
                release.GetAwaiter().GetResult();
                return pipeline.Resolved(source);
            },
        };
        Add(id, pipeline);
        await Runs.StartAsync(new RunId(id), List, CancellationToken.None);
        await Eventually.HoldsAsync(() => Volatile.Read(ref inside) == 2);
    }

    /// <returns>Each instance whose id begins so, with its state.</returns>
    internal async Task<IReadOnlyList<string>> StatesOfAsync(string root)
    {
        var states = new List<string>();
        await foreach (var instance in Host.Client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: root)))
            states.Add($"{instance.InstanceId} {instance.RuntimeStatus}");
        return [.. states.Order(StringComparer.Ordinal)];
    }

    /// <summary>Counts the rows that the extension stores of a run and of those below it, in both its tables.</summary>
    internal async Task<int> StoredOfAsync(string root)
    {
        var rows = 0;
        foreach (var table in new[] { "Instances", "History" })
        {
            var client = new TableClient(await SharedStorage.ConnectAsync(), $"{_name}{table}");
            // Up to the character after the colon, which ids of runs below it go on with.
            var rowsOfRun = TableClient.CreateQueryFilter($"PartitionKey ge {root} and PartitionKey lt {root + ';'}");
            await foreach (var _ in client.QueryAsync<TableEntity>(rowsOfRun))
                rows++;
        }

        return rows;
    }
}
