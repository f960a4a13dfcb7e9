using System.Collections.Concurrent;
using Yttl.Core.Measuring;
using Yttl.Functions.Storage;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Specs.Engine;

internal sealed class InMemoryRunJournal : IJournalStore
{
    private ConcurrentQueue<(RunId Run, string Text)> _lines = new();

    public Task AddAsync(RunId run, JournalLine line, CancellationToken cancellationToken)
    {
        _lines.Enqueue((run, JournalText.Write(line)));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<RunSession>> ReadAsync(RunId run, CancellationToken cancellationToken) =>
        Task.FromResult(JournalText.Read(string.Concat(_lines.Where(line => line.Run == run).Select(line => line.Text))));

    public Task DeleteAsync(RunId run, CancellationToken cancellationToken)
    {
        _lines = new(_lines.Where(line =>
            line.Run != run && !line.Run.Value.StartsWith($"{run.Value}:", StringComparison.Ordinal)));
        return Task.CompletedTask;
    }
}
