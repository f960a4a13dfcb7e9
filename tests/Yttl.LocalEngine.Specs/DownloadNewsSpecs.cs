using Yttl.Core.ModelServers;
using Yttl.LocalEngine.LocalModels;
using Yttl.TestKit;

namespace Yttl.LocalEngine.Specs;

public sealed class DownloadNewsSpecs
{
    private const long Megabyte = 1024 * 1024;

    private readonly LoggedLines _lines = new();

    [Fact]
    public void A_line_is_written_at_first_every_ten_seconds_and_at_the_end()
    {
        var time = new ManualTime();
        var news = new DownloadNews("o/r/m.gguf", _lines, time);

        for (var second = 0; second <= 25; second++)
        {
            news.Report(new ModelProgress(second * 4 * Megabyte, 100 * Megabyte));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        _lines.Written.ShouldBe(
        [
            "downloading the model o/r/m.gguf: 0 of 100 MB (0 %)",
            "downloading the model o/r/m.gguf: 40 of 100 MB (40 %)",
            "downloading the model o/r/m.gguf: 80 of 100 MB (80 %)",
            "downloading the model o/r/m.gguf: 100 of 100 MB (100 %)",
        ]);
    }

    [Fact]
    public void Where_the_whole_is_not_known_only_the_part_is_told()
    {
        new DownloadNews("m", _lines, new ManualTime()).Report(new ModelProgress(3 * Megabyte / 2, null));

        _lines.Written.ShouldBe(["downloading the model m: 1.5 MB"]);
    }
}
