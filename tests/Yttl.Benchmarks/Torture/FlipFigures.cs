using Yttl.Benchmarks.Results;

namespace Yttl.Benchmarks.Torture;

/// <summary>What the damage of one kind of stored file did.</summary>
internal sealed class FlipFigures(string kind)
{
    public string Kind => kind;

    public int Flips { get; set; }

    /// <summary>Damage that was noticed: the content was refused, or made again.</summary>
    public int Noticed { get; set; }

    /// <summary>Content that is not what was stored, and was used.</summary>
    public int Wrong { get; set; }

    /// <summary>Exceptions that were not foreseen.</summary>
    public int Crashes { get; set; }

    /// <summary>What went wrong, one line each.</summary>
    public List<string> Faults { get; } = [];

    public static string Total(IReadOnlyList<FlipFigures> kinds) => Figure.Of(
        $"{kinds.Sum(kind => kind.Flips)} flips in {kinds.Count} kinds of files: wrong content {kinds.Sum(kind => kind.Wrong)}, ")
        + Figure.Of($"crashes {kinds.Sum(kind => kind.Crashes)}, noticed {kinds.Sum(kind => kind.Noticed)}");
}
