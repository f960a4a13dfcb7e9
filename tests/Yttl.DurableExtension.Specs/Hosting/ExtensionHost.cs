using System.Runtime.CompilerServices;
using System.Text.Json;
using Grpc.Net.Client;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.TestKit;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;

namespace Yttl.DurableExtension.Specs.Hosting;

/// <summary>
/// The Durable Functions extension in a host of its own, on its Azure Storage provider, with the options of the app's
/// <c>host.json</c>. It talks to a worker of another process, as on Azure: the gRPC endpoint of clients is open, and
/// orchestrations get their history encoded.
/// </summary>
internal sealed class ExtensionHost : IAsyncDisposable
{
    private const string Options = "AzureWebJobs:extensions:durableTask";

    private readonly IHost _host;
    private readonly GrpcChannel _channel;

    private ExtensionHost(IHost host, LanguageWorker worker)
    {
        _host = host;
        Worker = worker;
        var extension = host.Services.GetServices<IExtensionConfigProvider>().OfType<DurableTaskExtension>().Single();
        _channel = GrpcChannel.ForAddress(AddressOf(extension)!);
        Client = new GrpcDurableTaskClient(
            "specs", new GrpcDurableTaskClientOptions { Channel = _channel }, NullLogger.Instance);
        worker.Client.SetResult(Client);
    }

    public LanguageWorker Worker { get; }

    public DurableTaskClient Client { get; }

    /// <param name="connection">Of the storage account.</param>
    /// <param name="hub">The prefix of all that the extension stores; letters and digits.</param>
    /// <param name="worker">Knows the runs already that the hub has from another host.</param>
    /// <param name="options">Beside those of the app, by their names in <c>host.json</c>.</param>
    public static async Task<ExtensionHost> StartAsync(
        string connection, string hub, LanguageWorker worker, params (string Option, string Value)[] options)
    {
        var host = new HostBuilder()
            .ConfigureWebJobs(jobs => jobs.AddDurableTask())
            .ConfigureAppConfiguration(configuration =>
                configuration.AddInMemoryCollection(Settings(connection, hub, options)))
            .ConfigureServices(services => services
                .AddSingleton(worker)
                .AddSingleton<ITypeLocator>(new Located(LanguageWorker.Functions)))
            .Build();
        await host.StartAsync();
        return new ExtensionHost(host, worker);
    }

    /// <param name="version">That of the app that schedules it.</param>
    public Task ScheduleAsync<TInput, TOutput>(
        Workflow<TInput, TOutput> workflow, string id, TInput input, string version = WorkflowVersion.Current) =>
        Client.ScheduleNewOrchestrationInstanceAsync(
            workflow.Name,
            JsonSerializer.SerializeToElement(input, workflow.Input),
            new StartOrchestrationOptions(id) { Version = version });

    /// <returns>The instance as it is stored, once it has ended.</returns>
    public async Task<OrchestrationMetadata> OverAsync(HostedRun run)
    {
        await run.Ended.Task.WaitAsync(Eventually.Timeout);
        return await OverAsync(run.Root);
    }

    public async Task<OrchestrationMetadata> OverAsync(string id)
    {
        using var limit = new CancellationTokenSource(Eventually.Timeout);
        while (true)
        {
            if (await Client.GetInstanceAsync(id, getInputsAndOutputs: true, limit.Token) is { IsCompleted: true } ended)
                return ended;
            await Task.Delay(50, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _channel.Dispose();
        _host.Dispose();
    }

    private static Dictionary<string, string?> Settings(
        string connection, string hub, (string Option, string Value)[] options)
    {
        var app = new ConfigurationBuilder().AddJsonFile(Repository.PathOf("host.json")).Build();
        var settings = app.GetSection("extensions:durableTask").AsEnumerable(makePathsRelative: true).ToDictionary(
            setting => $"{Options}:{setting.Key}", setting => setting.Value, StringComparer.OrdinalIgnoreCase);
        settings["AzureWebJobsStorage"] = connection;
        settings["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        // In a container of the platform the extension would write each of its events to the console.
        settings["CONTAINER_NAME"] = "";
        (string Option, string Value)[] others =
        [
            ("hubName", hub),
            ("storageProvider:partitionCount", "1"),
            ("storageProvider:maxQueuePollingInterval", "00:00:00.200"),
        ];
        foreach (var (option, value) in others.Concat(options))
            settings[$"{Options}:{option}"] = value;
        return settings;
    }

    /// <summary>The address of the endpoint, which the Functions host sends its worker with each client binding.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetLocalRpcAddress")]
    private static extern string? AddressOf(DurableTaskExtension extension);

    private sealed class Located(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }
}
