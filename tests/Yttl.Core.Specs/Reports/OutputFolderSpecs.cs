using Yttl.Core.Reports.Writing;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Reports;

public sealed class OutputFolderSpecs : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_that_begin_side_by_side_take_nothing_from_those_that_write()
    {
        var done = false;
        Task[] sweeps = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!Volatile.Read(ref done))
                new OutputFolder(_folder.Path).Sweep();
        }))];

        for (var i = 0; i < 1_000; i++)
            await new OutputFolder(_folder.Path).WriteAsync(
                [("talk.md", output => output.WriteAsync("words"u8.ToArray()).AsTask())], CancellationToken.None);

        Volatile.Write(ref done, true);
        await Task.WhenAll(sweeps);
        Directory.GetFiles(_folder.Path).ShouldBe([_folder.PathOf("talk.md")]);
    }

    [Theory]
    [InlineData(".talk.md.0123456789abcdef0123456789abcdef", 0, false)]
    [InlineData(".talk.md.0123456789abcdef0123456789abcdef.new", 0, true)]
    [InlineData(".talk.md.0123456789abcdef0123456789abcdef.new", 120, false)]
    [InlineData(".talk.md", 120, true)]
    public void What_a_killed_run_left_is_deleted_once_it_cannot_be_a_file_that_another_makes_now(string name, int seconds, bool stays)
    {
        var file = _folder.Write(name, "half");
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddSeconds(-seconds));

        new OutputFolder(_folder.Path).Sweep();

        File.Exists(file).ShouldBe(stays);
    }
}
