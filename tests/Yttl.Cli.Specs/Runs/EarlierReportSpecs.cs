using Yttl.Cli.Specs.CommandLines;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Specs.Runs;

/// <summary>Runs whose reports an earlier version stored are found, shown and searched.</summary>
public sealed class EarlierReportSpecs : IDisposable
{
    private readonly TempFolder _home = new();
    private readonly InProcess _yttl;

    public EarlierReportSpecs() => _yttl = new InProcess(_home.Path) { Environment = { ["YTTL_HOME"] = _home.PathOf("home") } };

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(RunStatus.Complete)]
    [InlineData(RunStatus.Partial)]
    [InlineData(RunStatus.Failed)]
    public async Task A_report_of_an_earlier_version_is_shown_and_searched(RunStatus status)
    {
        await StoreAsync(status);

        var listed = await _yttl.RunAsync("runs", "list");
        var shown = await _yttl.RunAsync("runs", "show", "aaaaaaaaaaaa");
        var found = await _yttl.RunAsync("search", "\"minute 7\"");

        listed.Output.ShouldContain($"aaaaaaaaaaaa  {status.Name()}");
        shown.ExitCode.ShouldBe(0, shown.Error);
        shown.Output.ShouldContain("  talk.en\n");
        found.ExitCode.ShouldBe(0, found.Error);
        found.Output.ShouldContain("7:05");
    }

    private async Task StoreAsync(RunStatus status)
    {
        var runs = new RunStore(_home.PathOf("home"), TimeProvider.System);
        var report = EarlierReports.Read(status.Name());
        var reference = await ((IArtifactStore)new FileArtifactStore(_home.PathOf("home"))).WriteAsync(
            async (stream, token) => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(report), token), default);
        await runs.EndAsync(
            new VideoResult(
                new RunId("aaaaaaaaaaaa"), _home.PathOf("talk.en.vtt"), status, "talk.en-4832da", "talk.en", reference, [], 0, [],
                status is RunStatus.Failed ? new Failure(FailureCategory.Api, "model.refused", "The model refused.") : null),
            default);
    }
}
