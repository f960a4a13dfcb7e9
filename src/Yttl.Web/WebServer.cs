using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Yttl.Core.Failures;
using Yttl.Core.Sources;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Storage;
using Yttl.Web.Door;
using Yttl.Web.Endpoints;
using Yttl.Web.Events;
using Yttl.Web.Home;
using Yttl.Web.Http;
using Yttl.Web.Json;
using Yttl.Web.Runs;
using Yttl.Web.Settings;
using Yttl.Web.Uploads;
using Yttl.Workflows.Http;
using Yttl.Workflows.Http.Page;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Web;

/// <summary>
/// Serves the HTTP contract and the page over the runs of a home. One at a time has a home; other commands work beside it.
/// </summary>
public sealed class WebServer : IAsyncDisposable
{
    /// <summary>The runs of other processes that are looked at for changes, the newest ones.</summary>
    private const int MostWatched = 100;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly ServeOptions _options;
    private readonly HomeClaim _claim;
    private readonly VideoSummarizer _summarizer;
    private readonly SourcePlanner _planner;
    private readonly QuestionAnswerer _answerer;
    private readonly LocalPlans _plans;
    private readonly UploadFolder _uploads;
    private readonly RunQueue _queue;
    private readonly LocalRunHost _runs;
    private readonly RunFeed _feed;
    private readonly Doorkeeper _door;
    private readonly string _key = Secret.New();
    private SummariesApi? _api;
    private WebApplication? _app;
    private Task _watching = Task.CompletedTask;

    private WebServer(ServeOptions options, HomeClaim claim)
    {
        (_options, _claim) = (options, claim);
        var records = new RunStore(options.Host.Home, options.Time);
        _uploads = new UploadFolder(Path.Combine(options.Host.Home, "uploads"));
        _summarizer = new VideoSummarizer(options.Host, options.Logger);
        _planner = new SourcePlanner(options.Host, options.Logger);
        _answerer = new QuestionAnswerer(options.Host, options.Logger);
        _plans = new LocalPlans(_planner, _answerer, options.Time);
        _feed = new RunFeed(DescribeAsync, options.Logger, options.Time);
        _queue = new RunQueue(options, _summarizer, records, _feed.Change);
        _runs = new LocalRunHost(options, _queue, records, _summarizer, _uploads, _feed.Change);
        _door = new Doorkeeper(new DeviceTokens(options.Host.Home), _key, options.IsLoopback);
    }

    /// <summary>Where it listens, with the final slash; on all addresses of this machine, by its name.</summary>
    public Uri Address => IsAny ? new UriBuilder(Listening) { Host = Dns.GetHostName() }.Uri : Listening;

    /// <summary>An address that opens one session of the page. The code is in its fragment, which browsers do not send.</summary>
    public Uri NewPageAddress() => new(Address, $"#code={_door.Codes.Issue()}");

    /// <summary>Starts the server, and goes on with the runs that an earlier one left unfinished.</summary>
    /// <returns>Null where another server has the home: see <see cref="OtherServer"/>.</returns>
    /// <exception cref="YttlException"><c>serve.key</c>, <c>serve.port</c>, <c>serve.home</c>.</exception>
    public static async Task<WebServer?> StartAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        if (!options.IsLoopback && new DeviceTokens(options.Host.Home).All() is [])
            throw new YttlException(
                FailureCategory.Input,
                "serve.key",
                $"{options.Address} can be reached from other machines, and no key is set: 'yttl serve --token NAME' makes one");
        options = options with { Host = options.Host with { GuardsNetwork = !options.IsLoopback } };
        if (TakeHome(options) is not { } claim)
            return null;
        var server = new WebServer(options, claim);
        try
        {
            await server.ListenAsync(cancellationToken);
            await server._queue.GoOnAsync(cancellationToken);
            claim.Announce(new RunningServer(server.LocalAddress, Environment.ProcessId, server._key));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the answers that are under way, and stops the runs, which go on at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await _feed.DisposeAsync();
        await _watching;
        if (_app is not null)
        {
            using var patience = new CancellationTokenSource(Farewell);
            await _app.StopAsync(patience.Token);
            await _app.DisposeAsync();
        }

        await _plans.DisposeAsync();
        await _queue.DisposeAsync();
        await _planner.DisposeAsync();
        await _answerer.DisposeAsync();
        await _summarizer.DisposeAsync();
        _claim.Dispose();
    }

