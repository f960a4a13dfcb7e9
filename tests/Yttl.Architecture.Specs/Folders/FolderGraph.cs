using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Yttl.Architecture.Specs.Folders;

/// <summary>Which folder of a project uses which. The root is a folder like any other, and so is each sub-folder.</summary>
internal sealed class FolderGraph
{
    private const int ShownUses = 3;

    private readonly Dictionary<string, Dictionary<string, FolderUse[]>> _uses;

    private FolderGraph(IEnumerable<string> folders, FolderUses[] files)
    {
        Folders = [.. folders.Order(StringComparer.Ordinal)];
        Unbound = [.. files.SelectMany(file => file.Unbound)];
        _uses = Folders.ToDictionary(folder => folder, _ => new Dictionary<string, FolderUse[]>());
        foreach (var edge in files.SelectMany(file => file.Found).GroupBy(use => (use.From, use.To)))
            _uses[edge.Key.From][edge.Key.To] = [.. edge];
        Cycles = FindCycles();
    }

    public IReadOnlyList<string> Folders { get; }

    /// <summary>Every set of folders that reach each other.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cycles { get; }

    /// <summary>Names that the compiler finds nothing or too much for: without one, no use is missing.</summary>
    public IReadOnlyList<string> Unbound { get; }

    /// <param name="compilation">A project's own sources; trees outside of <paramref name="root"/> are not looked at.</param>
    public static FolderGraph From(CSharpCompilation compilation, string root)
    {
        var folders = new SourceFolders(root);
        var trees = compilation.SyntaxTrees.Where(tree => folders.Find(tree) is not null).ToArray();
        return new FolderGraph(
            trees.Select(tree => folders.Find(tree)!).Distinct(),
            [.. trees.AsParallel().AsOrdered().Select(tree => FolderUses.In(tree, compilation, folders))]);
    }

    /// <summary>All folders and what each uses, with the number of places.</summary>
    public string Describe()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"{Folders.Count} folders, {_uses.Sum(from => from.Value.Count)} edges, {Cycles.Count} cycles\n");
        foreach (var folder in Folders)
        {
            var targets = _uses[folder].OrderBy(edge => edge.Key, StringComparer.Ordinal).Select(edge => $"{edge.Key} {edge.Value.Length}");
            text.Append("  ").Append(folder).Append(" -> ").AppendJoin(", ", targets).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Of every cycle, the edges that make it, rarest first, each with some of the uses behind it; empty without one.</summary>
    public string DescribeCycles()
    {
        var text = new StringBuilder();
        foreach (var cycle in Cycles)
        {
            text.Append(CultureInfo.InvariantCulture, $"cycle of {cycle.Count} folders: ").AppendJoin(", ", cycle).Append('\n');
            foreach (var (from, to, uses) in EdgesIn(cycle).OrderBy(edge => edge.Uses.Length))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {from} -> {to}: {uses.Length}\n");
                foreach (var use in uses.DistinctBy(use => use.Symbol).Take(ShownUses))
                    text.Append("    ").Append(use).Append('\n');
            }
        }
        return text.ToString();
    }

    private IEnumerable<(string From, string To, FolderUse[] Uses)> EdgesIn(IReadOnlyList<string> cycle) =>
        from folder in cycle from edge in _uses[folder] where cycle.Contains(edge.Key) select (folder, edge.Key, edge.Value);

    private List<IReadOnlyList<string>> FindCycles()
    {
        var reach = Folders.ToDictionary(folder => folder, Reachable);
        var cycles = new List<IReadOnlyList<string>>();
        foreach (var folder in Folders.Where(folder => reach[folder].Contains(folder)))
        {
            if (!cycles.Any(cycle => cycle.Contains(folder)))
                cycles.Add([.. Folders.Where(other => reach[folder].Contains(other) && reach[other].Contains(folder))]);
        }
        return cycles;
    }

    private HashSet<string> Reachable(string start)
    {
        var found = new HashSet<string>();
        var next = new Queue<string>([start]);
        while (next.TryDequeue(out var folder))
        {
            foreach (var target in _uses[folder].Keys.Where(found.Add))
                next.Enqueue(target);
        }
        return found;
    }
}
