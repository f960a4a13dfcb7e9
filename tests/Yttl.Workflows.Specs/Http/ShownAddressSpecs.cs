using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Http;

/// <summary>A run keeps its address whole; answers and callbacks show it without what gives access.</summary>
public sealed class ShownAddressSpecs
{
    private const string Address = "https://site.example/talk?id=7&access_token=WERT77";
    private const string Shown = "https://site.example/talk?id=7\\u0026access_token=***";

    private readonly FakeRunHost _host = new();
    private readonly SummariesApi _api;

    public ShownAddressSpecs() => _api = new SummariesApi(_host, SummariesApiSpecs.Defaults);

    [Fact]
    public async Task A_batch_runs_the_address_and_shows_it_without_access()
    {
        var answer = await _api.StartBatchAsync(Address, CancellationToken.None);

        _host.Started.ShouldHaveSingleItem().Start.Input.Source.ShouldBe(Address);
        answer.Body.ShouldContain(Shown);
        answer.Body.ShouldNotContain("WERT77");
    }

    [Fact]
    public async Task A_status_and_a_list_show_it_without_access()
    {
        var failure = new Failure(FailureCategory.Unavailable, "video.gone", $"{Address} is gone");
        var result = VideoResult.Failed(new RunId("run"), Address, failure) with { Title = "Invoice \u202Efdp.exe" };
        _host.Runs[new RunId("run")] = new RunSnapshot(
            new RunId("run"), RunStatus.Failed, Address, FakeRunHost.Noon, FakeRunHost.Noon, null, result);

        foreach (var body in new[]
        {
            (await _api.ShowAsync("run", CancellationToken.None)).Body,
            (await _api.ListAsync(null, null, CancellationToken.None)).Body,
            JsonSerializer.Serialize(CallbackDocument.From(result), ApiJson.Default.CallbackDocument),
        })
        {
            body.ShouldContain(Shown);
            body.ShouldNotContain("WERT77");
            body.ShouldNotContain("202E", Case.Insensitive);
        }
    }
}
