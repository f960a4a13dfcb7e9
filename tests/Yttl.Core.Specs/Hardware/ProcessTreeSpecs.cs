using Yttl.Core.Hardware;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Hardware;

public sealed class ProcessTreeSpecs : IDisposable
{
    private readonly TempFolder _proc = new();

    [UnixFact]
    public void The_tree_of_this_process_holds_at_least_this_process_and_less_than_the_machine() =>
        ProcessTree.ResidentBytes(Environment.ProcessId).ShouldBeInRange(10 << 20, 1L << 42);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Children_of_every_thread_count_also_where_the_kernel_names_parents_alone(bool namesChildren)
    {
        Process(7, pages: 10, parent: 1, name: "yttl", children: namesChildren ? ["8", ""] : null);
        Process(8, pages: 200, parent: 7, name: "(a) R 1", children: namesChildren ? ["", "9 10"] : null);
        Process(9, pages: 3000, parent: 8, name: "x\ny", children: namesChildren ? [""] : null);
        Process(11, pages: 40000, parent: 1, name: "other", children: namesChildren ? [""] : null);

        ProcessTree.ResidentBytes(7, _proc.Path).ShouldBe(3210L * Environment.SystemPageSize);
        ProcessTree.ResidentBytes(12, _proc.Path).ShouldBe(0);
    }

    public void Dispose() => _proc.Dispose();

    /// <param name="children">By thread.</param>
    private void Process(int id, int pages, int parent, string name, string[]? children)
    {
        Write($"{id}/statm", $"900000 {pages} 5 1 0 2 0\n");
        Write($"{id}/stat", $"{id} ({name}) S {parent} 1 1 0\n");
        foreach (var (thread, ids) in (children ?? []).Index())
            Write($"{id}/task/{id + (thread * 100)}/children", ids);
    }

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_proc.PathOf(name))!);
        _proc.Write(name, content);
    }
}
