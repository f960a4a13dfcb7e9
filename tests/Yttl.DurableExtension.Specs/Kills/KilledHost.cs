using System.Diagnostics;
using System.Globalization;
using Yttl.DurableExtension.Specs.Hosting;
using Yttl.Functions.Specs.Engine;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs;

namespace Yttl.DurableExtension.Specs.Kills;

/// <summary>
/// The program of this assembly: a host of the extension that starts a run for each kill point, and dies like by
/// <c>kill -9</c> once each stands at its own. A second one ends all of them.
/// </summary>
internal static class KilledHost
{
    public const string Dies = "dies";

    /// <summary>Nothing but the step that a run is killed at runs at that moment.</summary>
    public static RunInput Input { get; } = Runs.Video(window: 1);

    public static async Task<int> Main(string[] args)
    {
        if (args is not [var mode, var connection, var hub, var folder, var steps])
            return 2;
        KillPoint[] points = [.. KillPoint.All(int.Parse(steps, CultureInfo.InvariantCulture))];
        var standing = 0;
        var worker = new LanguageWorker();
        HostedRun[] runs = [.. points.Select(Add)];
        await using var host = await ExtensionHost.StartAsync(
            connection,
            hub,
            worker,
            ("maxConcurrentActivityFunctions", points.Length.ToString(CultureInfo.InvariantCulture)),
            ("storageProvider:workItemQueueVisibilityTimeout", "00:00:10"));
        if (mode is Dies)
            foreach (var run in runs)
                await host.ScheduleAsync(SummarizeVideoWorkflow.Definition, run.Root, Input);
        foreach (var run in runs)
            Console.WriteLine($"{run.Root} {(await host.OverAsync(run)).SerializedOutput}");
        return 0;

        HostedRun Add(KillPoint point)
        {
            var memory = new FolderMemory(Path.Combine(folder, point.Run), mode is Dies ? point : null, Arrived);
            var run = new HostedRun(
                point.Run, Pipeline().Steps(), memory, new InMemoryRunJournal(), TimeProvider.System);
            worker.Add(run.Root, run);
            return run;
        }

        void Arrived()
        {
            if (Interlocked.Increment(ref standing) == points.Length)
                Process.GetCurrentProcess().Kill();
        }
    }

    /// <summary>Knows the texts of steps that ran before it was made.</summary>
    public static FakePipeline Pipeline()
    {
        var pipeline = new FakePipeline { SegmentsPerHour = [2] };
        foreach (var text in new[] { "text 0", "text 1", "summary of text 0", "summary of text 1", "Overall 0" })
            pipeline.Artifact(text);
        return pipeline;
    }
}
