using Yttl.Core.Reports;
using Yttl.Workflows.Http;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Http;

public sealed class GenerationsSpecs
{
    private readonly FakeRunHost _host = new();

    [Theory]
    [InlineData("abc", "abc-2")]
    [InlineData("abc-2", "abc-3")]
    [InlineData("abc-99", "abc-100")]
    [InlineData("list-5d1f", "list-5d1f-2")]
    [InlineData("list-1234567890123456", "list-1234567890123456-2")]
    [InlineData("abc:4", "abc-2:4")]
    [InlineData("list-5d1f-2:0:7", "list-5d1f-3:0:7")]
    public void The_next_generation_has_the_next_number_behind_the_id_of_the_root(string id, string next) =>
        Generations.Next(new RunId(id)).ShouldBe(new RunId(next));

    [Theory]
    [InlineData(1, "abc")]
    [InlineData(2, "abc-2")]
    [InlineData(3, "abc-3")]
    public async Task A_run_of_another_version_is_found_where_it_continues(int generations, string found)
    {
        Supersede("abc");
        if (generations > 1)
            Supersede("abc-2");
        if (generations > 2)
            _host.Put("abc-3", RunStatus.Partial);

        var run = await Generations.FindAsync(_host, new RunId("abc"), CancellationToken.None);

        run!.Id.ShouldBe(new RunId(found));
    }

    [Fact]
    public async Task A_generation_that_a_caller_asked_for_is_not_one_that_continues()
    {
        _host.Put("abc", RunStatus.Partial);
        _host.Put("abc-2", RunStatus.Running);

        (await Generations.FindAsync(_host, new RunId("abc"), CancellationToken.None))!.Id.ShouldBe(new RunId("abc"));
    }

    [Fact]
    public async Task What_a_run_continues_is_found_from_the_first_on_and_nothing_before_it()
    {
        _host.Put("abc", RunStatus.Failed);
        Supersede("abc-2");
        Supersede("abc-3");
        _host.Put("abc-4", RunStatus.Complete);

        var before = await Generations.FindSupersededAsync(_host, new RunId("abc-4"), CancellationToken.None);

        before.ShouldBe([new RunId("abc-2"), new RunId("abc-3")]);
        (await Generations.FindSupersededAsync(_host, new RunId("abc"), CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_of_runs_shows_one_of_another_version_only_until_it_continues()
    {
        var api = new SummariesApi(_host, SummariesApiSpecs.Defaults);
        Supersede("abc");
        Supersede("def");
        _host.Put("def-2", RunStatus.Running);

        var answer = await api.ListAsync(null, null, CancellationToken.None);

        answer.Body.ShouldContain("\"id\":\"abc\",\"state\":\"queued\"");
        answer.Body.ShouldContain("\"id\":\"def-2\"");
        answer.Body.ShouldNotContain("\"id\":\"def\"");
    }

    private void Supersede(string id)
    {
        _host.Put(id, RunStatus.Queued);
        _host.Runs[new RunId(id)] = _host.Runs[new RunId(id)] with { IsSuperseded = true };
    }
}
