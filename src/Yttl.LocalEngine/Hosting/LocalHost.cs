using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Failures;
using Yttl.Core.Hardware;
using Yttl.Core.Measuring;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.LocalEngine.Engine;
using Yttl.LocalEngine.LocalModels;
using Yttl.LocalEngine.Logging;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Memory;

namespace Yttl.LocalEngine.Hosting;

/// <summary>
/// What all runners of workflows in this process share: stored content, steps, and engines over them.
/// </summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private readonly StoredContent _content;
    private readonly LocalSteps _steps;
    private readonly MemoryWatch _memory;
    private readonly Func<Reuse, InProcessEngine> _engine;

    public LocalHost(HostSettings settings, ILogger? logger)
    {
        logger ??= NullLogger.Instance;
        var time = TimeProvider.System;
        Settings = settings;
        Artifacts = new FileArtifactStore(settings.Home);
        Runs = new RunStore(settings.Home, time, problem => Log.RecordDamaged(logger, problem));
        Speech = new SpeechOptionsFactory(settings, new HardwareProbe(new ProcessRunner()));
        _content = new StoredContent(settings.Home, (long)settings.StoreLimitMegabytes << 20, time, logger);
        var news = new WaitNews(wait => Log.Waiting(logger, wait), time);
        _steps = new LocalSteps(settings, Artifacts, Speech, logger, time, news);
        _memory = new MemoryWatch(time);
        var tracking = new RunTracking
        {
            IsOn = settings.TracksPerformance,
            Logger = logger,
            News = news,
            Journal = new FileRunJournal(settings.Home, logger),
            Paces = new FilePaces(settings.Home),
            Prices = settings.Prices,
            Memory = _memory,
            FindsLimit = settings.LanguageModel is { FindsLimit: true },
        };
        var memory = new FileStepMemory(settings.Home, Artifacts, logger);
        _engine = reuse => new InProcessEngine(
            new StepRunner(_steps.Table, time, logger, memory, reuse),
            time,
            tracking);
    }

    public HostSettings Settings { get; }

    public FileArtifactStore Artifacts { get; }

    public RunStore Runs { get; }

    public SpeechOptionsFactory Speech { get; }

    /// <param name="reuse">What the run takes from earlier work.</param>
    public InProcessEngine Engine(Reuse reuse) => _engine(reuse);

    /// <summary>
    /// Keeps stored content from being deleted until the result is disposed. Deletes the temporary files of processes that
    /// were killed.
    /// </summary>
    /// <exception cref="YttlException"><c>run.write</c>: the home folder cannot be used.</exception>
    public async Task<IDisposable> HoldContentAsync(CancellationToken cancellationToken)
    {
        try
        {
            _steps.Scratch.Sweep();
            return await _content.HoldAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new YttlException(
                FailureCategory.Processing,
                "run.write",
                $"the folder of runs cannot be used: {FileReason.FormatWithPath(problem)}; point YTTL_HOME at another folder",
                inner: problem);
        }
    }

    /// <summary>
    /// Stops the model servers that it started. Frees space in the home folder, unless another process uses the folder.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _steps.DisposeAsync();
        _memory.Dispose();
        _content.Tidy();
    }
}
