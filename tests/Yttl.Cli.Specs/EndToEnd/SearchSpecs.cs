using System.Text.Json;

namespace Yttl.Cli.Specs.EndToEnd;

public sealed class SearchSpecs : IDisposable
{
    private readonly YttlProcess _yttl = new();

    public void Dispose() => _yttl.Dispose();

    [Fact]
    public async Task A_search_shows_so_many_hits_and_says_that_there_are_more()
    {
        await SummarizeAsync();

        var ran = await _yttl.RunAsync("search", "river", "--limit", "2");
        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        ran.ErrorLines.ShouldBe(["yttl: note: these are the first 2 hits: --limit N shows more"]);

        var json = await _yttl.RunAsync("search", "river", "--json", "--limit", "1000");
        using var document = JsonDocument.Parse(json.Output);
        document.RootElement.GetProperty("hasMore").GetBoolean().ShouldBeFalse();
        var places = document.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("in").GetString()).ToList();
        places.ShouldContain("summary");
        places[^1].ShouldBe("transcript");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task A_limit_is_a_number_of_at_least_1(string limit)
    {
        var ran = await _yttl.RunAsync("search", "river", $"--limit={limit}");

        ran.ExitCode.ShouldBe(2);
        ran.ErrorLines.ShouldHaveSingleItem().ShouldStartWith($"yttl: --limit {limit}: expected a whole number from 1 to 1000000");
    }

    [Fact]
    public async Task Without_a_hit_the_exit_code_is_1_in_json_too()
    {
        await SummarizeAsync();

        var ran = await _yttl.RunAsync("search", "volcano", "--json");

        ran.ExitCode.ShouldBe(1);
        using var document = JsonDocument.Parse(ran.Output);
        document.RootElement.GetProperty("hits").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Several_processes_make_one_index()
    {
        await SummarizeAsync();
        var processes = Enumerable.Range(0, 4).Select(_ => _yttl.Start("search", "dam", "upstream")).ToList();
        foreach (var process in processes)
        {
            using (process)
            {
                var ran = await YttlProcess.EndAsync(process);
                ran.ExitCode.ShouldBe(0, ran.Error);
                ran.ErrorLines.ShouldBeEmpty();
            }
        }
    }

    private async Task SummarizeAsync()
    {
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 1));
        var ran = await _yttl.RunAsync("summarize", "talk.vtt");
        ran.ExitCode.ShouldBe(0, ran.Error);
    }
}
