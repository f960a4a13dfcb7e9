using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Yttl.DurableExtension.Specs.Engine;
using Yttl.DurableExtension.Specs.Hosting;
using Yttl.Functions.Specs.Storage;
using Yttl.TestKit;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs.Memory;

namespace Yttl.DurableExtension.Specs.Kills;

public sealed class KillSpecs
{
    [AzuriteFact]
    public async Task A_host_that_is_killed_at_any_step_runs_no_remembered_step_again_and_ends_with_the_same_result()
    {
        var workflow = SummarizeVideoWorkflow.Definition;
        var memory = new DictionaryMemory();
        var undisturbed = await new DurableExtensionEngine().RunAsync(
            workflow, KilledHost.Input, KilledHost.Pipeline().Steps(), memory: memory);
        using var folder = new TempFolder();
        foreach (var point in KillPoint.All(memory.Count))
            Directory.CreateDirectory(Path.Combine(folder.Path, point.Run));
        string[] arguments =
        [
            await SharedStorage.ConnectAsync(), SharedStorage.NewHub(), folder.Path,
            memory.Count.ToString(CultureInfo.InvariantCulture),
        ];

        var killed = await RunHostAsync([KilledHost.Dies, .. arguments]);
        var ended = await RunHostAsync(["ends", .. arguments]);

        killed.Code.ShouldNotBe(0);
        killed.Output.ShouldBeEmpty();
        ended.Code.ShouldBe(0, ended.Output);
        var results = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2)).ToDictionary(words => words[0], words => words[1]);
        results.Keys.ShouldBe(KillPoint.All(memory.Count).Select(point => point.Run), ignoreOrder: true);
        foreach (var (run, result) in results)
        {
            JsonSerializer.Deserialize(result, workflow.Output)!
                .ShouldBeEquivalentTo(undisturbed with { RunId = new RunId(run) });
            // A file is one time that a step ran.
            Directory.EnumerateFiles(Path.Combine(folder.Path, run)).Select(file => Path.GetFileName(file).Split('.')[0])
                .Order().ShouldBe(memory.Asked.Select(key => key.ToString()).Order());
        }
    }

    /// <summary>Runs this assembly as a program.</summary>
    private static async Task<(int Code, string Output)> RunHostAsync(IReadOnlyList<string> arguments)
    {
        var program = Assembly.GetExecutingAssembly().Location;
        using var host = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
        })!;
        using var limit = new CancellationTokenSource(Eventually.Timeout);
        try
        {
            var output = await host.StandardOutput.ReadToEndAsync(limit.Token);
            await host.WaitForExitAsync(limit.Token);
            return (host.ExitCode, output);
        }
        finally
        {
            if (!host.HasExited)
                host.Kill(entireProcessTree: true);
        }
    }
}
