using Yttl.Benchmarks.Results;

namespace Yttl.Benchmarks.Torture;

/// <summary>What hostile servers, folders and files brought about.</summary>
internal sealed class HostileFigures(string kind)
{
    public string Kind => kind;

    public int Cases { get; set; }

    /// <summary>Runs that ended by an exception that was not foreseen, or by a signal.</summary>
    public int Crashes { get; set; }

    public int Hangs { get; set; }

    /// <summary>Keys sent where they should not go, and files read or written outside of where they may be.</summary>
    public int Leaks { get; set; }

    /// <summary>Runs that took more memory than they may.</summary>
    public int Heavy { get; set; }

    /// <summary>The most memory that a run took, in bytes.</summary>
    public long Peak { get; set; }

    /// <summary>What went wrong, one line each.</summary>
    public List<string> Faults { get; } = [];

    public int Sum => Crashes + Hangs + Leaks + Heavy;

    public static string Total(IReadOnlyList<HostileFigures> kinds) => Figure.Of(
        $"{kinds.Sum(kind => kind.Cases)} hostile servers, folders and files: crashes {kinds.Sum(kind => kind.Crashes)}, ")
        + Figure.Of($"hangs {kinds.Sum(kind => kind.Hangs)}, leaks {kinds.Sum(kind => kind.Leaks)}, ")
        + Figure.Of($"over the memory {kinds.Sum(kind => kind.Heavy)}, peak {kinds.Max(kind => kind.Peak) >> 20} MB");

    public void Add(string name, Ended ended, long mostMemory)
    {
        Cases++;
        Peak = Math.Max(Peak, ended.Peak);
        Note(ended.Crashed, name, $"ended with {ended.Exit}: {ended.Error}", () => Crashes++);
        Note(ended.Hung, name, "did not end", () => Hangs++);
        Note(ended.Peak > mostMemory, name, Figure.Of($"took {ended.Peak >> 20} MB"), () => Heavy++);
    }

    public void Note(bool isSo, string name, string what, Action count)
    {
        if (!isSo)
            return;
        count();
        Faults.Add($"{kind}, {name}: {what}");
    }
}
