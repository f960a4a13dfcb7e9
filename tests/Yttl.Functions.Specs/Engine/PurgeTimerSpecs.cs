using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Functions.Engine;
using Yttl.Functions.Settings;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Engine;

public sealed class PurgeTimerSpecs
{
    [Theory]
    [InlineData(29, false)]
    [InlineData(31, true)]
    public async Task A_run_that_is_over_for_longer_than_runs_are_kept_is_forgotten(int days, bool isForgotten)
    {
        await using var app = await DurableApp.StartAsync(new FakePipeline().Steps());
        await app.RunAsync(SummarizeVideoWorkflow.Definition, "talk", Runs.Video());
        var settings = AppSettings.Read(new ConfigurationBuilder().Build());

        await new PurgeTimer(
            settings, app.Journal, new Later(TimeSpan.FromDays(days)), NullLogger<PurgeTimer>.Instance)
            .RunAsync(new TimerInfo(), app.Client, CancellationToken.None);

        (await app.Client.GetInstanceAsync("talk") is null).ShouldBe(isForgotten);
        (await app.Journal.ReadAsync(new RunId("talk"), CancellationToken.None) is []).ShouldBe(isForgotten);
    }

    /// <summary>The backend's clock is the machine's.</summary>
    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