    private Uri Listening => new(_app!.Urls.Single() + "/");

    private bool IsAny => _options.Address.Equals(IPAddress.Any) || _options.Address.Equals(IPAddress.IPv6Any);

    private Uri LocalAddress => IsAny ? new UriBuilder(Listening) { Host = IPAddress.Loopback.ToString() }.Uri : Listening;

    private static HomeClaim? TakeHome(ServeOptions options)
    {
        try
        {
            return HomeClaim.TryTake(options.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new YttlException(
                FailureCategory.Processing,
                "serve.home",
                $"the home folder cannot be used: {FileReason.FormatWithPath(e)}; point YTTL_HOME at a folder of yours",
                inner: e);
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(_options.Address, _options.Port);
            kestrel.AddServerHeader = false;
            // Each call reads no more of its body than it may; uploads are larger than any bound of a server.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(30));
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = Farewell);
        var app = builder.Build();
        await MapAsync(app, cancellationToken);
        _feed.Start();
        _watching = new HomeWatch(
            _feed, stop => _runs.ListAsync(MostWatched, null, stop), _options.Logger, _options.Time).RunAsync();
        try
        {
            await app.StartAsync(cancellationToken);
            _app = app;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await app.DisposeAsync();
            throw await UnusableAsync(e, cancellationToken);
        }
    }

    private async Task MapAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var input = await _summarizer.InputAsync(new MediaFile("/"), _options.Run, cancellationToken);
        var defaults = new HostDefaults(input.Options, input.Execution)
        {
            Sources = _options.IsLoopback ? RemoteSource.TryParseLocal : RemoteSource.TryParse,
            IsPriced = _options.Host.LanguageModel is not { } model || _options.Host.Prices.Knows(model.Provider, model.Model),
        };
        var artifacts = new FileArtifactStore(_options.Host.Home);
        _uploads.Sweep();
        _api = new SummariesApi(_runs, defaults);
        app.Use(new Faults(_options.Logger).InvokeAsync);
        app.Use(_door.InvokeAsync);
        app.Use(Answers.DescribeAsync);
        app.UseRouting();
        new SessionEndpoints(_door).MapTo(app);
        new SummariesEndpoints(
            _api, new PlanApi(_plans, defaults, artifacts), new AskApi(_runs, _plans, defaults, artifacts), artifacts).MapTo(app);
        new MachineEndpoints(_options, defaults, _uploads).MapTo(app);
        app.MapGet("/api/events", new EventStream(_feed, stop => _api.ListAsync(null, null, stop), _options.Time).WriteAsync);
        foreach (var path in new[] { "/openapi.json", "/api/openapi.json" })
            app.MapGet(path, context => Answers.WriteAsync(context, OpenApiDocument.Answer));
        foreach (var (path, answer) in PageFiles.All)
            app.MapGet(path, context => Answers.WriteAsync(context, answer));
    }

    private async Task<FeedEvent> DescribeAsync(RunId run, CancellationToken cancellationToken)
    {
        var answer = await _api!.ShowAsync(run.Value, cancellationToken);
        return answer.Status is 200
            ? new FeedEvent("run", answer.Body)
            : new FeedEvent("gone", JsonSerializer.Serialize(new RunGoneDocument(run.Value), WebJson.Default.RunGoneDocument));
    }

    private async Task<YttlException> UnusableAsync(Exception e, CancellationToken cancellationToken) => new(
        FailureCategory.Input,
        "serve.port",
        e.InnerException is AddressInUseException
            ? $"port {_options.Port} is taken by {await PortOwner.DescribeAsync(_options.Port, cancellationToken)}: "
                + "choose another with --port"
            : $"{new IPEndPoint(_options.Address, _options.Port)} cannot be listened on: {e.Message}",
        inner: e);
}
