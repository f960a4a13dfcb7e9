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
}
