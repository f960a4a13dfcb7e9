using Yttl.Core.Reports;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;

namespace Yttl.Workflows.Specs.Http;

/// <summary>A run that left something undone, on hosts of both kinds: with generations, and with runs that go on.</summary>
public sealed class ResumeSpecs
{
    private readonly FakeRunHost _host = new()
    {
        Asked = new RunStart(new RunInput("https://youtu.be/dQw4w9WgXcQ", SummariesApiSpecs.Defaults.Options, SummariesApiSpecs.Defaults.Execution), IsList: false),
    };

    private readonly SummariesApi _api;

    public ResumeSpecs() => _api = new SummariesApi(_host, SummariesApiSpecs.Defaults);

    [Theory]
    [InlineData(RunStatus.Partial, false, 202, "abc-2")]
    [InlineData(RunStatus.Failed, false, 202, "abc-2")]
    [InlineData(RunStatus.Terminated, false, 202, "abc-2")]
    [InlineData(RunStatus.Partial, true, 202, "abc")]
    [InlineData(RunStatus.Terminated, true, 202, "abc")]
    [InlineData(RunStatus.Running, false, 202, null)]
    [InlineData(RunStatus.Queued, true, 202, null)]
    [InlineData(RunStatus.Complete, false, 200, null)]
    [InlineData(RunStatus.Complete, true, 200, null)]
    public async Task A_run_is_resumed_where_it_left_something_undone(RunStatus state, bool inPlace, int answered, string? started)
    {
        _host.ContinuesInPlace = inPlace;
        _host.Put("abc", state);

        var answer = await _api.ResumeAsync("abc", CancellationToken.None);

        answer.Status.ShouldBe(answered);
        answer.Location.ShouldBe($"/api/summaries/{started ?? "abc"}");
        _host.Started.Select(one => one.Id.Value).ShouldBe(started is null ? [] : [started]);
        _host.Started.ShouldAllBe(one => one.Start == _host.Asked);
    }

    [Fact]
    public async Task A_run_of_which_nothing_is_known_any_more_is_not_resumed()
    {
        _host.Put("abc", RunStatus.Failed);
        _host.Asked = null;

        (await _api.ResumeAsync("abc", CancellationToken.None)).Status.ShouldBe(409);
        (await _api.ResumeAsync("none", CancellationToken.None)).Status.ShouldBe(404);
        (await _api.ResumeAsync("../x", CancellationToken.None)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task On_a_host_whose_runs_go_on_a_source_that_is_posted_again_keeps_its_id()
    {
        _host.ContinuesInPlace = true;
        const string Talk = """{"source":"https://youtu.be/dQw4w9WgXcQ"}""";
        await _api.StartAsync(Talk, CancellationToken.None);
        var first = _host.Started.ShouldHaveSingleItem().Id;
        _host.Put(first.Value, RunStatus.Partial);

        await _api.StartAsync(Talk, CancellationToken.None);

        _host.Started.Select(one => one.Id).ShouldBe([first, first]);
    }

    [Theory]
    [InlineData("2", null, 200)]
    [InlineData("", "", 200)]
    [InlineData(null, "2026-11-21T12:00:00Z", 200)]
    [InlineData("0", null, 400)]
    [InlineData("1001", null, 400)]
    [InlineData("-1", null, 400)]
    [InlineData("many", null, 400)]
    [InlineData(null, "yesterday", 400)]
    public async Task The_list_takes_a_number_and_a_time(string? limit, string? before, int answered)
    {
        _host.Put("abc", RunStatus.Complete);

        (await _api.ListAsync(limit, before, CancellationToken.None)).Status.ShouldBe(answered);
    }
}
